package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Certificate;
import io.arduinotrader.optimization.domain.allocation.Clip;
import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.Outcome;
import io.arduinotrader.optimization.domain.allocation.Solution;
import io.arduinotrader.optimization.domain.constraints.Flexibility;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.constraints.Relaxation;
import io.arduinotrader.optimization.domain.constraints.Relaxer;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way from beliefs and limits to target weights.
 *
 * <p>The limits are made possible to keep first, relaxed as little as possible, and from then on
 * one set of them holds for every step and for the result: risk against return, hierarchical risk
 * parity, the blend of both, and the nearest weights without small positions.
 */
public final class AllocationPipeline {

  private static final String NEAREST = "nearest weights that keep every limit";

  private final Solver solver;
  private final List<String> reasons = new ArrayList<>();
  private final List<Substitution> substitutions = new ArrayList<>();
  private final List<Relaxation> relaxations = new ArrayList<>();
  private final List<Solved> programmes = new ArrayList<>();
  private int iterations;

  private AllocationPipeline(Solver solver) {
    this.solver = solver;
  }

  /** Weights for beliefs. */
  public static TargetAnswer derived(
      Beliefs beliefs, WeightConstraints constraints, PipelineRules rules, Solver solver) {
    return new AllocationPipeline(solver).derive(beliefs, constraints, rules);
  }

  /** The nearest weights to given ones. */
  public static TargetAnswer nearest(Weights wanted, WeightConstraints constraints, Solver solver) {
    AllocationPipeline pipeline = new AllocationPipeline(solver);
    return pipeline.finished(
        wanted,
        neutral(wanted.size()),
        constraints,
        new Way("nearest to the given weights", Optional.empty(), Optional.empty()));
  }

  /** How the weights before the last step were found. */
  private record Way(String method, Optional<Clip> clip, Optional<Ranges> ranges) {}

  private TargetAnswer derive(Beliefs beliefs, WeightConstraints constraints, PipelineRules rules) {
    WeightConstraints free = constraints.withPositions(PositionRule.NONE);
    Estimates estimates = beliefs.estimates();
    Outcome safest = solver.solve(Pursued.variance(new Aim.LeastRisk(), rules), estimates, free);
    if (safest instanceof Outcome.Infeasible infeasible) {
      return new TargetAnswer.None(infeasible.conflicts(), infeasible.remedies());
    }
    if (safest instanceof Outcome.Relaxed relaxed) {
      relaxations.addAll(relaxed.relaxations());
    }
    WeightConstraints kept = Relaxer.apply(relaxations, free).with(Flexibility.STRICT);
    Solution solution = safest.found().orElseThrow();
    iterations += solution.certificate().iterations();
    StrategyChain.Choice choice = new StrategyChain(solver, beliefs, kept, rules).choose(solution);
    iterations += choice.iterations();
    reasons.addAll(choice.reasons());
    substitutions.addAll(choice.substitutions());
    programmes.add(new Solved(choice.strategy().label(), choice.solution().certificate()));
    Weights weights = choice.solution().weights();
    String method = choice.strategy().label();
    if (rules.blend() > 0) {
      Outcome parity =
          solver.solve(new Objective.HierarchicalParity(rules.linkage()), estimates, kept);
      if (parity instanceof Outcome.Infeasible none) {
        substitutions.add(
            new Substitution(Strategy.HIERARCHICAL_PARITY, none.conflicts(), choice.strategy()));
      } else {
        Solution shared = parity.found().orElseThrow();
        programmes.add(new Solved(Strategy.HIERARCHICAL_PARITY.label(), shared.certificate()));
        weights = weights.towards(shared.weights(), rules.blend());
        method = blended(method, rules.blend());
      }
    }
    return finished(
        weights,
        estimates,
        kept.withPositions(constraints.positions()),
        new Way(method, choice.clip(), choice.ranges()));
  }

  private static String blended(String method, double blend) {
    String parity = Strategy.HIERARCHICAL_PARITY.label();
    return blend == 1
        ? parity
        : String.format(
            Locale.ROOT,
            "%.0f %% %s and %.0f %% %s",
            100 * (1 - blend),
            method,
            100 * blend,
            parity);
  }

  /** The nearest weights that keep every limit, also those on small positions. */
  private TargetAnswer finished(
      Weights wanted, Estimates estimates, WeightConstraints constraints, Way way) {
    Objective nearest = new Objective.Nearest(Arrays.stream(wanted.toArray()).boxed().toList());
    Outcome outcome = solver.solve(nearest, estimates, constraints);
    return switch (outcome) {
      case Outcome.Infeasible infeasible ->
          new TargetAnswer.None(infeasible.conflicts(), infeasible.remedies());
      case Outcome.Optimal optimal -> found(optimal.solution(), way);
      case Outcome.Clipped clipped -> found(clipped.solution(), way);
      case Outcome.Relaxed relaxed -> {
        relaxations.addAll(relaxed.relaxations());
        yield found(relaxed.solution(), way);
      }
    };
  }

  private TargetAnswer found(Solution solution, Way way) {
    Certificate last = solution.certificate();
    programmes.add(new Solved(NEAREST, last));
    return new TargetAnswer.Found(
        solution.weights(),
        way.method(),
        reasons,
        way.clip(),
        substitutions,
        relaxations,
        new Certificate(
            last.objective(),
            last.violation(),
            last.stationarity(),
            last.gap(),
            iterations + last.iterations(),
            last.active()),
        programmes,
        way.ranges());
  }

  /** Estimates for programmes that need none. */
  private static Estimates neutral(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return Estimates.of(Covariance.of(identity));
  }
}
