package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Clip;
import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.Outcome;
import io.arduinotrader.optimization.domain.allocation.Solution;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Limit;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.weights.PortfolioFigures;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Weighs risk against expected return: the return aimed at when it can be reached; else the largest
 * return if its risk is acceptable, else the largest with an acceptable risk; else the best ratio
 * of both; else the least risk. Who pursues something else gets just that, if it can be had.
 */
final class StrategyChain {

  private static final double BEYOND_REACH = 1e6;
  private static final List<Conflict> NOTHING_EXPECTED =
      List.of(new Conflict.Unknown("expected returns"));

  private final Solver solver;
  private final Beliefs beliefs;
  private final Estimates estimates;
  private final WeightConstraints constraints;
  private final WeightConstraints seeing;
  private final PipelineRules rules;
  private final double asVariance;
  private final List<String> reasons = new ArrayList<>();
  private final List<Substitution> substitutions = new ArrayList<>();
  private int iterations;

  /**
   * A chain over limits that can be kept.
   *
   * @param constraints strict, and possible to keep
   */
  StrategyChain(
      Solver solver, Beliefs beliefs, WeightConstraints constraints, PipelineRules rules) {
    this.solver = solver;
    this.beliefs = beliefs;
    this.estimates = beliefs.estimates();
    this.constraints = constraints;
    this.seeing = beliefs.withoutBlindBuying(constraints);
    this.rules = rules;
    this.asVariance = rules.tradingCostAsVariance();
  }

  /**
   * What the chain came to.
   *
   * @param strategy which of them answered
   * @param clip the target that was out of reach
   * @param substitutions what was to answer and could not
   */
  record Choice(
      Strategy strategy,
      Solution solution,
      Optional<Clip> clip,
      Optional<Ranges> ranges,
      List<Substitution> substitutions,
      List<String> reasons,
      int iterations) {}

  /**
   * Walks the chain.
   *
   * @param safest the weights with the least variance within the constraints
   */
  Choice choose(Solution safest) {
    return Pursued.of(rules).map(pursued -> pursue(pursued, safest)).orElseGet(() -> weigh(safest));
  }

  private Choice pursue(Pursued pursued, Solution safest) {
    if (pursued.needsReturns() && !beliefs.expectAny()) {
      return safest(pursued.strategy(), NOTHING_EXPECTED, safest);
    }
    WeightConstraints limits = pursued.needsReturns() ? seeing : constraints;
    return switch (solved(pursued.objective(), limits, 0)) {
      case Outcome.Infeasible infeasible ->
          safest(pursued.strategy(), infeasible.conflicts(), safest);
      case Outcome.Optimal optimal -> pursued(pursued, optimal.solution(), Optional.empty());
      case Outcome.Clipped clipped ->
          pursued(pursued, clipped.solution(), Optional.of(clipped.clip()));
      case Outcome.Relaxed relaxed -> pursued(pursued, relaxed.solution(), relaxed.clip());
    };
  }

  private Choice pursued(Pursued pursued, Solution best, Optional<Clip> clip) {
    return chosen(pursued.strategy(), best, clip, Optional.empty());
  }

  /** The least risk in place of what cannot be had. */
  private Choice safest(Strategy wanted, List<Conflict> conflicts, Solution safest) {
    substitutions.add(new Substitution(wanted, conflicts, Strategy.MINIMUM_VARIANCE));
    return chosen(Strategy.MINIMUM_VARIANCE, safest, Optional.empty(), Optional.empty());
  }

  private Choice weigh(Solution safest) {
    if (!beliefs.expectAny()) {
      reasons.add("No expected returns are known, so only risk decides.");
      return safest(Strategy.TARGET_RETURN, NOTHING_EXPECTED, safest);
    }
    Outcome richest = solved(Pursued.variance(new Aim.ReturnAtLeast(BEYOND_REACH), rules), 0);
    Outcome calmest = solved(Pursued.variance(new Aim.LeastRisk(), rules), asVariance);
    if (richest.found().isEmpty() || calmest.found().isEmpty()) {
      reasons.add(
          "Expected returns are known of too few securities to spend the budget, so only risk"
              + " decides.");
      return safest(
          Strategy.TARGET_RETURN, conflicts(richest.found().isEmpty() ? richest : calmest), safest);
    }
    return weigh(richest.found().get(), calmest.found().get());
  }

  private Choice weigh(Solution richest, Solution calmest) {
    PortfolioFigures most = figures(richest.weights());
    PortfolioFigures least = figures(calmest.weights());
    Ranges ranges =
        new Ranges(
            least.expectedReturn(), most.expectedReturn(), least.volatility(), most.volatility());
    return rules.targetReturn() <= ranges.largestReturn()
        ? reached(calmest, ranges)
        : missed(richest, calmest, ranges);
  }

  private Choice reached(Solution calmest, Ranges ranges) {
    Outcome aimed =
        solved(Pursued.variance(new Aim.ReturnAtLeast(rules.targetReturn()), rules), asVariance);
    if (aimed.found().isEmpty()) {
      return ratio(Strategy.TARGET_RETURN, aimed, calmest, ranges, Optional.empty());
    }
    reasons.add(
        rules.targetReturn() <= ranges.safestReturn()
            ? text(
                "The target return of %s is below the %s of the least risk, which is taken.",
                rules.targetReturn(), ranges.safestReturn())
            : text(
                "The target return of %s is within reach, which ends at %s.",
                rules.targetReturn(), ranges.largestReturn()));
    return chosen(
        Strategy.TARGET_RETURN, aimed.found().get(), Optional.empty(), Optional.of(ranges));
  }

  private Choice missed(Solution richest, Solution calmest, Ranges ranges) {
    Optional<Clip> clip =
        Optional.of(
            new Clip(new Limit.ExpectedReturn(), rules.targetReturn(), ranges.largestReturn()));
    reasons.add(
        text(
            "The target return of %s is out of reach, which ends at %s.",
            rules.targetReturn(), ranges.largestReturn()));
    if (ranges.largestVolatility() <= rules.targetVolatility()) {
      return chosen(Strategy.LARGEST_RETURN, richest, clip, Optional.of(ranges));
    }
    reasons.add(
        text(
            "That return has a volatility of %s; %s is the most that is wanted.",
            ranges.largestVolatility(), rules.targetVolatility()));
    if (ranges.leastVolatility() > rules.targetVolatility()) {
      reasons.add(
          text(
              "Even the least risk has a volatility of %s, so that is taken.",
              ranges.leastVolatility()));
      return chosen(Strategy.MINIMUM_VARIANCE, calmest, clip, Optional.of(ranges));
    }
    Outcome bounded =
        solved(
            Pursued.variance(new Aim.RiskAtMost(rules.targetVolatility()), rules),
            rules.tradingCost());
    return bounded
        .found()
        .map(solution -> chosen(Strategy.TARGET_RISK, solution, clip, Optional.of(ranges)))
        .orElseGet(() -> ratio(Strategy.TARGET_RISK, bounded, calmest, ranges, clip));
  }

  private Choice ratio(
      Strategy wanted, Outcome failed, Solution calmest, Ranges ranges, Optional<Clip> clip) {
    Outcome best = solved(new Objective.MaximumSharpe(rules.riskFreeRate(), rules.ridge()), 0);
    Strategy instead =
        best.found().isPresent() ? Strategy.MAXIMUM_SHARPE : Strategy.MINIMUM_VARIANCE;
    substitutions.add(new Substitution(wanted, conflicts(failed), instead));
    return chosen(instead, best.found().orElse(calmest), clip, Optional.of(ranges));
  }

  private static List<Conflict> conflicts(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Infeasible infeasible -> infeasible.conflicts();
      case Outcome.Optimal optimal -> List.of();
      case Outcome.Clipped clipped -> List.of();
      case Outcome.Relaxed relaxed -> List.of();
    };
  }

  private Choice chosen(
      Strategy strategy, Solution solution, Optional<Clip> clip, Optional<Ranges> ranges) {
    return new Choice(
        strategy,
        solution,
        clip,
        ranges,
        List.copyOf(substitutions),
        List.copyOf(reasons),
        iterations);
  }

  /**
   * The best weights.
   *
   * @param cost of trading, in the unit of the objective
   */
  private Outcome solved(Objective objective, double cost) {
    return solved(objective, seeing, cost);
  }

  private Outcome solved(Objective objective, WeightConstraints limits, double cost) {
    TradingLimits trading = new TradingLimits(cost, limits.trading().maximumTraded());
    Outcome outcome = solver.solve(objective, estimates, limits.withTrading(trading));
    outcome.found().ifPresent(solution -> iterations += solution.certificate().iterations());
    return outcome;
  }

  private PortfolioFigures figures(Weights weights) {
    return PortfolioFigures.of(
        weights, beliefs.means(), beliefs.covariance(), rules.riskFreeRate());
  }

  private static String text(String sentence, double... fractions) {
    Object[] percents = new Object[fractions.length];
    for (int i = 0; i < fractions.length; i++) {
      percents[i] = String.format(Locale.ROOT, "%.1f %%", 100 * fractions[i]);
    }
    return sentence.formatted(percents);
  }
}
