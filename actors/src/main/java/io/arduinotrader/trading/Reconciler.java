package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.trading.broker.BrokerDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/**
 * Keeps our books and the broker's in step: reads the broker at the start and ever again, passes on
 * what it says of orders, and has the account note in what the books differ. It never changes a
 * book; until the first reading is complete the broker counts as not ready and nothing is traded.
 */
public final class Reconciler {

  /**
   * When the broker is read.
   *
   * @param every the pause between two readings
   * @param overlap how long an order that has ended is still asked about
   */
  public record Rhythm(Duration every, Duration overlap) {}

  private final ActorContext<BrokerCommand> context;
  private final TimerScheduler<BrokerCommand> timers;
  private final Reconciliation reconciliation;
  private final Rhythm rhythm;
  private final InstantSource clock;
  private final List<ActorRef<BrokerView>> forThisRound = new ArrayList<>();
  private final List<ActorRef<BrokerView>> forNextRound = new ArrayList<>();
  private boolean due = true;
  private boolean timed;
  private boolean reading;
  private Map<ClientOrderId, BrokerReport> known = Map.of();
  private Optional<Instant> reconciled = Optional.empty();
  private List<Drift> differences = List.of();
  private List<Drift> lasting = List.of();
  private List<Drift> drifts = List.of();
  private Optional<ReconcilerMessage.Shown> told = Optional.empty();
  private BrokerDesk.Health health = new BrokerDesk.Health(false, Optional.empty());

  private Reconciler(
      ActorContext<BrokerCommand> context,
      TimerScheduler<BrokerCommand> timers,
      Reconciliation reconciliation,
      Rhythm rhythm,
      InstantSource clock) {
    this.context = context;
    this.timers = timers;
    this.reconciliation = reconciliation;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  /** Who reads the broker through a desk of this node; there is one in the cluster. */
  public static Behavior<BrokerCommand> create(
      AccountId account,
      Rooms rooms,
      MarketWatch watch,
      ActorRef<BrokerDesk.Command> desk,
      DeskLine.Limits limits,
      Rhythm rhythm,
      InstantSource clock) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  Reconciliation reconciliation =
                      new Reconciliation(
                          account, rooms, watch, desk, context.getSystem().scheduler(), limits);
                  Reconciler reconciler =
                      new Reconciler(context, timers, reconciliation, rhythm, clock);
                  context
                      .getSystem()
                      .receptionist()
                      .tell(Receptionist.register(BrokerCommand.KEY, context.getSelf()));
                  reconciler.begin();
                  return Behaviors.receiveMessage(reconciler::onCommand);
                }));
  }

  private Behavior<BrokerCommand> onCommand(BrokerCommand command) {
    switch (command) {
      case BrokerCommand.Reconcile reconcile -> {
        forNextRound.add(reconcile.replyTo());
        begin();
      }
      case BrokerCommand.GetBroker get -> get.replyTo().tell(view());
      case BrokerCommand.NoteDeposit deposit -> note(deposit);
      case BrokerCommand.FindIntent find -> find(find);
      case BrokerCommand.Internal internal -> onMessage((ReconcilerMessage) internal);
    }
    return Behaviors.same();
  }

  private void onMessage(ReconcilerMessage message) {
    switch (message) {
      case ReconcilerMessage.Begin begin -> {
        due = true;
        begin();
      }
      case ReconcilerMessage.Ended ended -> {
        health = ended.health();
        switch (ended.outcome()) {
          case Reconciliation.Complete complete -> {
            known = complete.reports();
            reconciled = Optional.of(clock.instant());
            compared(complete.differences());
            note();
          }
          case Reconciliation.Incomplete incomplete -> {
            context.getLog().warn("the broker could not be read: {}", incomplete.reason());
            answerAndGoOn();
          }
        }
      }
      case ReconcilerMessage.Noted noted -> {
        told = Optional.of(noted.shown());
        answerAndGoOn();
      }
      case ReconcilerMessage.NotNoted not -> {
        context.getLog().warn("differences could not be noted: {}", not.reason());
        answerAndGoOn();
      }
    }
  }

  private void begin() {
    if (reading) {
      return;
    }
    reading = true;
    timed = due;
    due = false;
    forThisRound.addAll(forNextRound);
    forNextRound.clear();
    context.pipeToSelf(
        reconciliation
            .read(clock.instant().minus(rhythm.overlap()), known)
            .thenCompose(
                outcome ->
                    reconciliation
                        .health()
                        .thenApply(now -> new ReconcilerMessage.Ended(outcome, now))),
        (ended, failure) ->
            failure == null
                ? ended
                : new ReconcilerMessage.Ended(
                    new Reconciliation.Incomplete(Stages.reason(failure)),
                    new BrokerDesk.Health(false, Optional.of(clock.instant()))));
  }

  private void answerAndGoOn() {
    reading = false;
    forThisRound.forEach(caller -> caller.tell(view()));
    forThisRound.clear();
    if (timed) {
      timers.startSingleTimer("round", new ReconcilerMessage.Begin(), rhythm.every());
    }
    if (due || !forNextRound.isEmpty()) {
      begin();
    }
  }

  /**
   * A difference seen once may be a fill on its way; one that is there a whole pause later and was
   * there in every reading between is real. Readings somebody asked for may follow one another at
   * once, so they confirm nothing.
   */
  private void compared(List<Drift> found) {
    List<Drift> stayed = found.stream().filter(lasting::contains).toList();
    List<Drift> confirmed = timed ? stayed : found.stream().filter(drifts::contains).toList();
    lasting = timed ? found : stayed;
    confirmed.stream()
        .filter(drift -> !drifts.contains(drift))
        .forEach(
            drift ->
                context
                    .getLog()
                    .warn(
                        "the books differ in {} {}: {} here, {} at the broker",
                        drift.kind(),
                        drift.subject(),
                        drift.ours(),
                        drift.brokers()));
    if (confirmed.isEmpty() && !drifts.isEmpty()) {
      context.getLog().info("the books agree again");
    }
    differences = found;
    drifts = confirmed;
  }

  /** The account remembers what it was told, so it is told again only of what is new. */
  private void note() {
    ReconcilerMessage.Shown now = new ReconcilerMessage.Shown(drifts, differences);
    if (told.filter(now::equals).isPresent()) {
      answerAndGoOn();
      return;
    }
    context.pipeToSelf(
        reconciliation.noted(now.confirmed(), now.found()),
        (done, failure) ->
            failure == null
                ? new ReconcilerMessage.Noted(now)
                : new ReconcilerMessage.NotNoted(Stages.reason(failure)));
  }

  private BrokerView view() {
    return new BrokerView(
        health.reachable() && reconciled.isPresent(),
        health.reachable(),
        health.since(),
        reconciled,
        drifts);
  }

  private void note(BrokerCommand.NoteDeposit deposit) {
    reconciliation
        .answer(
            port -> {
              port.noteDeposit(deposit.id(), deposit.amount());
              return deposit.id();
            })
        .<BrokerCommand.DepositNote>handle(
            (id, failure) ->
                failure == null
                    ? new BrokerCommand.DepositNoted(id)
                    : new BrokerCommand.DepositUnconfirmed(deposit.id(), Stages.reason(failure)))
        .thenAccept(deposit.replyTo()::tell);
  }

  /** What was read lately is known without asking, also while the broker is away. */
  private void find(BrokerCommand.FindIntent find) {
    Optional<IntentId> lately =
        known.values().stream()
            .filter(report -> report.brokerOrderId().equals(find.order()))
            .map(BrokerReport::intent)
            .findFirst();
    if (lately.isPresent()) {
      find.replyTo().tell(new BrokerCommand.Found(lately));
      return;
    }
    reconciliation
        .answer(port -> port.find(find.order()))
        .<BrokerCommand.FindReply>handle(
            (intent, failure) ->
                failure == null
                    ? new BrokerCommand.Found(intent)
                    : new BrokerCommand.NotAsked(Stages.reason(failure)))
        .thenAccept(find.replyTo()::tell);
  }
}
