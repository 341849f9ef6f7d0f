package io.arduinotrader.optimization.domain.expectation;

/**
 * How inputs become an expected return.
 *
 * @param aim return per year the owner aims at, as a fraction
 * @param regime state of the market
 * @param adjustment fraction by which the market's indicators raise or lower every expectation,
 *     above −1
 * @param least no expectation is below this
 * @param most no expectation is above this
 */
public record ReturnRules(double aim, Regime regime, double adjustment, double least, double most) {

  private static final double LEAST = -0.10;
  private static final double MOST = 0.30;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is broken
   */
  public ReturnRules {
    if (!Double.isFinite(aim) || !(adjustment > -1) || !(least <= most)) {
      throw new IllegalArgumentException(
          "aim %s, adjustment %s, range %s to %s".formatted(aim, adjustment, least, most));
    }
  }

  /** Rules with the range of −10 % to 30 % a year. */
  public static ReturnRules of(double aim, Regime regime, MarketIndicators indicators) {
    return new ReturnRules(aim, regime, indicators.adjustment(), LEAST, MOST);
  }
}
