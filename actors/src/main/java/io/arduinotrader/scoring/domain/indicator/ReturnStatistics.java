package io.arduinotrader.scoring.domain.indicator;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Moments of the simple daily returns of a window of prices, per day.
 *
 * @param count the number of returns
 * @param mean arithmetic mean
 * @param deviation sample standard deviation, divisor count − 1
 * @param downsideDeviation root of the mean square of the losses over all days, gains counting zero
 */
public record ReturnStatistics(int count, double mean, double deviation, double downsideDeviation) {

  /** Trading days in a year. */
  public static final double DAYS_PER_YEAR = 252;

  /** What a ratio without any loss in it is reported as; no score asks for as much. */
  public static final double LOSSLESS_RATIO = 100;

  private static final double ROOT_OF_YEAR = Math.sqrt(DAYS_PER_YEAR);

  /**
   * The statistics of the returns between the given prices, oldest first. Empty with fewer than two
   * returns or when a price to divide by is not above zero.
   */
  public static Optional<ReturnStatistics> of(PriceRun prices) {
    int count = prices.size() - 1;
    if (count < 2) {
      return Optional.empty();
    }
    double sum = 0;
    double squaredLosses = 0;
    for (int i = 1; i <= count; i++) {
      if (!(prices.at(i - 1) > 0)) {
        return Optional.empty();
      }
      double change = prices.at(i) / prices.at(i - 1) - 1;
      sum += change;
      double loss = Math.min(change, 0);
      squaredLosses += loss * loss;
    }
    double mean = sum / count;
    double squaredDistances = 0;
    for (int i = 1; i <= count; i++) {
      double distance = prices.at(i) / prices.at(i - 1) - 1 - mean;
      squaredDistances += distance * distance;
    }
    return Optional.of(
        new ReturnStatistics(
            count,
            mean,
            Math.sqrt(squaredDistances / (count - 1)),
            Math.sqrt(squaredLosses / count)));
  }

  /** Annual standard deviation of the returns. */
  public double volatility() {
    return deviation * ROOT_OF_YEAR;
  }

  /**
   * Annual Sharpe ratio (Sharpe 1994): mean excess return over its deviation. Empty for returns
   * that do not vary.
   *
   * @param riskFreeRate per year, as a fraction
   * @param smoothDeviation a deviation up to this counts as none
   */
  public OptionalDouble sharpe(double riskFreeRate, double smoothDeviation) {
    return deviation > smoothDeviation
        ? OptionalDouble.of((mean - riskFreeRate / DAYS_PER_YEAR) / deviation * ROOT_OF_YEAR)
        : OptionalDouble.empty();
  }

  /**
   * Annual Sortino ratio (Sortino and Price 1994) against a target of zero: mean return over the
   * downside deviation. The cap when there was no losing day, empty when there was no change at
   * all.
   */
  public OptionalDouble sortino() {
    if (downsideDeviation > 0) {
      return OptionalDouble.of(mean / downsideDeviation * ROOT_OF_YEAR);
    }
    return mean > 0 ? OptionalDouble.of(LOSSLESS_RATIO) : OptionalDouble.empty();
  }
}
