package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.fill;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.refusal;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.trading.OrderJournal;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;

/** Stores what happens to an order. */
public final class OrderEventCodec extends ProtobufEventCodec<OrderEvent> {

  private static final String INTENT_RECORDED = "order.intent-recorded.v1";
  private static final String ORDER_REJECTED = "order.order-rejected.v1";
  private static final String ORDER_ADMITTED = "order.order-admitted.v1";
  private static final String SUBMISSION_STARTED = "order.submission-started.v1";
  private static final String ORDER_ACCEPTED = "order.order-accepted.v1";
  private static final String OUTCOME_UNKNOWN = "order.outcome-unknown.v1";
  private static final String LOOKUP_MISSED = "order.lookup-missed.v1";
  private static final String SUBMISSION_FAILED = "order.submission-failed.v1";
  private static final String ORDER_WORKING = "order.order-working.v1";
  private static final String FILL_RECORDED = "order.fill-recorded.v1";
  private static final String OVERFILL_DETECTED = "order.overfill-detected.v1";
  private static final String CANCEL_REQUESTED = "order.cancel-requested.v1";
  private static final String CANCEL_REFUSED = "order.cancel-refused.v1";
  private static final String ORDER_CANCELLED = "order.order-cancelled.v1";
  private static final String ORDER_EXPIRED = "order.order-expired.v1";
  private static final String ORDER_SETTLED = "order.order-settled.v1";

  @Override
  public String family() {
    return "order";
  }

  @Override
  Stored store(OrderEvent event) {
    return switch (event) {
      case OrderEvent.IntentRecorded recorded ->
          new Stored(
              INTENT_RECORDED,
              OrderJournal.IntentRecorded.newBuilder()
                  .setIntent(storedIntent(recorded.intent()))
                  .setClientOrderId(recorded.clientOrderId().value())
                  .setAt(stored(recorded.at()))
                  .build());
      case OrderEvent.OrderRejected rejected ->
          new Stored(
              ORDER_REJECTED,
              OrderJournal.OrderRejected.newBuilder()
                  .setRefusal(stored(rejected.refusal()))
                  .setAt(stored(rejected.at()))
                  .build());
      case OrderEvent.OrderAdmitted admitted ->
          new Stored(
              ORDER_ADMITTED,
              OrderJournal.OrderAdmitted.newBuilder().setAt(stored(admitted.at())).build());
      case OrderEvent.SubmissionStarted started ->
          new Stored(
              SUBMISSION_STARTED,
              OrderJournal.SubmissionStarted.newBuilder()
                  .setAttempt(started.attempt())
                  .setAt(stored(started.at()))
                  .build());
      case OrderEvent.OrderAccepted accepted ->
          new Stored(
              ORDER_ACCEPTED,
              OrderJournal.OrderAccepted.newBuilder()
                  .setBrokerOrderId(accepted.brokerOrderId().value())
                  .setAt(stored(accepted.at()))
                  .build());
      case OrderEvent.OutcomeUnknown unknown ->
          new Stored(
              OUTCOME_UNKNOWN,
              OrderJournal.OutcomeUnknown.newBuilder()
                  .setReason(unknown.reason())
                  .setAt(stored(unknown.at()))
                  .build());
      case OrderEvent.LookupMissed missed ->
          new Stored(
              LOOKUP_MISSED,
              OrderJournal.LookupMissed.newBuilder()
                  .setMisses(missed.misses())
                  .setAt(stored(missed.at()))
                  .build());
      case OrderEvent.SubmissionFailed failed ->
          new Stored(
              SUBMISSION_FAILED,
              OrderJournal.SubmissionFailed.newBuilder()
                  .setReason(failed.reason())
                  .setAt(stored(failed.at()))
                  .build());
      case OrderEvent.OrderWorking working ->
          new Stored(
              ORDER_WORKING,
              OrderJournal.OrderWorking.newBuilder().setAt(stored(working.at())).build());
      case OrderEvent.FillRecorded recorded ->
          new Stored(
              FILL_RECORDED,
              OrderJournal.FillRecorded.newBuilder()
                  .setFill(stored(recorded.fill()))
                  .setAt(stored(recorded.at()))
                  .build());
      case OrderEvent.OverfillDetected detected ->
          new Stored(
              OVERFILL_DETECTED,
              OrderJournal.OverfillDetected.newBuilder().setAt(stored(detected.at())).build());
      case OrderEvent.CancelRequested requested ->
          new Stored(
              CANCEL_REQUESTED,
              OrderJournal.CancelRequested.newBuilder()
                  .setReason(requested.reason())
                  .setAt(stored(requested.at()))
                  .build());
      case OrderEvent.CancelRefused refused ->
          new Stored(
              CANCEL_REFUSED,
              OrderJournal.CancelRefused.newBuilder()
                  .setReason(refused.reason())
                  .setAt(stored(refused.at()))
                  .build());
      case OrderEvent.OrderCancelled cancelled ->
          new Stored(
              ORDER_CANCELLED,
              OrderJournal.OrderCancelled.newBuilder().setAt(stored(cancelled.at())).build());
      case OrderEvent.OrderExpired expired ->
          new Stored(
              ORDER_EXPIRED,
              OrderJournal.OrderExpired.newBuilder().setAt(stored(expired.at())).build());
      case OrderEvent.OrderSettled settled ->
          new Stored(
              ORDER_SETTLED,
              OrderJournal.OrderSettled.newBuilder().setAt(stored(settled.at())).build());
    };
  }

  @Override
  OrderEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case INTENT_RECORDED -> {
        var stored = parseEvent(OrderJournal.IntentRecorded.parser(), bytes);
        yield new OrderEvent.IntentRecorded(
            intent(stored.getIntent()),
            new ClientOrderId(stored.getClientOrderId()),
            instant(stored.getAt()));
      }
      case ORDER_REJECTED -> {
        var stored = parseEvent(OrderJournal.OrderRejected.parser(), bytes);
        yield new OrderEvent.OrderRejected(refusal(stored.getRefusal()), instant(stored.getAt()));
      }
      case ORDER_ADMITTED -> {
        var stored = parseEvent(OrderJournal.OrderAdmitted.parser(), bytes);
        yield new OrderEvent.OrderAdmitted(instant(stored.getAt()));
      }
      case SUBMISSION_STARTED -> {
        var stored = parseEvent(OrderJournal.SubmissionStarted.parser(), bytes);
        yield new OrderEvent.SubmissionStarted(stored.getAttempt(), instant(stored.getAt()));
      }
      case ORDER_ACCEPTED -> {
        var stored = parseEvent(OrderJournal.OrderAccepted.parser(), bytes);
        yield new OrderEvent.OrderAccepted(
            new BrokerOrderId(stored.getBrokerOrderId()), instant(stored.getAt()));
      }
      case OUTCOME_UNKNOWN -> {
        var stored = parseEvent(OrderJournal.OutcomeUnknown.parser(), bytes);
        yield new OrderEvent.OutcomeUnknown(stored.getReason(), instant(stored.getAt()));
      }
      case LOOKUP_MISSED -> {
        var stored = parseEvent(OrderJournal.LookupMissed.parser(), bytes);
        yield new OrderEvent.LookupMissed(stored.getMisses(), instant(stored.getAt()));
      }
      case SUBMISSION_FAILED -> {
        var stored = parseEvent(OrderJournal.SubmissionFailed.parser(), bytes);
        yield new OrderEvent.SubmissionFailed(stored.getReason(), instant(stored.getAt()));
      }
      case ORDER_WORKING -> {
        var stored = parseEvent(OrderJournal.OrderWorking.parser(), bytes);
        yield new OrderEvent.OrderWorking(instant(stored.getAt()));
      }
      case FILL_RECORDED -> {
        var stored = parseEvent(OrderJournal.FillRecorded.parser(), bytes);
        yield new OrderEvent.FillRecorded(fill(stored.getFill()), instant(stored.getAt()));
      }
      case OVERFILL_DETECTED -> {
        var stored = parseEvent(OrderJournal.OverfillDetected.parser(), bytes);
        yield new OrderEvent.OverfillDetected(instant(stored.getAt()));
      }
      case CANCEL_REQUESTED -> {
        var stored = parseEvent(OrderJournal.CancelRequested.parser(), bytes);
        yield new OrderEvent.CancelRequested(stored.getReason(), instant(stored.getAt()));
      }
      case CANCEL_REFUSED -> {
        var stored = parseEvent(OrderJournal.CancelRefused.parser(), bytes);
        yield new OrderEvent.CancelRefused(stored.getReason(), instant(stored.getAt()));
      }
      case ORDER_CANCELLED -> {
        var stored = parseEvent(OrderJournal.OrderCancelled.parser(), bytes);
        yield new OrderEvent.OrderCancelled(instant(stored.getAt()));
      }
      case ORDER_EXPIRED -> {
        var stored = parseEvent(OrderJournal.OrderExpired.parser(), bytes);
        yield new OrderEvent.OrderExpired(instant(stored.getAt()));
      }
      case ORDER_SETTLED -> {
        var stored = parseEvent(OrderJournal.OrderSettled.parser(), bytes);
        yield new OrderEvent.OrderSettled(instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }

  private static OrderJournal.Intent storedIntent(Intent intent) {
    OrderJournal.Intent.Builder stored =
        OrderJournal.Intent.newBuilder()
            .setId(intent.id().value())
            .setAccount(intent.account().value())
            .setIsin(intent.isin().value())
            .setSymbol(intent.symbol().value())
            .setSide(intent.side().name())
            .setQuantity(stored(intent.quantity()))
            .setType(intent.type().name())
            .setTimeInForce(intent.timeInForce().name())
            .setOrigin(intent.origin().name())
            .setCause(intent.cause());
    intent.limit().ifPresent(limit -> stored.setLimit(stored(limit)));
    intent.stop().ifPresent(stop -> stored.setStop(stored(stop)));
    return stored.build();
  }

  private static Intent intent(OrderJournal.Intent stored) {
    return new Intent(
        new IntentId(stored.getId()),
        new AccountId(stored.getAccount()),
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        side(stored.getSide()),
        quantity(stored.getQuantity()),
        constant(OrderType.class, stored.getType()),
        when(stored.hasLimit(), stored.getLimit(), StoredValues::price),
        when(stored.hasStop(), stored.getStop(), StoredValues::price),
        constant(TimeInForce.class, stored.getTimeInForce()),
        constant(Intent.Origin.class, stored.getOrigin()),
        stored.getCause());
  }
}
