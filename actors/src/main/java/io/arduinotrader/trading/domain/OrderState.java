package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One order as its events have made it. */
public sealed interface OrderState {

  /** The state before the first event. */
  OrderState BLANK = new Blank();

  /** The state after an event: pure, the same for the living order, its recovery and an audit. */
  OrderState apply(OrderEvent event);

  /** Nobody has placed the order yet. */
  record Blank() implements OrderState {

    @Override
    public OrderState apply(OrderEvent event) {
      if (event instanceof OrderEvent.IntentRecorded recorded) {
        return new Placed(
            recorded.intent(),
            recorded.clientOrderId(),
            OrderPhase.INTENT_RECORDED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Submission.NONE,
            Marks.NONE,
            recorded.at(),
            recorded.at());
      }
      throw new IllegalStateException("an order begins with its intent, not with " + event);
    }
  }

  /**
   * How often the order was sent and how long nobody has known whether it arrived.
   *
   * @param attempt the number of the last submission, 0 before the first
   * @param misses lookups in a row that did not find the order
   * @param unknownSince when the last call ended without an answer
   */
  record Submission(int attempt, int misses, Optional<Instant> unknownSince) {
    static final Submission NONE = new Submission(0, 0, Optional.empty());
  }

  /**
   * What else is true of an order beside its phase.
   *
   * @param cancelWanted somebody asked for the cancellation and the broker has not refused it
   * @param overfilled more was executed than ordered
   * @param settled portfolio and account know of everything that happened so far
   */
  record Marks(boolean cancelWanted, boolean overfilled, boolean settled) {
    static final Marks NONE = new Marks(false, false, false);

    Marks withCancelWanted(boolean now) {
      return new Marks(now, overfilled, settled);
    }

    Marks withOverfilled() {
      return new Marks(false, true, settled);
    }

    Marks withSettled(boolean now) {
      return new Marks(cancelWanted, overfilled, now);
    }
  }

  /**
   * An order somebody placed.
   *
   * @param fills its executions in the order they became known
   */
  record Placed(
      Intent intent,
      ClientOrderId clientOrderId,
      OrderPhase phase,
      Optional<BrokerOrderId> brokerOrderId,
      Optional<Refusal> refusal,
      List<Fill> fills,
      Submission submission,
      Marks marks,
      Instant recordedAt,
      Instant lastChanged)
      implements OrderState {

    /** Keeps its own copy of the fills. */
    public Placed {
      fills = List.copyOf(fills);
    }

    /** The shares executed so far. */
    public Quantity filled() {
      return view().filled();
    }

    /** Whether an execution is known already. */
    public boolean knows(Fill fill) {
      return fills.stream().anyMatch(known -> known.id().equals(fill.id()));
    }

    /** Whether there is nothing more to wait for: it has ended, or nobody knows. */
    public boolean isAnswer() {
      return phase.isTerminal() || phase == OrderPhase.UNKNOWN;
    }

    /** Whether it was placed at the broker, past this house. */
    public boolean isAdopted() {
      return intent.origin() == Intent.Origin.BROKER;
    }

    /** The order as others may see it. */
    public OrderView view() {
      return new OrderView(
          intent, clientOrderId, phase, brokerOrderId, refusal, fills, recordedAt, lastChanged);
    }

    @Override
    public Placed apply(OrderEvent event) {
      return switch (event) {
        case OrderEvent.IntentRecorded recorded ->
            throw new IllegalStateException("an order has one intent, not also " + recorded);
        case OrderEvent.OrderAdmitted admitted ->
            with(OrderPhases.open(phase, OrderPhase.FUNDS_RESERVED), admitted);
        case OrderEvent.SubmissionStarted started ->
            with(OrderPhases.open(phase, OrderPhase.SUBMITTING), started)
                .with(new Submission(started.attempt(), 0, Optional.empty()));
        case OrderEvent.OutcomeUnknown unknown ->
            with(OrderPhases.open(phase, OrderPhase.UNKNOWN), unknown)
                .with(new Submission(submission.attempt(), 0, Optional.of(unknown.at())));
        case OrderEvent.LookupMissed missed ->
            with(phase, missed)
                .with(
                    new Submission(
                        submission.attempt(), missed.misses(), submission.unknownSince()));
        case OrderEvent.OrderAccepted accepted ->
            with(OrderPhases.accepted(phase, marks.cancelWanted()), accepted)
                .with(accepted.brokerOrderId());
        case OrderEvent.OrderWorking working ->
            with(OrderPhases.open(phase, OrderPhase.WORKING), working);
        case OrderEvent.OrderRejected rejected ->
            with(OrderPhases.open(phase, OrderPhase.REJECTED), rejected).with(rejected.refusal());
        case OrderEvent.SubmissionFailed failed ->
            with(OrderPhases.open(phase, OrderPhase.SEND_FAILED), failed)
                .with(OrderLifecycle.neverSent(failed.reason()));
        case OrderEvent.FillRecorded recorded -> withFill(recorded);
        case OrderEvent.OverfillDetected detected ->
            with(phase, detected).with(marks.withOverfilled());
        case OrderEvent.CancelRequested requested ->
            with(OrderPhases.cancelRequested(phase), requested).with(marks.withCancelWanted(true));
        case OrderEvent.CancelRefused refused ->
            with(OrderPhases.cancelRefused(phase, fills.isEmpty()), refused)
                .with(marks.withCancelWanted(false));
        case OrderEvent.OrderCancelled cancelled ->
            with(OrderPhases.cancelled(phase, fills.isEmpty()), cancelled);
        case OrderEvent.OrderExpired expired ->
            with(OrderPhases.expired(phase, fills.isEmpty()), expired);
        case OrderEvent.OrderSettled settled -> with(phase, settled).with(marks.withSettled(true));
      };
    }

    /** A fill is a fact in every phase; one that comes late has to be booked as well. */
    private Placed withFill(OrderEvent.FillRecorded recorded) {
      if (knows(recorded.fill())) {
        return this;
      }
      List<Fill> more = new ArrayList<>(fills);
      more.add(recorded.fill());
      Quantity sum = filled().plus(recorded.fill().quantity());
      return new Placed(
          intent,
          clientOrderId,
          OrderPhases.filled(phase, sum.compareTo(intent.quantity()) >= 0),
          brokerOrderId,
          refusal,
          more,
          submission,
          marks.withSettled(false),
          recordedAt,
          recorded.at());
    }

    private Placed with(OrderPhase nowPhase, OrderEvent event) {
      return new Placed(
          intent,
          clientOrderId,
          nowPhase,
          brokerOrderId,
          refusal,
          fills,
          submission,
          marks,
          recordedAt,
          event.at());
    }

    private Placed with(Submission now) {
      return new Placed(
          intent,
          clientOrderId,
          phase,
          brokerOrderId,
          refusal,
          fills,
          now,
          marks,
          recordedAt,
          lastChanged);
    }

    private Placed with(Marks now) {
      return new Placed(
          intent,
          clientOrderId,
          phase,
          brokerOrderId,
          refusal,
          fills,
          submission,
          now,
          recordedAt,
          lastChanged);
    }

    private Placed with(BrokerOrderId now) {
      return new Placed(
          intent,
          clientOrderId,
          phase,
          Optional.of(now),
          refusal,
          fills,
          submission,
          marks,
          recordedAt,
          lastChanged);
    }

    private Placed with(Refusal now) {
      return new Placed(
          intent,
          clientOrderId,
          phase,
          brokerOrderId,
          Optional.of(now),
          fills,
          submission,
          marks,
          recordedAt,
          lastChanged);
    }
  }
}
