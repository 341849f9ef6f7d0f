package io.arduinotrader.optimization.domain.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the broad market says about the year ahead; each may be unknown, which then adds nothing.
 *
 * <p>Every term is a continuous, bounded function of its indicator, so that a quote that moves by a
 * little never moves all expectations at once.
 *
 * @param volatilityIndex expected volatility of the market per year, in percent points
 * @param curveSlope ten-year less three-month yield, as a fraction
 * @param priceEarnings price to earnings of the broad market
 */
public record MarketIndicators(
    OptionalDouble volatilityIndex, OptionalDouble curveSlope, OptionalDouble priceEarnings) {

  /** Nothing is known. */
  public static final MarketIndicators UNKNOWN =
      new MarketIndicators(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  private static final double LARGEST_ADJUSTMENT = 0.20;

  /** A quote that is not above zero, or a slope that is no number, says nothing. */
  public MarketIndicators {
    volatilityIndex = aboveZero(volatilityIndex);
    priceEarnings = aboveZero(priceEarnings);
    curveSlope =
        Double.isFinite(curveSlope.orElse(Double.NaN)) ? curveSlope : OptionalDouble.empty();
  }

  /** By what fraction all expected returns are raised or lowered, −0.20 to 0.20. */
  public double adjustment() {
    double sum =
        ofVolatility(volatilityIndex.orElse(20))
            + ofSlope(curveSlope.orElse(0))
            + ofPriceEarnings(priceEarnings.orElse(24));
    return Math.clamp(sum, -LARGEST_ADJUSTMENT, LARGEST_ADJUSTMENT);
  }

  /** The names of the indicators that are not known. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (volatilityIndex.isEmpty()) {
      missing.add("volatility index");
    }
    if (curveSlope.isEmpty()) {
      missing.add("yield curve");
    }
    if (priceEarnings.isEmpty()) {
      missing.add("price to earnings of the market");
    }
    return List.copyOf(missing);
  }

  /** Nothing between 15 and 30; above, down to −0.10 at 50; below, up to 0.05 at none at all. */
  private static double ofVolatility(double index) {
    return -0.10 * ramp(index, 30, 50) + 0.05 * (1 - ramp(index, 0, 15));
  }

  /** An inverted curve takes up to 0.15 at −2 %; a steep one gives up to 0.045 from 1 % to 3 %. */
  private static double ofSlope(double slope) {
    return -0.15 * ramp(-slope, 0, 0.02) + 0.045 * ramp(slope, 0.01, 0.03);
  }

  /** Nothing between 22 and 26; dear markets down to −0.10 at 39, cheap ones up to 0.10 at 14. */
  private static double ofPriceEarnings(double ratio) {
    return -0.10 * ramp(ratio, 26, 39) + 0.10 * (1 - ramp(ratio, 14, 22));
  }

  /** From 0 at one point to 1 at a higher one. */
  private static double ramp(double value, double from, double to) {
    return Math.clamp((value - from) / (to - from), 0.0, 1.0);
  }

  private static OptionalDouble aboveZero(OptionalDouble quote) {
    double value = quote.orElse(0);
    return value > 0 && Double.isFinite(value) ? quote : OptionalDouble.empty();
  }
}
