package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.IntentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a trading cycle may do: one at a time, every stage once and in turn, and every step of its
 * plan placed at most once, as it was planned, and not before the one before it has an outcome.
 */
final class NaiveCycle {

  private static final List<Stage> IN_TURN = List.of(Stage.values());

  private final NaiveModel model;
  private final Set<CycleId> begun = new HashSet<>();
  private final Map<String, IntentId> placed = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private Optional<CycleId> running = Optional.empty();
  private Optional<Plan> plan = Optional.empty();
  private int outcomes;

  NaiveCycle(NaiveModel model) {
    this.model = model;
  }

  void happened(CycleEvent event) {
    switch (event) {
      case CycleEvent.CycleStarted started -> {
        model.require(running.isEmpty(), "%s begins while %s runs", started.id(), running);
        model.require(begun.add(started.id()), "%s begins twice", started.id());
        running = Optional.of(started.id());
        plan = Optional.empty();
        stages.clear();
        outcomes = 0;
      }
      case CycleEvent.StageCompleted completed -> {
        isRunning(completed.id());
        model.require(
            completed.stage() == IN_TURN.get(stages.size()),
            "%s is done after %s",
            completed.stage(),
            stages);
        stages.add(completed.stage());
        plan = plan.or(completed::plan);
      }
      case CycleEvent.StepCompleted completed -> {
        isRunning(completed.id());
        outcomes++;
        model.require(
            completed.outcome().step() == outcomes,
            "step %s has an outcome where step %s was due",
            completed.outcome().step(),
            outcomes);
        model.require(
            !completed.outcome().success() || model.isKnown(completed.outcome().intent().value()),
            "%s has gone well without an order",
            completed.outcome().intent());
      }
      case CycleEvent.CycleEnded ended -> {
        isRunning(ended.id());
        model.require(
            ended.failure().isPresent() || outcomes == steps().size(),
            "%s ends well after %s of %s steps",
            ended.id(),
            outcomes,
            steps().size());
        running = Optional.empty();
      }
      case CycleEvent.DepositAnnounced announced -> {}
      case CycleEvent.DepositSettled settled -> {}
    }
  }

  /** An intent is stored; when a cycle wished it, it must be the step whose turn it is. */
  void recorded(Intent intent) {
    if (intent.origin() != Intent.Origin.CYCLE) {
      return;
    }
    IntentId before = placed.put(intent.cause(), intent.id());
    model.require(before == null, "%s is placed as %s and as %s", intent.cause(), before, intent);
    model.require(
        outcomes < steps().size() && isStep(intent, steps().get(outcomes)),
        "%s is placed after %s of %s",
        intent,
        outcomes,
        steps());
  }

  private static boolean isStep(Intent intent, Plan.Step step) {
    return intent.isin().equals(step.isin())
        && intent.side() == step.side()
        && intent.quantity().equals(step.quantity())
        && intent.cause().endsWith(" step " + step.number());
  }

  private List<Plan.Step> steps() {
    return plan.map(Plan::steps).orElse(List.of());
  }

  private void isRunning(CycleId id) {
    model.require(running.filter(id::equals).isPresent(), "%s goes on, %s runs", id, running);
  }

  /** The cycle that runs. */
  Optional<CycleId> running() {
    return running;
  }

  boolean hasBegun(CycleId id) {
    return begun.contains(id);
  }

  void quiet() {
    model.require(running.isEmpty(), "%s still runs", running);
  }
}
