package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.replay.OrderExplanation;
import io.arduinotrader.protocol.replay.OrderExplanation.StageNote;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.Isin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a trading cycle decided, read from its events.
 *
 * @param decidedAt the position of the event with its plan, of its last event when it has none
 */
record CycleTrace(
    CycleId id,
    Instant startedAt,
    List<StageNote> stages,
    Optional<Plan> plan,
    List<TargetWeight> targets,
    long decidedAt) {

  /** The cycle with an id, empty when the journal has none. */
  static Optional<CycleTrace> read(Journal journal, String id) {
    List<StoredEvent.Legible> events = new ArrayList<>();
    journal.stream(
        journal.streams().cycle(),
        stored -> {
          StoredEvent.Legible readable = Journal.readable(stored);
          if (isOf(readable.link().event(), id)) {
            events.add(readable);
          }
          return true;
        });
    return events.isEmpty() ? Optional.empty() : Optional.of(trace(events));
  }

  /** The step of the plan that led to an order. */
  Optional<Plan.Step> step(int number) {
    return plan.flatMap(
        made -> made.steps().stream().filter(step -> step.number() == number).findFirst());
  }

  OptionalDouble targetWeight(Isin isin) {
    return targets.stream()
        .filter(target -> target.isin().equals(isin))
        .mapToDouble(TargetWeight::weight)
        .findFirst();
  }

  OrderExplanation.Cycle summary() {
    return new OrderExplanation.Cycle(
        id,
        startedAt,
        stages,
        plan.map(
            made ->
                new OrderExplanation.PlanSummary(
                    made.id(), made.score(), made.scoreBefore(), made.inputsHash())));
  }

  private static boolean isOf(Object event, String id) {
    return switch (event) {
      case CycleEvent.CycleStarted started -> started.id().value().equals(id);
      case CycleEvent.StageCompleted stage -> stage.id().value().equals(id);
      default -> false;
    };
  }

  private static CycleTrace trace(List<StoredEvent.Legible> events) {
    CycleId id = null;
    Instant startedAt = Journal.at(events.getFirst());
    List<StageNote> stages = new ArrayList<>();
    Optional<Plan> plan = Optional.empty();
    List<TargetWeight> targets = List.of();
    long decidedAt = events.getLast().position();
    for (StoredEvent.Legible stored : events) {
      if (stored.link().event() instanceof CycleEvent.StageCompleted stage) {
        id = stage.id();
        stages.add(new StageNote(stage.stage().token(), stage.note(), stage.at()));
        targets = stage.targets().isEmpty() ? targets : stage.targets();
        if (stage.plan().isPresent()) {
          plan = stage.plan();
          decidedAt = stored.position();
        }
      } else if (stored.link().event() instanceof CycleEvent.CycleStarted started) {
        id = started.id();
        startedAt = started.at();
      }
    }
    if (id == null) {
      throw new IllegalStateException("a cycle's events name it");
    }
    return new CycleTrace(id, startedAt, List.copyOf(stages), plan, targets, decidedAt);
  }
}
