package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.allocation.Attempt.Candidate;
import io.arduinotrader.optimization.domain.allocation.Attempt.Failed;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Limit;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.frontier.FrontierPoint;
import io.arduinotrader.optimization.domain.frontier.FrontierSearch;
import io.arduinotrader.optimization.domain.frontier.FrontierSearch.RidgeOn;
import io.arduinotrader.optimization.domain.frontier.RiskBudgeting;
import io.arduinotrader.optimization.domain.solver.KktPoint;
import io.arduinotrader.optimization.domain.weights.AllocationOutcome;
import io.arduinotrader.optimization.domain.weights.BoundsConflict;
import io.arduinotrader.optimization.domain.weights.HierarchicalRiskParity;
import io.arduinotrader.optimization.domain.weights.WeightBounds;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One objective and its estimates, ready to be tried on polytopes. */
final class Attempts {

  private final Objective objective;
  private final Estimates estimates;
  private final double[] covariance;
  private final double[] means;

  Attempts(Objective objective, Estimates estimates) {
    this.objective = objective;
    this.estimates = estimates;
    this.covariance = estimates.covariance().toArray();
    this.means = estimates.means();
  }

  /** Where no weight can move, every objective has the same answer, also one with a target. */
  Attempt on(Polytope polytope) {
    return polytope.isPoint() ? onlyPoint(polytope) : best(polytope);
  }

  private static Attempt onlyPoint(Polytope polytope) {
    double[] weights = polytope.lower();
    return polytope.violation(weights) <= KktPoint.VIOLATION
        ? Nearest.certified(weights, polytope, 0, "the only weights within the limits")
        : new Failed(Optional.empty());
  }

  private Attempt best(Polytope polytope) {
    return switch (objective) {
      case Objective.MeanVariance meanVariance -> meanVariance(meanVariance, polytope);
      case Objective.MaximumSharpe sharpe -> sharpe(sharpe, polytope);
      case Objective.MaximumDiversification diversification -> diversification(polytope);
      case Objective.RiskBudgets budgets -> budgets(budgets, polytope);
      case Objective.HierarchicalParity parity -> hierarchical(parity, polytope);
      case Objective.InverseVolatility inverse -> inverseVolatility(polytope);
      case Objective.ScenarioRisk scenario ->
          new ScenarioAttempt(scenario, estimates, means).on(polytope);
      case Objective.Nearest nearest ->
          Nearest.to(array(nearest.wanted()), polytope, "nearest weights within the limits");
    };
  }

  private FrontierSearch frontier(Polytope polytope, double[] returns, double ridge, RidgeOn side) {
    return new FrontierSearch(polytope, returns, covariance, ridge, side);
  }

  private Attempt meanVariance(Objective.MeanVariance asked, Polytope polytope) {
    double ridge = asked.ridge();
    return switch (asked.aim()) {
      case Aim.LeastRisk least ->
          answer(
              frontier(polytope, means, ridge, RidgeOn.RISK).leastRisk(),
              polytope,
              "minimum variance");
      case Aim.ReturnAtLeast target ->
          clipped(
              frontier(polytope, means, ridge, RidgeOn.RISK).returnAtLeast(target.perYear()),
              polytope,
              "minimum variance at a target return",
              new Limit.ExpectedReturn(),
              target.perYear());
      case Aim.RiskAtMost target ->
          clipped(
              frontier(polytope, means, ridge, RidgeOn.RETURN).riskAtMost(target.risk()),
              polytope,
              "largest return at a target risk",
              new Limit.Risk(),
              target.risk());
      case Aim.Utility utility ->
          answer(
              frontier(polytope, means, ridge, RidgeOn.RETURN).utility(utility.riskAversion()),
              polytope,
              "largest mean-variance utility");
    };
  }

  private Attempt sharpe(Objective.MaximumSharpe asked, Polytope polytope) {
    double[] excess = Arrays.stream(means).map(mean -> mean - asked.riskFreeRate()).toArray();
    FrontierSearch search = ratio(polytope, excess, asked.ridge());
    Optional<FrontierPoint> found = search.largestRatio();
    return found.isPresent()
        ? answer(found, polytope, "maximum Sharpe ratio")
        : withoutExcess(asked.riskFreeRate(), search, polytope);
  }

  /** The ridge is part of every variance, the cost of trading part of the return. */
  private FrontierSearch ratio(Polytope polytope, double[] excess, double ridge) {
    double[] matrix = covariance.clone();
    for (int i = 0; i < means.length; i++) {
      matrix[i * means.length + i] += ridge;
    }
    return new FrontierSearch(polytope, excess, matrix, 0, RidgeOn.RETURN);
  }

  private Attempt withoutExcess(double rate, FrontierSearch search, Polytope polytope) {
    return search
        .largestReturn()
        .map(
            best -> {
              double sum = 0;
              for (int i = 0; i < means.length; i++) {
                sum += means[i] * best.point()[i];
              }
              return new Failed(
                  sum > rate * polytope.constraints().budget()
                      ? Optional.of(new Conflict.Unbounded())
                      : Optional.of(new Conflict.NoExcessReturn(sum, rate)));
            })
        .orElseGet(() -> new Failed(Optional.empty()));
  }

  private Attempt diversification(Polytope polytope) {
    double[] volatilities = new double[means.length];
    Arrays.setAll(volatilities, i -> Math.sqrt(estimates.covariance().variance(i)));
    return answer(
        ratio(polytope, volatilities, 0).largestRatio(), polytope, "maximum diversification");
  }

  private Attempt budgets(Objective.RiskBudgets asked, Polytope polytope) {
    List<Integer> constant = constant();
    if (!constant.isEmpty()) {
      return new Failed(Optional.of(new Conflict.Bounds(new BoundsConflict.NoVariance(constant))));
    }
    double[] budgets = array(asked.budgets());
    if (budgets.length == 0) {
      budgets = new double[means.length];
      Arrays.fill(budgets, 1);
    }
    RiskBudgeting budgeting = new RiskBudgeting(covariance, budgets);
    double[] exact = budgeting.weights(polytope.constraints().budget());
    if (polytope.violation(exact) <= 1e-10) {
      return Nearest.certified(exact, polytope, budgeting.deviation(exact), "exact risk budgets");
    }
    return answer(
        budgeting.within(polytope), polytope, "nearest to risk budgets within the limits");
  }

  private List<Integer> constant() {
    List<Integer> constant = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      if (!(estimates.covariance().variance(i) > 0)) {
        constant.add(i);
      }
    }
    return constant;
  }

  private Attempt hierarchical(Objective.HierarchicalParity asked, Polytope polytope) {
    double[] lower = Arrays.stream(polytope.lower()).map(each -> Math.max(0, each)).toArray();
    double budget = polytope.constraints().budget();
    double[] upper = Arrays.stream(polytope.upper()).map(each -> Math.clamp(each, 0, 1)).toArray();
    WeightBounds bounds = WeightBounds.of(lower, upper, Math.clamp(budget, 0, 1));
    AllocationOutcome outcome =
        HierarchicalRiskParity.weights(estimates.covariance(), asked.linkage(), bounds);
    return switch (outcome) {
      case AllocationOutcome.Infeasible infeasible ->
          new Failed(Optional.of(new Conflict.Bounds(infeasible.conflicts().get(0))));
      case AllocationOutcome.Optimal optimal ->
          Nearest.to(optimal.weights().toArray(), polytope, "hierarchical risk parity");
    };
  }

  private Attempt inverseVolatility(Polytope polytope) {
    List<Integer> constant = constant();
    if (!constant.isEmpty()) {
      return new Failed(Optional.of(new Conflict.Bounds(new BoundsConflict.NoVariance(constant))));
    }
    double[] weights = new double[means.length];
    Arrays.setAll(weights, i -> 1 / Math.sqrt(estimates.covariance().variance(i)));
    double sum = Arrays.stream(weights).sum();
    double budget = polytope.constraints().budget();
    Arrays.setAll(weights, i -> budget * weights[i] / sum);
    return Nearest.to(weights, polytope, "inverse volatility");
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Attempt answer(Optional<FrontierPoint> found, Polytope polytope, String method) {
    return found
        .<Attempt>map(
            point ->
                new Candidate(
                    new Solution(
                        Weights.of(point.point().point()),
                        Certificates.of(point.point(), polytope, point.iterations()),
                        method),
                    Optional.empty()))
        .orElseGet(() -> new Failed(Optional.empty()));
  }

  private static Attempt clipped(
      Optional<FrontierPoint> found, Polytope polytope, String method, Limit limit, double asked) {
    Attempt attempt = answer(found, polytope, method);
    return attempt instanceof Candidate candidate && found.get().used().isPresent()
        ? new Candidate(
            candidate.solution(),
            Optional.of(new Clip(limit, asked, found.get().used().getAsDouble())))
        : attempt;
  }
}
