package io.arduinotrader.planning.domain.candidate;

import java.util.Optional;

/**
 * A gain against what the security's own trend would have brought in the same time.
 *
 * @param gain as a fraction of the cost
 * @param excess gain above the trend
 */
public record Windfall(double gain, double excess) {

  private static final double USUAL_TREND = 0.10;
  private static final double SHORTEST_YEARS = 0.1;
  private static final double DAYS_OF_YEAR = 365;
  private static final double HUGE_EXCESS = 0.50;
  private static final double LARGE_EXCESS = 0.25;
  private static final double DOUBLED = 1.0;
  private static final double MORE_THAN_STEADY = 0.30;

  /**
   * A position's gain.
   *
   * @param trend growth per year
   */
  public static Windfall of(double gain, double years, double trend) {
    double expected = StrictMath.pow(1 + trend, years) - 1;
    boolean comparable = years > 0 && trend > -1 && Double.isFinite(expected);
    return new Windfall(gain, comparable ? gain - expected : gain);
  }

  /** The trend to compare with: a fall is no reason to call every gain a windfall. */
  static double trend(Optional<Double> known) {
    return Math.max(0, known.orElse(USUAL_TREND));
  }

  /** The years of a position; a purchase of today would make every gain a marvel. */
  static double years(double daysHeld) {
    return Math.max(SHORTEST_YEARS, daysHeld / DAYS_OF_YEAR);
  }

  /** How much of a windfall it is, 0 to 1. */
  public double score() {
    if (excess >= HUGE_EXCESS) {
      return 1;
    }
    return excess >= LARGE_EXCESS
        ? 0.5 + 0.5 * (excess - LARGE_EXCESS) / LARGE_EXCESS
        : Math.max(0, 0.5 * excess / LARGE_EXCESS);
  }

  /**
   * The share of the position to sell, zero for none.
   *
   * @param least excess at which profits are taken of a position that has not doubled
   */
  public double share(double least) {
    if (gain >= DOUBLED) {
      return excess > MORE_THAN_STEADY ? 0.50 : 0.30;
    }
    if (excess < least) {
      return 0;
    }
    return excess >= HUGE_EXCESS ? 0.40 : 0.20;
  }
}
