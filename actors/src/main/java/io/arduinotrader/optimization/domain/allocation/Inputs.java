package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.Conflict;
import java.util.List;
import java.util.Optional;

/** Whether an objective has what it needs. */
final class Inputs {

  private Inputs() {}

  static Optional<Conflict> missing(Objective objective, Estimates estimates) {
    if (estimates.size() == 0) {
      return Optional.of(new Conflict.NoAssets());
    }
    boolean needsReturns =
        switch (objective) {
          case Objective.MeanVariance asked -> needsReturns(asked.aim());
          case Objective.ScenarioRisk asked -> needsReturns(asked.aim());
          case Objective.MaximumSharpe asked -> true;
          case Objective.MaximumDiversification asked -> false;
          case Objective.RiskBudgets asked -> false;
          case Objective.HierarchicalParity asked -> false;
          case Objective.InverseVolatility asked -> false;
          case Objective.Nearest asked -> false;
        };
    if (needsReturns && !areKnown(estimates.expectedReturns())) {
      return Optional.of(new Conflict.Unknown("expected returns"));
    }
    return numbersOf(objective, estimates.size())
        ? Optional.empty()
        : Optional.of(new Conflict.Unknown("the numbers of the objective"));
  }

  private static boolean needsReturns(Aim aim) {
    return !(aim instanceof Aim.LeastRisk);
  }

  private static boolean areKnown(List<Double> values) {
    return !values.isEmpty() && values.stream().allMatch(Double::isFinite);
  }

  /** Whether the numbers of the objective make sense for so many assets. */
  private static boolean numbersOf(Objective objective, int size) {
    return switch (objective) {
      case Objective.MeanVariance asked -> isSensible(asked.aim()) && asked.ridge() >= 0;
      case Objective.MaximumSharpe asked ->
          Double.isFinite(asked.riskFreeRate()) && asked.ridge() >= 0;
      case Objective.RiskBudgets asked ->
          asked.budgets().isEmpty()
              || (asked.budgets().size() == size
                  && asked.budgets().stream().allMatch(each -> each > 0 && each < 1e300));
      case Objective.Nearest asked -> isVector(asked.wanted(), size);
      case Objective.ScenarioRisk asked ->
          isSensible(asked.aim()) && asked.ridge() >= 0 && isSensible(asked.measure());
      case Objective.MaximumDiversification asked -> true;
      case Objective.HierarchicalParity asked -> true;
      case Objective.InverseVolatility asked -> true;
    };
  }

  private static boolean isVector(List<Double> values, int size) {
    return values.size() == size && areKnown(values);
  }

  private static boolean isSensible(Aim aim) {
    return switch (aim) {
      case Aim.LeastRisk least -> true;
      case Aim.ReturnAtLeast target -> Double.isFinite(target.perYear());
      case Aim.RiskAtMost target -> target.risk() >= 0 && Double.isFinite(target.risk());
      case Aim.Utility utility -> utility.riskAversion() > 0;
    };
  }

  private static boolean isSensible(ScenarioMeasure measure) {
    return switch (measure) {
      case ScenarioMeasure.ValueAtRiskTail tail -> isShare(tail.confidence());
      case ScenarioMeasure.DrawdownTail tail -> isShare(tail.confidence());
      case ScenarioMeasure.Semivariance downside ->
          Double.isFinite(downside.benchmark()) && downside.periodsPerYear() > 0;
    };
  }

  private static boolean isShare(double confidence) {
    return confidence > 0 && confidence < 1;
  }
}
