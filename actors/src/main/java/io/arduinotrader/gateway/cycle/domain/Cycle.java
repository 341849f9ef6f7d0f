package io.arduinotrader.gateway.cycle.domain;

import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.vocab.CycleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of the trading cycle.
 *
 * @param targets target weights, empty before they are known or when none were found
 * @param failure why it ended early, empty when it did not
 */
record Cycle(
    CycleId id,
    boolean dryRun,
    boolean force,
    Instant startedAt,
    List<Stage> completed,
    List<String> notes,
    List<TargetWeight> targets,
    Optional<Plan> plan,
    List<StepOutcome> steps,
    Optional<String> failure,
    Optional<Instant> endedAt) {

  static Cycle started(CycleId id, boolean dryRun, boolean force, Instant at) {
    return new Cycle(
        id,
        dryRun,
        force,
        at,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  boolean isRunning() {
    return endedAt.isEmpty();
  }

  Cycle withStage(Stage stage, String note, List<TargetWeight> newTargets, Optional<Plan> newPlan) {
    return new Cycle(
        id,
        dryRun,
        force,
        startedAt,
        appended(completed, stage),
        note.isEmpty() ? notes : appended(notes, note),
        newTargets.isEmpty() ? targets : newTargets,
        newPlan.isEmpty() ? plan : newPlan,
        steps,
        failure,
        endedAt);
  }

  Cycle withStep(StepOutcome outcome) {
    return new Cycle(
        id,
        dryRun,
        force,
        startedAt,
        completed,
        notes,
        targets,
        plan,
        appended(steps, outcome),
        failure,
        endedAt);
  }

  Cycle ended(Optional<String> why, Instant at) {
    return new Cycle(
        id, dryRun, force, startedAt, completed, notes, targets, plan, steps, why, Optional.of(at));
  }

  CycleView view() {
    return new CycleView(
        Optional.of(id),
        isRunning(),
        dryRun,
        completed,
        notes,
        plan.map(Plan::id),
        steps,
        failure,
        Optional.of(startedAt),
        endedAt);
  }

  private static <T> List<T> appended(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
