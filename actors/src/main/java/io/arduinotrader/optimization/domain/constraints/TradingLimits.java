package io.arduinotrader.optimization.domain.constraints;

/**
 * What trading from the current weights costs and how much of it is allowed.
 *
 * @param cost for each unit of weight bought or sold, in the unit of the objective: variance, or
 *     return, per year
 * @param maximumTraded bought plus sold weight; infinite for no limit
 */
public record TradingLimits(double cost, double maximumTraded) {

  /** Trading is free and unlimited. */
  public static final TradingLimits NONE = new TradingLimits(0, Double.POSITIVE_INFINITY);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when the cost is negative or not finite, or the limit negative
   */
  public TradingLimits {
    if (!(cost >= 0) || Double.isInfinite(cost) || !(maximumTraded >= 0)) {
      throw new IllegalArgumentException(
          "cost %s and limit %s of trading".formatted(cost, maximumTraded));
    }
  }

  /** A limit on what is bought and sold, without a cost. */
  public static TradingLimits atMost(double maximumTraded) {
    return new TradingLimits(0, maximumTraded);
  }

  /** Whether trading is limited. */
  public boolean isLimited() {
    return maximumTraded < Double.POSITIVE_INFINITY;
  }

  /** Whether there is anything to heed. */
  public boolean isFree() {
    return cost == 0 && !isLimited();
  }
}
