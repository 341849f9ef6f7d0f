package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import java.util.List;

/**
 * What the owner wants of the target weights.
 *
 * @param targetReturn return per year aimed at
 * @param targetVolatility volatility per year not to exceed when that return is out of reach
 * @param blend share of hierarchical risk parity in the result, 0 for none to 1 for all
 * @param riskFreeRate per year
 * @param tradingCost of a unit of weight bought or sold, in return per year; zero for none
 * @param riskAversion price of a unit of variance, above zero
 * @param ridge weight of the sum of squared weights, added to variances; zero for none
 * @param linkage how risk parity clusters
 * @param pursuit what the share without risk parity is best at
 * @param riskShares shares of the risk, in proportion, for equal risk; empty for equal ones
 * @param tail what counts as a tail and what is wanted of it
 */
public record PipelineRules(
    double targetReturn,
    double targetVolatility,
    double blend,
    double riskFreeRate,
    double tradingCost,
    double riskAversion,
    double ridge,
    Linkage linkage,
    Pursuit pursuit,
    List<Double> riskShares,
    TailAim tail) {

  private static final double USUAL_AVERSION = 2.5;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is broken
   */
  public PipelineRules {
    if (!Double.isFinite(targetReturn) || !(targetVolatility >= 0) || !(blend >= 0 && blend <= 1)) {
      throw new IllegalArgumentException(
          "return %s, volatility %s, blend %s".formatted(targetReturn, targetVolatility, blend));
    }
    riskShares = List.copyOf(riskShares);
    if (!(riskAversion > 0) || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "risk aversion %s, ridge %s".formatted(riskAversion, ridge));
    }
    if (!(tradingCost >= 0) || Double.isInfinite(tradingCost)) {
      throw new IllegalArgumentException("a cost of trading is zero or more: " + tradingCost);
    }
  }

  /**
   * The price of a unit of variance of who aims at a return with a volatility: their ratio {@code
   * return / volatility²}; that of long averages of shares where it says nothing.
   */
  public static double riskAversion(double targetReturn, double targetVolatility) {
    double variance = targetVolatility * targetVolatility;
    return targetReturn > 0 && variance > 0 ? targetReturn / variance : USUAL_AVERSION;
  }

  /** The cost of trading in units of variance: utility counts half of it times the aversion. */
  double tradingCostAsVariance() {
    return 2 * tradingCost / riskAversion;
  }
}
