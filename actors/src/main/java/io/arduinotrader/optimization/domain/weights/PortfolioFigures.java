package io.arduinotrader.optimization.domain.weights;

import io.arduinotrader.optimization.domain.returns.Covariance;
import java.util.OptionalDouble;

/**
 * What weights promise, per year and as fractions. The part that is not invested earns nothing and
 * does not vary.
 *
 * @param sharpeRatio return above the risk-free rate per volatility, absent without volatility
 */
public record PortfolioFigures(
    double expectedReturn, double volatility, OptionalDouble sharpeRatio) {

  /**
   * The figures of weights.
   *
   * @param annualMeans expected return of every asset per year
   * @param perYear covariance per year
   * @param riskFreeRate per year
   */
  public static PortfolioFigures of(
      Weights weights, double[] annualMeans, Covariance perYear, double riskFreeRate) {
    weights.requireSize(annualMeans.length);
    weights.requireSize(perYear.size());
    double expected = 0;
    for (int i = 0; i < annualMeans.length; i++) {
      expected += weights.get(i) * annualMeans[i];
    }
    double volatility = Math.sqrt(Math.max(0, perYear.varianceOf(weights.toArray())));
    return new PortfolioFigures(
        expected,
        volatility,
        volatility > 0
            ? OptionalDouble.of((expected - riskFreeRate) / volatility)
            : OptionalDouble.empty());
  }
}
