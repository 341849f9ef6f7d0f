package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleSnapshot;
import io.arduinotrader.protocol.cycle.CycleSnapshot.AnnouncedDeposit;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.SnapshotForm;
import io.arduinotrader.support.metrics.CycleMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * One account's trading cycle and deposits. At most one cycle runs at a time; every finished stage
 * and step is an event, and after a crash the cycle goes on at the first unfinished one. Orders
 * carry the same intent ids then, so that nothing is traded twice.
 */
public final class CycleEntity extends JournaledEntity<CycleCommand, CycleEvent, CycleState> {

  private final CycleRun run;
  private final CycleReactions cycle;
  private final DepositReactions deposits;
  private final CycleMetrics metrics = new CycleMetrics();

  private CycleEntity(AccountId account, InstantSource clock, int maximumTrades, CycleRun run) {
    super(
        PersistenceId.of(CycleCommand.KEY.name(), account.value()),
        JournalCodecs.CYCLE_EVENTS,
        Set.of(),
        new SnapshotForm<>(
            JournalCodecs.CYCLE_SNAPSHOTS.manifest(),
            CycleSnapshot.class,
            CycleState::toSnapshot,
            CycleState::fromSnapshot));
    this.run = run;
    this.cycle = new CycleReactions(run, clock, maximumTrades);
    this.deposits = new DepositReactions(run, clock, cycle::proceed);
  }

  /**
   * The cycle of an account.
   *
   * @param maximumTrades steps of a plan that one cycle executes at the most
   * @param stageTimeout how long a stage may take
   */
  public static Behavior<CycleCommand> create(
      AccountId account,
      Rooms rooms,
      InstantSource clock,
      int maximumTrades,
      Duration stageTimeout) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new CycleEntity(
                        account,
                        clock,
                        maximumTrades,
                        new CycleRun(account, context, timers, rooms, stageTimeout))));
  }

  @Override
  protected CycleState initial() {
    return CycleState.initial();
  }

  @Override
  protected CycleState apply(CycleState state, CycleEvent event) {
    return state.apply(event);
  }

  @Override
  public SignalHandler<Journaled<CycleState>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(
            RecoveryCompleted.class,
            (journaled, signal) -> {
              if (journaled.isWhole()) {
                run.resume(journaled.state());
              }
            })
        .build();
  }

  @Override
  protected ReplyEffect<Chained<CycleEvent>, Journaled<CycleState>> onCommand(
      Journaled<CycleState> journaled, CycleCommand command) {
    CycleState state = journaled.state();
    return switch (command) {
      case CycleCommand.StartCycle start -> react(journaled, cycle.start(state, start));
      case CycleCommand.Watch watch -> react(journaled, cycle.watch(state, watch.replyTo()));
      case CycleCommand.Deposit deposit -> react(journaled, deposits.announce(state, deposit));
      case CycleCommand.GetCycle get -> Effect().reply(get.replyTo(), state.view());
      case CycleCommand.GetUnsettledDeposits get ->
          Effect()
              .reply(
                  get.replyTo(),
                  new CycleCommand.UnsettledDeposits(
                      state.unsettledDeposits().stream().map(AnnouncedDeposit::id).toList()));
      case CycleCommand.Internal internal ->
          react(journaled, onMessage(state, (CycleMessage) internal));
    };
  }

  private Reaction onMessage(CycleState state, CycleMessage message) {
    return switch (message) {
      case CycleMessage.Resume resume -> Reaction.only(() -> takeUp(state, resume.interrupted()));
      case CycleMessage.Reconciled reconciled -> cycle.reconciled(state, reconciled);
      case CycleMessage.PricesSyncing syncing ->
          cycle.progress(
              state,
              syncing.id(),
              Stage.SYNC,
              CycleNarrative.percent(syncing.progress()),
              CycleNarrative.message(syncing.progress()));
      case CycleMessage.Planning planning ->
          cycle.progress(
              state,
              planning.id(),
              Stage.PLAN,
              CycleNarrative.percent(planning.progress()),
              CycleNarrative.message(planning.progress()));
      case CycleMessage.StageDone done -> cycle.stageDone(state, done);
      case CycleMessage.StageFailed failed -> cycle.stageFailed(state, failed);
      case CycleMessage.StageOverdue overdue -> cycle.stageOverdue(state, overdue);
      case CycleMessage.StepDone done -> cycle.stepDone(state, done);
      case CycleMessage.DepositBooked booked -> deposits.booked(state, booked);
      case CycleMessage.DepositDelayed delayed -> deposits.delayed(state, delayed);
      case CycleMessage.RetryDeposit retry -> deposits.retry(state, retry);
      case CycleMessage.Noted noted -> Reaction.none();
    };
  }

  private void measure(CycleEvent event) {
    if (event instanceof CycleEvent.CycleStarted) {
      metrics.started();
    } else if (event instanceof CycleEvent.CycleEnded ended) {
      metrics.ended(ended.failure().isEmpty());
    }
  }

  private void takeUp(CycleState state, CycleState interrupted) {
    interrupted.unsettledDeposits().forEach(run::book);
    if (interrupted.running().isPresent() && interrupted.running().equals(state.running())) {
      cycle.proceed(state);
    }
  }

  private ReplyEffect<Chained<CycleEvent>, Journaled<CycleState>> react(
      Journaled<CycleState> journaled, Reaction reaction) {
    return persist(journaled, reaction.events())
        .thenRun(
            (Journaled<CycleState> after) -> {
              reaction.events().forEach(this::measure);
              reaction.then().accept(after.state());
            })
        .thenNoReply();
  }
}
