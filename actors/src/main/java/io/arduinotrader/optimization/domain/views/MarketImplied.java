package io.arduinotrader.optimization.domain.views;

import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;

/** What the market believes, if it is in equilibrium. */
public final class MarketImplied {

  private MarketImplied() {}

  /**
   * The price of risk: the market's annual return above the risk-free rate per annual variance.
   *
   * @param dailyReturns of the market
   */
  public static double riskAversion(double[] dailyReturns, double riskFreeRate) {
    double mean = 0;
    for (double each : dailyReturns) {
      mean += each / dailyReturns.length;
    }
    double squares = 0;
    for (double each : dailyReturns) {
      squares += (each - mean) * (each - mean);
    }
    double days = ReturnsMatrix.DAYS_PER_YEAR;
    double variance = squares / (dailyReturns.length - 1) * days;
    return (mean * days - riskFreeRate) / variance;
  }

  /**
   * The expected returns for which the market's weights are optimal: δΣw + rf.
   *
   * @param capitalizations one per asset, in any unit
   */
  public static double[] prior(
      double[] capitalizations, double riskAversion, Covariance perYear, double riskFreeRate) {
    double sum = 0;
    for (double each : capitalizations) {
      sum += each;
    }
    double[] prior = new double[capitalizations.length];
    for (int i = 0; i < prior.length; i++) {
      double product = 0;
      for (int j = 0; j < prior.length; j++) {
        product += perYear.get(i, j) * capitalizations[j] / sum;
      }
      prior[i] = riskAversion * product + riskFreeRate;
    }
    return prior;
  }
}
