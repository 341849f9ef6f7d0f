package io.arduinotrader.planning.domain.objective;

/**
 * How well a portfolio is spread, as a weighted mean of four parts.
 *
 * @param country weight of the mean distance to the wanted shares of countries
 * @param industry likewise of industries
 * @param quality weight of the mean score
 * @param dividend weight of the dividend yield
 * @param dividendBase what a portfolio without dividends has of that part
 */
public record DiversificationRules(
    double country, double industry, double quality, double dividend, double dividendBase) {

  /** A mean distance of this much is worth nothing. */
  public static final double WORST_DISTANCE = 0.3;

  /** Without wanted shares or figures a part is neither good nor bad. */
  public static final double NEUTRAL = 0.5;

  /** A yield of this much beyond the base is as good as can be. */
  public static final double FULL_YIELD = 0.10;

  /** With industries. */
  public static final DiversificationRules COUNTRIES_AND_INDUSTRIES =
      new DiversificationRules(0.40, 0.30, 0.18, 0.12, 0);

  /** Without them. */
  public static final DiversificationRules COUNTRIES =
      new DiversificationRules(0.40, 0, 0.30, 0.30, 0.3);

  /** How fast the dividend part grows with the yield. */
  public double dividendSlope() {
    return 1 / FULL_YIELD;
  }

  /** The part of the dividends for their yield on the whole portfolio. */
  public double dividendPart(double yield) {
    return Math.min(1, dividendBase + dividendSlope() * yield);
  }
}
