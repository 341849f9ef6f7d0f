package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.metrics.TradingMetrics;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * What an order has others do for it: each errand is run one at a time, brings its result back as a
 * message, and is harmless when it is run twice — but for sending, which is done once for every
 * submission that was stored by this very incarnation of the order.
 */
final class OrderErrands {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final String WAIT = "wait";

  /** The kinds of errand. */
  enum Errand {
    ADMISSION,
    SUBMISSION,
    LOOKUP,
    CANCELLATION,
    ANNOUNCEMENT,
    DELIVERY,
    SETTLEMENT
  }

  private final ActorContext<OrderCommand> context;
  private final TimerScheduler<OrderCommand> timers;
  private final TradingSetup setup;
  private final OrderBookkeeping bookkeeping;
  private final Set<Errand> running = EnumSet.noneOf(Errand.class);
  private final Set<FillId> delivered = new HashSet<>();
  private int toBeSent;
  private boolean lookWanted;
  private boolean announced;

  OrderErrands(
      ActorContext<OrderCommand> context, TimerScheduler<OrderCommand> timers, TradingSetup setup) {
    this.context = context;
    this.timers = timers;
    this.setup = setup;
    this.bookkeeping = new OrderBookkeeping(setup);
  }

  /** Forgets what was under way, because the order was read from the journal, and has it look. */
  void beginAgain() {
    running.clear();
    delivered.clear();
    toBeSent = 0;
    lookWanted = false;
    announced = false;
    context.getSelf().tell(new OrderCommand.Resume());
  }

  /** Whether every execution is known to portfolio and account, and the order to the account. */
  boolean hasDelivered(Placed order) {
    return (announced || !order.isAdopted())
        && order.fills().stream().allMatch(fill -> delivered.contains(fill.id()));
  }

  /** Whether the order may be at the broker without this incarnation having sent it. */
  boolean mayBeUnderWay(Placed order) {
    return order.phase() == OrderPhase.SUBMITTING
        && toBeSent != order.submission().attempt()
        && !running.contains(Errand.SUBMISSION);
  }

  void done(Errand errand) {
    running.remove(errand);
  }

  void announced() {
    running.remove(Errand.ANNOUNCEMENT);
    announced = true;
  }

  void delivered(FillId fill) {
    running.remove(Errand.DELIVERY);
    delivered.add(fill);
  }

  /** Has the order looked up as soon as possible. */
  void look() {
    lookWanted = true;
  }

  /** A lookup has come to an end; while nobody knows of the order, the next one follows later. */
  void lookedUp(Placed order) {
    lookWanted = false;
    if (order.phase() == OrderPhase.UNKNOWN) {
      timers.startSingleTimer(
          Errand.LOOKUP, new OrderMessage.Again(Errand.LOOKUP), setup.lookupEvery());
    } else {
      done(Errand.LOOKUP);
    }
  }

  /** An order that has surely not left the house is sent after a pause. */
  void sendAgainLater(Placed order) {
    toBeSent = order.submission().attempt();
    later(Errand.SUBMISSION);
  }

  /** Allows an errand to be run again after a pause, and has the order look whether it must. */
  void later(Errand errand) {
    timers.startSingleTimer(errand, new OrderMessage.Again(errand), RETRY);
  }

  /** Has those who wait for the order answered after a while, whatever happens. */
  void waitForFill() {
    if (!timers.isTimerActive(WAIT)) {
      timers.startSingleTimer(WAIT, new OrderMessage.WaitOver(), setup.fillWait());
    }
  }

  /** What a stored event means for the errands, and what a person has to be told. */
  void noticed(Placed order, OrderEvent event) {
    if (event instanceof OrderEvent.IntentRecorded) {
      TradingMetrics.placed();
    } else if (event instanceof OrderEvent.OrderSettled) {
      TradingMetrics.settled(order.phase());
    } else if (event instanceof OrderEvent.SubmissionStarted started) {
      toBeSent = started.attempt();
    } else if (event instanceof OrderEvent.CancelRequested) {
      done(Errand.CANCELLATION);
    } else if (event instanceof OrderEvent.OverfillDetected) {
      context
          .getLog()
          .error(
              "order {} was executed beyond its {} shares; {} is halted until it is released",
              order.intent().id(),
              order.intent().quantity(),
              order.intent().symbol());
    } else if (event instanceof OrderEvent.SubmissionFailed failed) {
      context
          .getLog()
          .error(
              "order {} was given up, compare the books: {}", order.intent().id(), failed.reason());
    }
  }

  /** The broker speaks of an order that was never placed here. */
  void stranger(BrokerReport report) {
    context
        .getLog()
        .error(
            "the broker reports {}, which nobody placed here: {} {} {}; it is taken over",
            report.brokerOrderId(),
            report.terms().side(),
            report.terms().quantity(),
            report.terms().symbol());
  }

  /** Runs the errands an order in this state needs. */
  void next(Placed order) {
    if (order.marks().settled()) {
      return;
    }
    announcement(order);
    delivery(order);
    switch (order.phase()) {
      case INTENT_RECORDED -> admission(order);
      case SUBMITTING -> submission(order);
      case UNKNOWN -> lookup(order);
      case CANCEL_PENDING -> {
        cancellation(order);
        lookupIfWanted(order);
      }
      case FUNDS_RESERVED, ACCEPTED, WORKING, PARTIALLY_FILLED -> lookupIfWanted(order);
      case REJECTED,
          FILLED,
          CANCELLED,
          PARTIALLY_FILLED_CANCELLED,
          EXPIRED,
          PARTIALLY_FILLED_EXPIRED,
          SEND_FAILED -> {
        if (hasDelivered(order)) {
          settlement(order);
        }
      }
    }
  }

  private void admission(Placed order) {
    if (running.add(Errand.ADMISSION)) {
      context.pipeToSelf(
          bookkeeping.admit(order.intent()),
          (reply, failure) ->
              new OrderMessage.Judged(
                  failure == null
                      ? reply
                      : new AdmissionReply.Undecided(order.intent().id(), Stages.reason(failure))));
    }
  }

  private void submission(Placed order) {
    if (toBeSent == order.submission().attempt() && running.add(Errand.SUBMISSION)) {
      toBeSent = 0;
      pipe(setup.line().submit(order.intent(), order.clientOrderId()), OrderMessage.Sent::new);
    }
  }

  private void lookupIfWanted(Placed order) {
    if (lookWanted) {
      lookup(order);
    }
  }

  private void lookup(Placed order) {
    if (running.add(Errand.LOOKUP)) {
      pipe(bookkeeping.lookup(order), looked -> looked);
    }
  }

  /** Asked once; what comes of it is seen by looking. */
  private void cancellation(Placed order) {
    if (running.add(Errand.CANCELLATION)) {
      pipe(setup.line().cancel(order.clientOrderId()), OrderMessage.CancelAnswered::new);
    }
  }

  /** Tells the account of an order that was placed past its rules. */
  private void announcement(Placed order) {
    if (order.isAdopted() && !announced && running.add(Errand.ANNOUNCEMENT)) {
      context.pipeToSelf(
          bookkeeping.adopt(order.intent()),
          (done, failure) ->
              failure == null
                  ? new OrderMessage.Announced()
                  : failed(Errand.ANNOUNCEMENT, failure));
    }
  }

  /** Tells portfolio and account of the first execution they may not know of. */
  private void delivery(Placed order) {
    order.fills().stream()
        .filter(fill -> !delivered.contains(fill.id()))
        .findFirst()
        .filter(fill -> running.add(Errand.DELIVERY))
        .ifPresent(this::deliver);
  }

  private void deliver(Fill fill) {
    context.pipeToSelf(
        bookkeeping.book(fill),
        (done, failure) ->
            failure == null
                ? new OrderMessage.Delivered(fill.id())
                : failed(Errand.DELIVERY, failure));
  }

  /** Tells portfolio and account that the order has ended. */
  private void settlement(Placed order) {
    if (running.add(Errand.SETTLEMENT)) {
      context.pipeToSelf(
          bookkeeping.settle(order),
          (done, failure) ->
              failure == null ? new OrderMessage.Settled() : failed(Errand.SETTLEMENT, failure));
    }
  }

  private OrderMessage failed(Errand errand, Throwable failure) {
    context
        .getSystem()
        .log()
        .warn("order errand {} failed and is run again: {}", errand, Stages.reason(failure));
    return new OrderMessage.Failed(errand);
  }

  private <T> void pipe(CompletionStage<T> answer, Function<T, OrderMessage> message) {
    context.pipeToSelf(
        answer,
        (value, failure) -> {
          if (failure != null) {
            throw new IllegalStateException("a broker line answers in any case", failure);
          }
          return message.apply(value);
        });
  }
}
