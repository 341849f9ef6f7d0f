package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.allocation.Attempt.Candidate;
import io.arduinotrader.optimization.domain.allocation.Attempt.Failed;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Flexibility;
import io.arduinotrader.optimization.domain.constraints.Limit;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.constraints.Relaxation;
import io.arduinotrader.optimization.domain.constraints.Relaxer;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Target weights for an objective within limits. Every answer is typed; nothing is thrown for what
 * the numbers say, and no other method answers in place of the one asked for.
 */
public final class PortfolioOptimizer {

  private PortfolioOptimizer() {}

  /**
   * The best weights, on what terms they were found, or why there are none.
   *
   * @throws IllegalArgumentException when estimates and constraints are of different sizes
   */
  public static Outcome solve(
      Objective objective, Estimates estimates, WeightConstraints constraints) {
    if (estimates.size() != constraints.size()) {
      throw new IllegalArgumentException(
          "constraints of %d assets for %d".formatted(constraints.size(), estimates.size()));
    }
    Optional<Conflict> unknown = Inputs.missing(objective, estimates);
    if (unknown.isPresent()) {
      return new Outcome.Infeasible(List.of(unknown.get()), List.of());
    }
    Attempts attempts = new Attempts(objective, estimates);
    Polytope polytope = Polytope.of(constraints);
    List<Conflict> conflicts = polytope.conflicts();
    Attempt attempt =
        conflicts.isEmpty()
            ? PositionSelection.choose(attempts, polytope)
            : new Failed(Optional.empty());
    return switch (attempt) {
      case Candidate candidate ->
          candidate.clip().isPresent()
              ? new Outcome.Clipped(candidate.solution(), candidate.clip().get())
              : new Outcome.Optimal(candidate.solution());
      case Failed failed -> explain(failed, conflicts, attempts, constraints);
    };
  }

  private static Outcome explain(
      Failed failed, List<Conflict> conflicts, Attempts attempts, WeightConstraints constraints) {
    if (failed.reason().isPresent()) {
      return new Outcome.Infeasible(List.of(failed.reason().get()), List.of());
    }
    Optional<List<Relaxation>> relaxations = Relaxer.smallest(constraints);
    if (relaxations.isEmpty()) {
      return new Outcome.Infeasible(
          conflicts.isEmpty() ? List.of(locked(constraints)) : conflicts, List.of());
    }
    if (relaxations.get().isEmpty()) {
      return new Outcome.Infeasible(
          conflicts.isEmpty() ? List.of(new Conflict.Unsettled("the best weights")) : conflicts,
          List.of());
    }
    if (constraints.flexibility() == Flexibility.RELAXABLE) {
      return relaxed(relaxations.get(), attempts, constraints);
    }
    return new Outcome.Infeasible(
        conflicts.isEmpty() ? List.of(together(relaxations.get())) : conflicts, relaxations.get());
  }

  private static Outcome relaxed(
      List<Relaxation> relaxations, Attempts attempts, WeightConstraints constraints) {
    Polytope polytope = Polytope.of(Relaxer.apply(relaxations, constraints));
    return switch (PositionSelection.choose(attempts, polytope)) {
      case Candidate candidate ->
          new Outcome.Relaxed(candidate.solution(), relaxations, candidate.clip());
      case Failed failed ->
          new Outcome.Infeasible(
              List.of(failed.reason().orElseGet(() -> together(relaxations))), relaxations);
    };
  }

  private static Conflict together(List<Relaxation> relaxations) {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit.Budget());
    for (Relaxation relaxation : relaxations) {
      limits.add(relaxation.limit());
    }
    return new Conflict.Together(limits);
  }

  private static Conflict locked(WeightConstraints constraints) {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit.Budget());
    for (int i = 0; i < constraints.size(); i++) {
      if (!constraints.assets().get(i).maySell() && constraints.assets().get(i).current() > 0) {
        limits.add(new Limit.NoSelling(i));
      }
      if (!constraints.assets().get(i).mayBuy()) {
        limits.add(new Limit.NoBuying(i));
      }
    }
    return new Conflict.Together(limits);
  }
}
