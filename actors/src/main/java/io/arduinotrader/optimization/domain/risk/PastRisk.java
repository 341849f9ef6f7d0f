package io.arduinotrader.optimization.domain.risk;

import java.util.Arrays;

/** Risks of the past returns of one portfolio, oldest first. Losses are above zero. */
public final class PastRisk {

  private PastRisk() {}

  /**
   * The mean of the worst losses (conditional value at risk; Rockafellar and Uryasev 2002,
   * Conditional value-at-risk for general loss distributions, for fractions of a day).
   *
   * @param confidence the share of days that are not among the worst
   */
  public static double lossTail(double[] returns, double confidence) {
    double[] losses = new double[returns.length];
    Arrays.setAll(losses, day -> -returns[day]);
    return tail(losses, confidence);
  }

  /**
   * The mean of the deepest drawdowns of the uncompounded cumulative return.
   *
   * @param confidence the share of days that are not among the deepest
   */
  public static double drawdownTail(double[] returns, double confidence) {
    double[] drawdowns = new double[returns.length];
    double drawdown = 0;
    for (int day = 0; day < returns.length; day++) {
      drawdown = Math.max(0, drawdown - returns[day]);
      drawdowns[day] = drawdown;
    }
    return tail(drawdowns, confidence);
  }

  private static double tail(double[] values, double confidence) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double count = values.length * (1 - confidence);
    int whole = Math.min(values.length, (int) Math.floor(count));
    double sum = 0;
    for (int i = 0; i < whole; i++) {
      sum += sorted[sorted.length - 1 - i];
    }
    if (whole < sorted.length) {
      sum += (count - whole) * sorted[sorted.length - 1 - whole];
    }
    return sum / count;
  }

  /**
   * The mean square of what returns fall short of a benchmark, over all periods.
   *
   * @param benchmark return per period
   */
  public static double semivariance(double[] returns, double benchmark) {
    double sum = 0;
    for (double each : returns) {
      double shortfall = Math.min(0, each - benchmark);
      sum += shortfall * shortfall;
    }
    return sum / returns.length;
  }
}
