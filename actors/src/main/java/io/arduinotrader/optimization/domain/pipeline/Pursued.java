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

  /** The worst twentieth of the days is the tail. */
  private static final double CONFIDENCE = 0.95;

  /** Empty when a return is aimed at. */
  static Optional<Pursued> of(PipelineRules rules) {
    return switch (rules.pursuit()) {
      case RETURN -> Optional.empty();
      case LEAST_VARIANCE -> risk(Strategy.MINIMUM_VARIANCE, Objective.minimumVariance());
      case SHARPE_RATIO ->
          Optional.of(
              new Pursued(
                  Strategy.MAXIMUM_SHARPE,
                  new Objective.MaximumSharpe(rules.riskFreeRate(), 0),
                  true));
      case DIVERSIFICATION ->
          risk(Strategy.MAXIMUM_DIVERSIFICATION, new Objective.MaximumDiversification());
      case EQUAL_RISK -> risk(Strategy.EQUAL_RISK, Objective.equalRiskContribution());
      case INVERSE_VOLATILITY ->
          risk(Strategy.INVERSE_VOLATILITY, new Objective.InverseVolatility());
      case TAIL_LOSS ->
          risk(Strategy.TAIL_LOSS, least(new ScenarioMeasure.ValueAtRiskTail(CONFIDENCE)));
      case DRAWDOWN -> risk(Strategy.DRAWDOWN, least(new ScenarioMeasure.DrawdownTail(CONFIDENCE)));
      case SEMIVARIANCE ->
          risk(
              Strategy.SEMIVARIANCE,
              least(new ScenarioMeasure.Semivariance(0, ReturnsMatrix.DAYS_PER_YEAR)));
    };
  }

  private static Optional<Pursued> risk(Strategy strategy, Objective objective) {
    return Optional.of(new Pursued(strategy, objective, false));
  }

  private static Objective least(ScenarioMeasure measure) {
    return new Objective.ScenarioRisk(measure, new Aim.LeastRisk(), 0);
  }
}
