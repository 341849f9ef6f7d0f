package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.CycleId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What follows from messages about the running cycle; late ones about another are passed over. */
final class CycleReactions {

  private static final String TOO_LONG = "it took too long";

  private final CycleRun run;
  private final InstantSource clock;
  private final int maximumTrades;
  private final Listeners listeners = new Listeners();

  CycleReactions(CycleRun run, InstantSource clock, int maximumTrades) {
    this.run = run;
    this.clock = clock;
    this.maximumTrades = maximumTrades;
  }

  Reaction start(CycleState state, CycleCommand.StartCycle start) {
    Optional<CycleId> running = state.running();
    if (running.isPresent() && !running.get().equals(start.id())) {
      Refusal refusal =
          Refusal.of(RefusalCode.ALREADY_RUNNING, "cycle " + running.get() + " is running");
      return Reaction.only(() -> start.replyTo().tell(new CycleProgress.Refused(refusal)));
    }
    if (state.view().id().filter(start.id()::equals).isPresent()) {
      return watch(state, start.replyTo());
    }
    listeners.add(start.replyTo());
    return new Reaction(
        List.of(
            new CycleEvent.CycleStarted(
                start.id(), start.dryRun(), start.force(), clock.instant())),
        this::proceed);
  }

  Reaction watch(CycleState state, ActorRef<CycleProgress> listener) {
    return Reaction.only(
        () -> {
          if (state.running().isPresent()) {
            listeners.add(listener);
          } else {
            listener.tell(new CycleProgress.Ended(state.view()));
          }
        });
  }

  /** Does what comes next in the running cycle, if one runs. */
  void proceed(CycleState state) {
    state.running().ifPresent(id -> proceed(id, state.nextStage().orElseThrow(), state));
  }

  private void proceed(CycleId id, Stage stage, CycleState state) {
    Optional<Plan.Step> step =
        stage == Stage.EXECUTE ? state.nextStep(maximumTrades) : Optional.empty();
    if (step.isPresent()) {
      tell(id, stage, percentOfSteps(state), CycleNarrative.placing(step.get()));
      run.place(id, state.plan().orElseThrow(), step.get());
    } else {
      int percent = stage == Stage.EXECUTE ? percentOfSteps(state) : stage.startsAtPercent();
      tell(id, stage, percent, CycleNarrative.begin(stage));
      run.stage(id, stage, state);
    }
    run.limit(id, stage, state.view().steps().size());
  }

  Reaction reconciled(CycleState state, CycleMessage.Reconciled reconciled) {
    return isAt(state, reconciled.id(), Stage.SYNC)
        ? Reaction.only(() -> run.syncPrices(reconciled.id(), reconciled.broker(), state.force()))
        : Reaction.none();
  }

  Reaction progress(CycleState state, CycleId id, Stage stage, int percent, String message) {
    return isAt(state, id, stage)
        ? Reaction.only(() -> tell(id, stage, percent, message))
        : Reaction.none();
  }

  Reaction stageDone(CycleState state, CycleMessage.StageDone done) {
    if (!isAt(state, done.id(), done.stage())) {
      return Reaction.none();
    }
    StageResult result = done.result();
    CycleEvent completed =
        new CycleEvent.StageCompleted(
            done.id(),
            done.stage(),
            result.note(),
            result.targets(),
            result.plan(),
            clock.instant());
    return state.isLast(done.stage())
        ? end(done.id(), List.of(completed), Optional.empty())
        : new Reaction(List.of(completed), this::proceed);
  }

  /**
   * Without scores or targets the cycle goes on with what is stored; the rest it cannot do without.
   */
  Reaction stageFailed(CycleState state, CycleMessage.StageFailed failed) {
    if (!isAt(state, failed.id(), failed.stage())) {
      return Reaction.none();
    }
    return switch (failed.stage()) {
      case SCORE, OPTIMIZE ->
          stageDone(
              state,
              new CycleMessage.StageDone(
                  failed.id(),
                  failed.stage(),
                  StageResult.note(
                      "The cycle goes on without %s: %s."
                          .formatted(failed.stage().token(), failed.reason()))));
      case SYNC, PLAN, EXECUTE ->
          end(failed.id(), List.of(), Optional.of(failed.stage().token() + ": " + failed.reason()));
    };
  }

  /** A step that takes too long has no outcome yet, and the next one is tried. */
  Reaction stageOverdue(CycleState state, CycleMessage.StageOverdue overdue) {
    if (state.view().steps().size() != overdue.steps()) {
      return Reaction.none();
    }
    Optional<Plan.Step> step =
        overdue.stage() == Stage.EXECUTE ? state.nextStep(maximumTrades) : Optional.empty();
    return step.isPresent()
        ? stepDone(
            state,
            new CycleMessage.StepDone(
                overdue.id(), CycleRun.unanswered(overdue.id(), step.get(), TOO_LONG)))
        : stageFailed(state, new CycleMessage.StageFailed(overdue.id(), overdue.stage(), TOO_LONG));
  }

  Reaction stepDone(CycleState state, CycleMessage.StepDone done) {
    StepOutcome outcome = done.outcome();
    boolean expected =
        state.nextStep(maximumTrades).filter(step -> step.number() == outcome.step()).isPresent();
    if (!expected || !isAt(state, done.id(), Stage.EXECUTE)) {
      return Reaction.none();
    }
    return new Reaction(
        List.of(new CycleEvent.StepCompleted(done.id(), outcome, clock.instant())),
        after -> {
          tell(done.id(), Stage.EXECUTE, percentOfSteps(after), CycleNarrative.outcome(outcome));
          proceed(after);
        });
  }

  private Reaction end(CycleId id, List<CycleEvent> before, Optional<String> failure) {
    List<CycleEvent> events = new ArrayList<>(before);
    events.add(new CycleEvent.CycleEnded(id, failure, clock.instant()));
    return new Reaction(events, after -> listeners.end(new CycleProgress.Ended(after.view())));
  }

  private int percentOfSteps(CycleState state) {
    return CycleNarrative.percentOfSteps(state, maximumTrades);
  }

  private void tell(CycleId id, Stage stage, int percent, String message) {
    listeners.tell(new CycleProgress.At(id, stage, percent, message));
  }

  private static boolean isAt(CycleState state, CycleId id, Stage stage) {
    return state.running().filter(id::equals).isPresent()
        && state.nextStage().filter(stage::equals).isPresent();
  }
}
