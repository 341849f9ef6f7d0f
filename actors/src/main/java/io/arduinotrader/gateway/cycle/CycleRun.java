package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.gateway.cycle.domain.StepOutcomes;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleSnapshot.AnnouncedDeposit;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.Listening;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.UnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.pattern.Patterns;

/** Starts the work of a cycle and brings every result back to the entity as a message. */
final class CycleRun {

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final AccountId account;
  private final ActorContext<CycleCommand> context;
  private final TimerScheduler<CycleCommand> timers;
  private final CycleStages stages;
  private final Deposits deposits;
  private final Duration stageTimeout;

  CycleRun(
      AccountId account,
      ActorContext<CycleCommand> context,
      TimerScheduler<CycleCommand> timers,
      Rooms rooms,
      Duration stageTimeout) {
    this.account = account;
    this.context = context;
    this.timers = timers;
    this.stages = new CycleStages(account, rooms, stageTimeout);
    this.deposits = new Deposits(account, rooms, stageTimeout);
    this.stageTimeout = stageTimeout;
  }

  void resume(CycleState interrupted) {
    context.getSelf().tell(new CycleMessage.Resume(interrupted));
  }

  /** A stage of which nothing is heard within its time has failed. */
  void limit(CycleId id, Stage stage, int steps) {
    timers.startSingleTimer("stage", new CycleMessage.StageOverdue(id, stage, steps), stageTimeout);
  }

  void stage(CycleId id, Stage stage, CycleState state) {
    switch (stage) {
      case SYNC ->
          context.pipeToSelf(
              returning(stages::reconcile),
              (broker, failure) ->
                  failure == null
                      ? new CycleMessage.Reconciled(id, broker)
                      : new CycleMessage.StageFailed(id, stage, Stages.reason(failure)));
      case SCORE -> pipe(id, stage, stages.score());
      case OPTIMIZE -> pipe(id, stage, returning(stages::optimize));
      case PLAN -> plan(id, state);
      case EXECUTE -> pipe(id, stage, settle(state));
    }
  }

  void syncPrices(CycleId id, BrokerView broker, boolean force) {
    CompletableFuture<SyncProgress> end = new CompletableFuture<>();
    ActorRef<CycleCommand> self = context.getSelf();
    told(
        end,
        () ->
            stages.syncPrices(
                force,
                context.spawnAnonymous(
                    Listening.until(
                        SyncProgress.class,
                        progress -> !(progress instanceof Synced),
                        progress -> self.tell(new CycleMessage.PricesSyncing(id, broker, progress)),
                        end,
                        stages.partOfSync()))));
    pipe(
        id,
        Stage.SYNC,
        end.thenApply(last -> CycleStages.synced(broker, last))
            .exceptionally(failure -> CycleStages.notFetched(broker, Stages.reason(failure)))
            .thenCompose(this::marked));
  }

  private void plan(CycleId id, CycleState state) {
    CompletableFuture<PlanProgress> end = new CompletableFuture<>();
    ActorRef<CycleCommand> self = context.getSelf();
    told(
        end,
        () ->
            stages.plan(
                state.targets(),
                context.spawnAnonymous(
                    Listening.until(
                        PlanProgress.class,
                        PlanProgress::ends,
                        progress -> self.tell(new CycleMessage.Planning(id, progress)),
                        end,
                        stageTimeout))));
    pipe(id, Stage.PLAN, end.thenApply(CycleStages::planned));
  }

  /** Tells a desk something; when none can be reached, the end of its work has failed already. */
  private static void told(CompletableFuture<?> end, Runnable telling) {
    try {
      telling.run();
    } catch (UnreachableException unreachable) {
      end.completeExceptionally(unreachable);
    }
  }

  /** Sends a step's order; a time-out is no answer, and the order goes on by itself. */
  void place(CycleId id, Plan plan, Plan.Step step) {
    Intent intent =
        new Intent(
            intent(id, step),
            account,
            step.isin(),
            step.symbol(),
            step.side(),
            step.quantity(),
            OrderType.MARKET,
            Optional.empty(),
            Optional.empty(),
            TimeInForce.DAY,
            Intent.Origin.CYCLE,
            "plan " + plan.id() + " step " + step.number());
    mark(plan, Plan.Status.EXECUTING);
    context.pipeToSelf(
        returning(() -> stages.place(intent)),
        (reply, failure) ->
            new CycleMessage.StepDone(
                id,
                failure == null
                    ? StepOutcomes.of(step, intent.id(), reply)
                    : unanswered(id, step, Stages.reason(failure))));
  }

  /**
   * Work that needs another node waits for it to come back, as long as its stage may take. What was
   * asked of the node that was lost is asked again; it carries the same ids.
   */
  private <T> CompletionStage<T> returning(Callable<CompletionStage<T>> work) {
    return Stages.onArrival(
        Patterns.retry(
            work,
            (result, failure) -> failure != null && Stages.isAway(failure),
            Math.toIntExact(stageTimeout.dividedBy(RETRY)),
            RETRY,
            context.getSystem()));
  }

  /** The outcome of a step whose order has not answered. */
  static StepOutcome unanswered(CycleId id, Plan.Step step, String reason) {
    return StepOutcomes.failed(
        step, intent(id, step), "no answer yet, the order goes on by itself: " + reason);
  }

  /** The same step of the same cycle always has the same intent. */
  private static IntentId intent(CycleId id, Plan.Step step) {
    return new IntentId(id.value() + "#" + step.number());
  }

  private CompletionStage<StageResult> settle(CycleState state) {
    state.plan().ifPresent(plan -> mark(plan, Plan.Status.COMPLETED));
    long traded = state.view().steps().stream().filter(step -> step.success()).count();
    return marked(
        StageResult.note(
            "%d of %d trades were made.".formatted(traded, state.view().steps().size())));
  }

  private CompletionStage<StageResult> marked(StageResult result) {
    return stages
        .markValue()
        .thenApply(
            problem ->
                problem.isEmpty()
                    ? result
                    : StageResult.note(
                        result.note() + " The account could not be valued: " + problem + "."));
  }

  private void mark(Plan plan, Plan.Status status) {
    context.pipeToSelf(
        stages.mark(plan, status),
        (kept, failure) -> {
          if (failure != null) {
            context
                .getSystem()
                .log()
                .warn("plan {} could not be marked {}: {}", plan.id(), status, failure.toString());
          }
          return new CycleMessage.Noted();
        });
  }

  void book(AnnouncedDeposit deposit) {
    context.pipeToSelf(
        deposits.book(deposit),
        (portfolio, failure) ->
            failure == null
                ? new CycleMessage.DepositBooked(deposit.id(), portfolio)
                : new CycleMessage.DepositDelayed(deposit.id(), Stages.reason(failure)));
  }

  void bookLater(DepositId deposit) {
    timers.startSingleTimer(deposit, new CycleMessage.RetryDeposit(deposit), RETRY);
  }

  private void pipe(CycleId id, Stage stage, CompletionStage<StageResult> work) {
    context.pipeToSelf(
        work,
        (result, failure) ->
            failure == null
                ? new CycleMessage.StageDone(id, stage, result)
                : new CycleMessage.StageFailed(id, stage, Stages.reason(failure)));
  }
}
