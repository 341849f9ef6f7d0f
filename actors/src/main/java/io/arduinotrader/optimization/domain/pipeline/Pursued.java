package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.ScenarioMeasure;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import java.util.Optional;

/**
 * What weights are best at when that is not a return aimed at.
 *
 * @param needsReturns whether it means nothing without expected returns
 */
record Pursued(Strategy strategy, Objective objective, boolean needsReturns) {

  /** Empty when a return is aimed at. */
  static Optional<Pursued> of(PipelineRules rules) {
    return switch (rules.pursuit()) {
      case RETURN -> Optional.empty();
      case LEAST_VARIANCE -> risk(Strategy.MINIMUM_VARIANCE, variance(new Aim.LeastRisk(), rules));
      case SHARPE_RATIO ->
          Optional.of(
              new Pursued(
                  Strategy.MAXIMUM_SHARPE,
                  new Objective.MaximumSharpe(rules.riskFreeRate(), rules.ridge()),
                  true));
      case UTILITY ->
          Optional.of(
              new Pursued(
                  Strategy.UTILITY, variance(new Aim.Utility(rules.riskAversion()), rules), true));
      case DIVERSIFICATION ->
          risk(Strategy.MAXIMUM_DIVERSIFICATION, new Objective.MaximumDiversification());
      case EQUAL_RISK -> risk(Strategy.EQUAL_RISK, new Objective.RiskBudgets(rules.riskShares()));
      case INVERSE_VOLATILITY ->
          risk(Strategy.INVERSE_VOLATILITY, new Objective.InverseVolatility());
      case TAIL_LOSS ->
          scenarios(
              Strategy.TAIL_LOSS,
              new ScenarioMeasure.ValueAtRiskTail(rules.tail().confidence()),
              rules);
      case DRAWDOWN ->
          scenarios(
              Strategy.DRAWDOWN,
              new ScenarioMeasure.DrawdownTail(rules.tail().confidence()),
              rules);
      case SEMIVARIANCE ->
          scenarios(
              Strategy.SEMIVARIANCE,
              new ScenarioMeasure.Semivariance(0, ReturnsMatrix.DAYS_PER_YEAR),
              rules);
    };
  }

  private static Optional<Pursued> risk(Strategy strategy, Objective objective) {
    return Optional.of(new Pursued(strategy, objective, false));
  }

  private static Optional<Pursued> scenarios(
      Strategy strategy, ScenarioMeasure measure, PipelineRules rules) {
    Aim aim = rules.tail().aim();
    return Optional.of(
        new Pursued(
            strategy,
            new Objective.ScenarioRisk(measure, aim, rules.ridge()),
            !(aim instanceof Aim.LeastRisk)));
  }

  /** Variance against return. */
  static Objective variance(Aim aim, PipelineRules rules) {
    return new Objective.MeanVariance(aim, rules.ridge());
  }
}
