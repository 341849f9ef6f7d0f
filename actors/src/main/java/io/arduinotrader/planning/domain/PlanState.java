package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.planning.PlanEvent.PlanKept;
import io.arduinotrader.protocol.planning.PlanEvent.PlanMarked;
import io.arduinotrader.protocol.planning.PlanEvent.PlanNumbered;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plans made for one portfolio state.
 *
 * @param lastNumber the highest number given to a plan, zero before the first
 * @param plans finished plans, oldest first
 */
public record PlanState(int lastNumber, List<Plan> plans) {

  /** No plan yet. */
  public static PlanState initial() {
    return new PlanState(0, List.of());
  }

  /** The state after an event. */
  public PlanState apply(PlanEvent event) {
    return switch (event) {
      case PlanNumbered numbered -> new PlanState(numbered.id().number(), plans);
      case PlanKept kept -> {
        List<Plan> more = new ArrayList<>(plans);
        more.add(kept.plan());
        yield new PlanState(lastNumber, List.copyOf(more));
      }
      case PlanMarked marked ->
          new PlanState(
              lastNumber,
              plans.stream()
                  .map(
                      plan ->
                          plan.id().equals(marked.id()) ? plan.withStatus(marked.status()) : plan)
                  .toList());
    };
  }

  /** The plan with the id. */
  public Optional<Plan> plan(PlanId id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  /** Gives the next number to a plan of this state. */
  public PlanNumbered number(PortfolioHash hash, Instant now) {
    return new PlanNumbered(new PlanId(hash, lastNumber + 1), now);
  }

  /** What keeping a plan means: nothing when it is kept already. */
  public List<PlanEvent> keep(Plan plan, PlanFacts facts, Instant now) {
    return plan(plan.id()).isPresent()
        ? List.of()
        : List.of(new PlanKept(plan, Optional.of(facts), now));
  }

  /** What marking a plan means: nothing when it is unknown or stands there already. */
  public List<PlanEvent> mark(PlanId id, Plan.Status status, Instant now) {
    return plan(id)
        .filter(plan -> plan.status() != status)
        .<List<PlanEvent>>map(plan -> List.of(new PlanMarked(id, status, now)))
        .orElse(List.of());
  }
}
