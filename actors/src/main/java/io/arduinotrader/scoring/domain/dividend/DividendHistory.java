package io.arduinotrader.scoring.domain.dividend;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Dividends per share and year, oldest first. Instances are immutable. */
public final class DividendHistory {

  /** A dividend that falls by more than this is cut. */
  private static final double CUT = -0.20;

  private static final double STABLE = 0.60;

  private final double[] amounts;

  private DividendHistory(double[] amounts) {
    this.amounts = amounts;
  }

  /** A history of yearly amounts, zero or more. */
  public static DividendHistory of(double... amounts) {
    return new DividendHistory(amounts.clone());
  }

  /** Years with an amount, zero included. */
  public int years() {
    return amounts.length;
  }

  /** How many years ago the dividend was last cut: 1 in the newest year; empty when never. */
  public OptionalInt yearsSinceCut() {
    for (int i = amounts.length - 1; i >= 1; i--) {
      if (amounts[i - 1] > 0 && amounts[i] / amounts[i - 1] - 1 < CUT) {
        return OptionalInt.of(amounts.length - i);
      }
    }
    return OptionalInt.empty();
  }

  /** Compound growth per year from the first paid dividend to the last, as a fraction. */
  public OptionalDouble growth() {
    int first = 0;
    while (first < amounts.length && !(amounts[first] > 0)) {
      first++;
    }
    int years = amounts.length - 1 - first;
    if (years < 1) {
      return OptionalDouble.empty();
    }
    double growth = Math.pow(amounts[amounts.length - 1] / amounts[first], 1.0 / years) - 1;
    return Double.isFinite(growth) ? OptionalDouble.of(growth) : OptionalDouble.empty();
  }

  /**
   * How likely the dividend goes on, 0 to 1: cuts against it, years without one, growth and yield
   * for it.
   *
   * @param yield of the security, as a fraction
   * @param usualYield what the yield is compared with, as a fraction
   */
  public double stability(OptionalDouble yield, double usualYield) {
    double score = 0.5 + cutPart() + growthPart() + yieldPart(yield, usualYield);
    return Math.clamp(score, 0.0, 1.0);
  }

  /** Whether a security pays and its dividend is stable. */
  public static boolean consistent(OptionalDouble yield, double stability) {
    return yield.orElse(0) > 0 && stability >= STABLE;
  }

  private double cutPart() {
    OptionalInt since = yearsSinceCut();
    if (since.isPresent()) {
      return since.getAsInt() <= 2 ? -0.40 : since.getAsInt() <= 5 ? -0.25 : -0.10;
    }
    return years() >= 5 ? 0.15 : years() >= 3 ? 0.10 : 0;
  }

  private double growthPart() {
    double growth = growth().orElse(-1);
    return growth >= 0.05 ? 0.30 : growth >= 0.02 ? 0.20 : growth >= 0 ? 0.10 : 0;
  }

  private static double yieldPart(OptionalDouble yield, double usual) {
    double known = yield.orElse(0);
    if (!(known > 0)) {
      return 0;
    }
    return known >= 1.5 * usual ? 0.30 : known >= usual ? 0.15 : 0;
  }
}
