package io.arduinotrader.optimization.domain.expectation;

import io.arduinotrader.optimization.domain.returns.PriceHistory;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether the market as a whole runs above or below its long average, and what that means for how
 * much a security's own record counts against the return aimed at.
 */
public enum Regime {
  /** The record counts more: it was earned in the same wind. */
  RISING(0.80, 0.20, 1),
  /** Neither. */
  SIDEWAYS(0.70, 0.30, 1),
  /** Everything is expected to return a quarter less. */
  FALLING(0.70, 0.30, 0.75);

  /** How far from its average, as a fraction, a market must be to be called rising or falling. */
  public static final double THRESHOLD = 0.05;

  /** Prices the long average is taken over. */
  private static final int AVERAGE_DAYS = 200;

  private final double recordShare;
  private final double aimShare;
  private final double caution;

  Regime(double recordShare, double aimShare, double caution) {
    this.recordShare = recordShare;
    this.aimShare = aimShare;
    this.caution = caution;
  }

  /** How much the security's own record counts. */
  double recordShare() {
    return recordShare;
  }

  /** How much the return aimed at counts, tilted by the score. */
  double aimShare() {
    return aimShare;
  }

  /** Factor on the mix of both. */
  double caution() {
    return caution;
  }

  /**
   * How far newest prices are from their long average, on the mean of several histories, as a
   * fraction; absent when all are too young.
   */
  public static OptionalDouble distance(List<PriceHistory> histories) {
    return histories.stream()
        .filter(history -> history.size() >= AVERAGE_DAYS)
        .mapToDouble(Regime::distance)
        .average();
  }

  private static double distance(PriceHistory history) {
    double sum = 0;
    for (int i = history.size() - AVERAGE_DAYS; i < history.size(); i++) {
      sum += history.price(i);
    }
    return history.price(history.size() - 1) * AVERAGE_DAYS / sum - 1;
  }

  /**
   * The regime of a market this far from its average; sideways when it is not known.
   *
   * @param distance price over average less one, as a fraction
   */
  public static Regime of(OptionalDouble distance) {
    if (distance.isEmpty() || Math.abs(distance.getAsDouble()) < THRESHOLD) {
      return SIDEWAYS;
    }
    return distance.getAsDouble() > 0 ? RISING : FALLING;
  }
}
