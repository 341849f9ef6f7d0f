package io.arduinotrader.portfolio.domain.valuation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Figures of a series of daily returns, each a fraction of the value before. A year has 252 of
 * them. Two returns are the least to say anything about a year; with fewer every yearly figure is
 * zero, as is one that has no finite value.
 *
 * <p>Sharpe, The Sharpe Ratio (1994); Sortino and Price, Performance Measurement in a Downside Risk
 * Framework (1994); Bacon, Practical Portfolio Performance Measurement and Attribution, chapters 2
 * and 4.
 */
final class Returns {

  private static final int DAYS_PER_YEAR = 252;

  private Returns() {}

  /**
   * Time-weighted returns: what flowed in on a day is taken out of its closing value, because it
   * was not there to earn anything. An account without value earns nothing.
   *
   * @param values closing values
   * @param flows what came in on each day, at its end; the first does not matter
   */
  static double[] timeWeighted(double[] values, double[] flows) {
    double[] returns = new double[Math.max(0, values.length - 1)];
    for (int day = 1; day < values.length; day++) {
      returns[day - 1] = values[day - 1] > 0 ? (values[day] - flows[day]) / values[day - 1] - 1 : 0;
    }
    return returns;
  }

  /** The compounded return of the whole series. */
  static double total(double[] returns) {
    return growth(returns) - 1;
  }

  /** The compounded return per year. */
  static double annual(double[] returns) {
    return returns.length < 2
        ? 0
        : finite(Math.pow(growth(returns), (double) DAYS_PER_YEAR / returns.length) - 1);
  }

  /** The sample standard deviation per year. */
  static double volatility(double[] returns) {
    return returns.length < 2 ? 0 : finite(deviation(returns) * Math.sqrt(DAYS_PER_YEAR));
  }

  /** The mean excess return per standard deviation, per year. */
  static double sharpe(double[] returns, double riskFreePerDay) {
    double[] excess = mapped(returns, value -> value - riskFreePerDay);
    return returns.length < 2
        ? 0
        : finite(mean(excess) / deviation(excess) * Math.sqrt(DAYS_PER_YEAR));
  }

  /** The mean excess return per downside deviation over all days, per year. */
  static double sortino(double[] returns, double riskFreePerDay) {
    if (returns.length < 2) {
      return 0;
    }
    double[] excess = mapped(returns, value -> value - riskFreePerDay);
    double downside =
        Math.sqrt(mean(mapped(excess, value -> Math.min(value, 0) * Math.min(value, 0))));
    return finite(mean(excess) * DAYS_PER_YEAR / (downside * Math.sqrt(DAYS_PER_YEAR)));
  }

  /** The deepest fall below an earlier peak, the start included; zero or negative. */
  static double deepestFall(double[] returns) {
    double index = 1;
    double peak = 1;
    double deepest = 0;
    for (double value : returns) {
      index *= 1 + value;
      peak = Math.max(peak, index);
      deepest = Math.min(deepest, index / peak - 1);
    }
    return deepest;
  }

  /** The annual return per deepest fall. */
  static double calmar(double[] returns) {
    return finite(annual(returns) / Math.abs(deepestFall(returns)));
  }

  private static double growth(double[] returns) {
    double index = 1;
    for (double value : returns) {
      index *= 1 + value;
    }
    return index;
  }

  /** Exactly zero for equal values, which summing would miss by a rounding. */
  private static double deviation(double[] values) {
    if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      return 0;
    }
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double[] mapped(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
