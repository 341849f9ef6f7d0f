package io.arduinotrader.optimization.domain.trades;

/**
 * How orders are cut into slices and what they are expected to move.
 *
 * @param maximumParticipation largest share of a session's average volume that one slice may be
 * @param maximumSlices slices of one order at most; with more needed each participates more
 * @param impactFactor how many daily deviations a whole session's volume would move the price
 * @param assumedImpact impact as a fraction of the value when volume or volatility is unknown
 * @param riskAversion how much a squared unit of base currency of price risk counts against one of
 *     cost; zero spreads orders evenly
 */
public record ExecutionRules(
    CostRules costs,
    double maximumParticipation,
    int maximumSlices,
    double impactFactor,
    double assumedImpact,
    double riskAversion) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is broken
   */
  public ExecutionRules {
    if (!(maximumParticipation > 0 && maximumParticipation <= 1) || maximumSlices < 1) {
      throw new IllegalArgumentException(
          "participation lies in 0 to 1 and an order has at least one slice");
    }
    if (!(impactFactor >= 0) || !(assumedImpact >= 0) || !(riskAversion >= 0)) {
      throw new IllegalArgumentException("impact and risk aversion must be zero or more");
    }
  }
}
