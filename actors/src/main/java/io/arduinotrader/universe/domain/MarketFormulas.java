package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.BarColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.stat.correlation.Covariance;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.moment.Variance;

/** The formulas behind the figures of a security's market. */
public final class MarketFormulas {

  /** Sessions a year, by which a daily deviation becomes a yearly one. */
  private static final int SESSIONS_A_YEAR = 252;

  /** 52 weeks; the first and the last day are both within. */
  private static final int RANGE_DAYS = 364;

  private MarketFormulas() {}

  /** A move of the price: per share, and in percent points of the price before. */
  public record Change(BigDecimal amount, double percent) {}

  /** The highest and the lowest price of a span. */
  public record Range(double high, double low) {}

  /**
   * How much a security moves with the market: sample covariance of both returns divided by the
   * sample variance of the market's. W. F. Sharpe, Capital asset prices, Journal of Finance 19
   * (1964), footnote 22.
   *
   * @param security returns, at least two
   * @param market returns of the same spans
   * @return empty when the market does not move
   */
  public static OptionalDouble beta(double[] security, double[] market) {
    double variance = new Variance(true).evaluate(market);
    return variance > 0
        ? OptionalDouble.of(new Covariance().covariance(security, market, true) / variance)
        : OptionalDouble.empty();
  }

  /**
   * Sample standard deviation of daily returns times the square root of 252. J. C. Hull, Options,
   * Futures, and Other Derivatives, section on estimating volatility from historical data.
   *
   * @param returns at least two
   */
  public static double volatility(double[] returns) {
    return new StandardDeviation(true).evaluate(returns) * StrictMath.sqrt(SESSIONS_A_YEAR);
  }

  /**
   * Mean volume of the last sessions.
   *
   * @return empty when there are fewer sessions, or none of them has a volume because nobody knows
   */
  public static OptionalDouble averageVolume(long[] volumes, int sessions) {
    if (volumes.length < sessions) {
      return OptionalDouble.empty();
    }
    long sum = Arrays.stream(volumes, volumes.length - sessions, volumes.length).sum();
    return sum == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / sessions);
  }

  /**
   * The move from one close to the next.
   *
   * @return empty without a previous close
   */
  public static Optional<Change> dayChange(BigDecimal close, Optional<BigDecimal> previousClose) {
    return previousClose.map(
        previous -> {
          BigDecimal amount = close.subtract(previous);
          return new Change(amount, amount.doubleValue() / previous.doubleValue() * 100);
        });
  }

  /**
   * The highest high and the lowest low of the 52 weeks that end on a day.
   *
   * @return empty when no bar is within them
   */
  public static Optional<Range> range52Weeks(BarColumns bars, LocalDate asOf) {
    long last = asOf.toEpochDay();
    double high = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    for (int i = 0; i < bars.size(); i++) {
      if (bars.days()[i] >= last - RANGE_DAYS && bars.days()[i] <= last) {
        high = Math.max(high, bars.high()[i]);
        low = Math.min(low, bars.low()[i]);
      }
    }
    return high < low ? Optional.empty() : Optional.of(new Range(high, low));
  }

  /** Relative changes from each level to the next; one fewer than levels. */
  static double[] returns(double[] levels) {
    double[] returns = new double[Math.max(0, levels.length - 1)];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = levels[i + 1] / levels[i] - 1;
    }
    return returns;
  }
}
