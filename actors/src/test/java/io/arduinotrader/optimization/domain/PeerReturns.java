package io.arduinotrader.optimization.domain;

/**
 * Estimates of an annual return from past returns of one asset, oldest first. The past is a poor
 * guide; these serve as priors and as comparisons.
 */
final class PeerReturns {

  private PeerReturns() {}

  /** The mean times the periods of a year. */
  static double arithmetic(double[] returns, double periodsPerYear) {
    return mean(returns) * periodsPerYear;
  }

  /** The rate at which wealth grew, compounded to a year. */
  static double geometric(double[] returns, double periodsPerYear) {
    double growth = 1;
    for (double each : returns) {
      growth *= 1 + each;
    }
    return Math.pow(growth, periodsPerYear / returns.length) - 1;
  }

  /**
   * The mean in which each period counts a fixed share less than the next, compounded to a year.
   *
   * @param span the weights fall by 2 / (span + 1) per period
   */
  static double exponential(double[] returns, double span, double periodsPerYear) {
    double decay = 1 - 2 / (span + 1);
    double weight = 1;
    double weights = 0;
    double sum = 0;
    for (int i = returns.length - 1; i >= 0; i--) {
      sum += weight * returns[i];
      weights += weight;
      weight *= decay;
    }
    return Math.pow(1 + sum / weights, periodsPerYear) - 1;
  }

  /**
   * The return that the capital asset pricing model (Sharpe 1964) sees fair: the risk-free rate and
   * a premium in proportion to the asset's part in the variance of the market.
   *
   * @param covariance of the asset's and the market's returns
   * @param marketVariance of the market's returns, in the same unit of time
   * @param marketReturn expected per year
   */
  static double fair(
      double covariance, double marketVariance, double marketReturn, double riskFreeRate) {
    return riskFreeRate + covariance / marketVariance * (marketReturn - riskFreeRate);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
