package io.arduinotrader.trading;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.trading.OrderErrands.Errand;
import io.arduinotrader.trading.domain.OrderLifecycle;
import io.arduinotrader.trading.domain.OrderState;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * One order from the wish to its end. Every step is stored before the next is taken, and the broker
 * sees nothing before the intent, the reservation and the submission are on the disk. After a crash
 * the order takes up its first unfinished step; one that may or may not have reached the broker is
 * looked up there, never simply sent again.
 */
public final class OrderEntity extends JournaledEntity<OrderCommand, OrderEvent, OrderState> {

  private final IntentId id;
  private final TradingSetup setup;
  private final OrderErrands errands;
  private final List<ActorRef<OrderReply>> waiting = new ArrayList<>();

  private OrderEntity(IntentId id, TradingSetup setup, OrderErrands errands) {
    super(PersistenceId.of(OrderCommand.KEY.name(), id.value()), JournalCodecs.ORDER_EVENTS);
    this.id = id;
    this.setup = setup;
    this.errands = errands;
  }

  /** The order of an intent. */
  public static Behavior<OrderCommand> create(IntentId id, TradingSetup setup) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new OrderEntity(id, setup, new OrderErrands(context, timers, setup))));
  }

  @Override
  protected OrderState initial() {
    return OrderState.BLANK;
  }

  @Override
  protected OrderState apply(OrderState state, OrderEvent event) {
    return state.apply(event);
  }

  @Override
  public SignalHandler<Journaled<OrderState>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (journaled, signal) -> errands.beginAgain())
        .build();
  }

  @Override
  protected ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> onCommand(
      Journaled<OrderState> journaled, OrderCommand command) {
    return switch (command) {
      case OrderCommand.Place place -> place(journaled, place);
      case OrderCommand.Cancel cancel -> cancel(journaled, cancel);
      case OrderCommand.GetOrder get -> Effect().reply(get.replyTo(), reply(journaled.state()));
      case OrderCommand.Report report -> reported(journaled, report);
      case OrderCommand.Resume resume -> events(journaled, this::resumed);
      case OrderCommand.Internal internal -> onMessage(journaled, (OrderMessage) internal);
    };
  }

  private ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> onMessage(
      Journaled<OrderState> journaled, OrderMessage message) {
    return switch (message) {
      case OrderMessage.Judged judged -> {
        errands.done(Errand.ADMISSION);
        yield events(journaled, order -> judged(order, judged.reply()));
      }
      case OrderMessage.Sent sent -> events(journaled, order -> sent(order, sent.answer()));
      case OrderMessage.LookedUp lookedUp -> events(journaled, order -> lookedUp(order, lookedUp));
      case OrderMessage.CancelAnswered answered ->
          events(journaled, order -> cancelAnswered(order, answered.answer()));
      case OrderMessage.Announced announced -> {
        errands.announced();
        yield events(journaled, order -> List.of());
      }
      case OrderMessage.Delivered delivered -> {
        errands.delivered(delivered.fill());
        yield events(journaled, order -> List.of());
      }
      case OrderMessage.Settled settled -> {
        errands.done(Errand.SETTLEMENT);
        yield events(
            journaled,
            order ->
                errands.hasDelivered(order) ? OrderLifecycle.settled(order, now()) : List.of());
      }
      case OrderMessage.Failed failed -> {
        errands.later(failed.errand());
        yield Effect().noReply();
      }
      case OrderMessage.Again again -> {
        errands.done(again.errand());
        yield events(journaled, order -> List.of());
      }
      case OrderMessage.WaitOver over -> {
        answerWaiting(journaled.state());
        yield Effect().noReply();
      }
    };
  }

  private ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> place(
      Journaled<OrderState> journaled, OrderCommand.Place place) {
    return switch (OrderLifecycle.place(journaled.state(), place.intent(), now())) {
      case OrderLifecycle.Decision.Refused refused ->
          Effect()
              .reply(
                  place.replyTo(),
                  new OrderReply.Refused(refused.refusal(), placed(journaled).view()));
      case OrderLifecycle.Decision.Happens happens -> {
        waiting.add(place.replyTo());
        yield store(journaled, happens.events());
      }
    };
  }

  private ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> cancel(
      Journaled<OrderState> journaled, OrderCommand.Cancel cancel) {
    if (!(journaled.state() instanceof Placed order)) {
      return Effect().reply(cancel.replyTo(), new OrderReply.Unknown(id));
    }
    return switch (OrderLifecycle.cancel(order, cancel.reason(), now())) {
      case OrderLifecycle.Decision.Refused refused ->
          Effect().reply(cancel.replyTo(), new OrderReply.Refused(refused.refusal(), order.view()));
      case OrderLifecycle.Decision.Happens happens -> {
        waiting.add(cancel.replyTo());
        yield store(journaled, happens.events());
      }
    };
  }

  private ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> reported(
      Journaled<OrderState> journaled, OrderCommand.Report report) {
    List<OrderEvent> events =
        switch (journaled.state()) {
          case Placed order -> OrderLifecycle.reported(order, report.report(), now());
          case OrderState.Blank blank -> {
            errands.stranger(report.report());
            yield OrderLifecycle.adopted(report.report(), now());
          }
        };
    return persist(journaled, events)
        .thenRun((Journaled<OrderState> after) -> happened(events, after.state()))
        .thenReply(report.replyTo(), after -> Done.getInstance());
  }

  /**
   * A node that stopped while sending does not know whether the order arrived. A wish that was
   * never judged and for which nobody waits any longer is not taken up late.
   */
  private List<OrderEvent> resumed(Placed order) {
    boolean forgotten =
        waiting.isEmpty() && now().isAfter(order.recordedAt().plus(setup.patience()));
    if (order.phase() == OrderPhase.INTENT_RECORDED && forgotten) {
      return OrderLifecycle.lapsed(order, "nobody waits for the order any longer", now());
    }
    return errands.mayBeUnderWay(order)
        ? OrderLifecycle.unanswered(order, "the node stopped while sending the order", now())
        : List.of();
  }

  private List<OrderEvent> judged(Placed order, AdmissionReply reply) {
    return switch (reply) {
      case AdmissionReply.Admitted admitted -> OrderLifecycle.admitted(order, now());
      case AdmissionReply.Refused refused ->
          OrderLifecycle.refused(order, refused.refusal(), now());
      case AdmissionReply.Undecided undecided ->
          OrderLifecycle.lapsed(order, undecided.reason(), now());
    };
  }

  private List<OrderEvent> sent(Placed order, BrokerLine.Submitted answer) {
    return switch (answer) {
      case BrokerLine.Taken taken -> {
        errands.done(Errand.SUBMISSION);
        errands.look();
        yield OrderLifecycle.taken(order, taken.id(), now());
      }
      case BrokerLine.TurnedDown no -> {
        errands.done(Errand.SUBMISSION);
        yield OrderLifecycle.turnedDown(order, no.reason(), now());
      }
      case BrokerLine.NotSent not -> {
        errands.sendAgainLater(order);
        yield List.of();
      }
      case BrokerLine.Unanswered none -> {
        errands.done(Errand.SUBMISSION);
        yield OrderLifecycle.unanswered(order, none.reason(), now());
      }
    };
  }

  private List<OrderEvent> lookedUp(Placed order, OrderMessage.LookedUp lookedUp) {
    errands.lookedUp(order);
    return switch (lookedUp.answer()) {
      case BrokerLine.Found found -> OrderLifecycle.reported(order, found.report(), now());
      case BrokerLine.Absent absent ->
          OrderLifecycle.missed(order, lookedUp.resending(), setup.broker(), now());
      case BrokerLine.Unanswered none -> List.of();
    };
  }

  private List<OrderEvent> cancelAnswered(Placed order, BrokerLine.Cancelled answer) {
    return switch (answer) {
      case BrokerLine.Accepted accepted -> {
        errands.look();
        yield List.of();
      }
      case BrokerLine.NotCancelled no -> {
        errands.done(Errand.CANCELLATION);
        errands.look();
        yield OrderLifecycle.cancelRefused(order, no.reason(), now());
      }
      case BrokerLine.Unanswered none -> {
        errands.later(Errand.CANCELLATION);
        yield List.of();
      }
    };
  }

  private ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> events(
      Journaled<OrderState> journaled, Function<Placed, List<OrderEvent>> decide) {
    return journaled.state() instanceof Placed order
        ? store(journaled, decide.apply(order))
        : Effect().noReply();
  }

  private ReplyEffect<Chained<OrderEvent>, Journaled<OrderState>> store(
      Journaled<OrderState> journaled, List<OrderEvent> events) {
    return persist(journaled, events)
        .thenRun((Journaled<OrderState> after) -> happened(events, after.state()))
        .thenNoReply();
  }

  private void happened(List<OrderEvent> events, OrderState state) {
    if (state instanceof Placed order) {
      events.forEach(event -> errands.noticed(order, event));
      errands.next(order);
      if (order.isAnswer()) {
        answerWaiting(order);
      } else if (order.brokerOrderId().isPresent() && !waiting.isEmpty()) {
        errands.waitForFill();
      }
    }
  }

  private void answerWaiting(OrderState state) {
    waiting.forEach(caller -> caller.tell(reply(state)));
    waiting.clear();
  }

  private OrderReply reply(OrderState state) {
    return switch (state) {
      case OrderState.Blank blank -> new OrderReply.Unknown(id);
      case Placed order -> new OrderReply.Known(order.view());
    };
  }

  private static Placed placed(Journaled<OrderState> journaled) {
    if (journaled.state() instanceof Placed order) {
      return order;
    }
    throw new IllegalStateException("only a placed order refuses a second intent");
  }

  private Instant now() {
    return setup.clock().now();
  }
}
