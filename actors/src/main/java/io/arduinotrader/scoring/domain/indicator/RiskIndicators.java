package io.arduinotrader.scoring.domain.indicator;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How a price moved: volatility, return per risk, and drawdowns from earlier peaks. */
public final class RiskIndicators {

  /** Bars a Sharpe or Sortino ratio needs at least. */
  public static final int MINIMUM_BARS_FOR_RATIO = 50;

  /** Bars volatility and maximum drawdown need at least. */
  public static final int MINIMUM_BARS = 30;

  private static final int RECENT_BARS = 60;
  private static final int AVERAGE_BARS = 200;

  private RiskIndicators() {}

  /**
   * Annual Sharpe ratio of the simple daily returns.
   *
   * @param riskFreeRate per year, as a fraction
   * @param smoothDeviation a deviation of the returns up to this counts as none
   */
  public static OptionalDouble sharpe(
      double[] closes, double riskFreeRate, double smoothDeviation) {
    return closes.length < MINIMUM_BARS_FOR_RATIO
        ? OptionalDouble.empty()
        : ReturnStatistics.of(closes)
            .map(returns -> returns.sharpe(riskFreeRate, smoothDeviation))
            .orElse(OptionalDouble.empty());
  }

  /** Annual Sortino ratio of the simple daily returns against a target of zero. */
  public static OptionalDouble sortino(double[] closes) {
    return closes.length < MINIMUM_BARS_FOR_RATIO
        ? OptionalDouble.empty()
        : ReturnStatistics.of(closes).map(ReturnStatistics::sortino).orElse(OptionalDouble.empty());
  }

  /** Annual volatility of the simple daily returns, as a fraction. */
  public static OptionalDouble volatility(double[] closes) {
    return closes.length < MINIMUM_BARS
        ? OptionalDouble.empty()
        : ReturnStatistics.of(closes)
            .map(returns -> OptionalDouble.of(returns.volatility()))
            .orElse(OptionalDouble.empty());
  }

  /** The deepest fall below an earlier peak, zero or a negative fraction. */
  public static OptionalDouble maximumDrawdown(double[] closes) {
    return closes.length < MINIMUM_BARS || !allAboveZero(closes)
        ? OptionalDouble.empty()
        : OptionalDouble.of(deepestDrawdown(closes));
  }

  /** The deepest fall below an earlier peak of any number of prices above zero. */
  public static double deepestDrawdown(double[] closes) {
    double peak = 0;
    double deepest = 0;
    for (double close : closes) {
      peak = Math.max(peak, close);
      deepest = Math.min(deepest, close / peak - 1);
    }
    return deepest;
  }

  /**
   * The drawdowns of a held position; empty with fewer than two bars.
   *
   * @param closes since the position is looked at, oldest first, above zero
   */
  public static Optional<PositionDrawdown> positionDrawdown(double[] closes) {
    if (closes.length < 2) {
      return Optional.empty();
    }
    double peak = 0;
    double deepest = 0;
    double current = 0;
    int lastAtPeak = 0;
    for (int i = 0; i < closes.length; i++) {
      peak = Math.max(peak, closes[i]);
      current = closes[i] / peak - 1;
      deepest = Math.min(deepest, current);
      if (current == 0) {
        lastAtPeak = i;
      }
    }
    int barsUnderWater = closes.length - 1 - lastAtPeak;
    return Optional.of(
        new PositionDrawdown(
            deepest,
            current,
            barsUnderWater == 0 ? OptionalInt.empty() : OptionalInt.of(barsUnderWater)));
  }

  /**
   * Recent against usual volatility and the distance from the long average. Empty with fewer than
   * {@value #RECENT_BARS} bars or a price that is not above zero.
   */
  public static Optional<Instability> instability(double[] closes) {
    if (closes.length < RECENT_BARS || !allAboveZero(closes)) {
      return Optional.empty();
    }
    double[] recentCloses = Arrays.copyOfRange(closes, closes.length - RECENT_BARS, closes.length);
    return ReturnStatistics.of(recentCloses)
        .flatMap(
            recent ->
                ReturnStatistics.of(closes)
                    .map(
                        usual ->
                            new Instability(
                                recent.volatility(),
                                usual.volatility(),
                                distanceFromAverage(closes))));
  }

  private static OptionalDouble distanceFromAverage(double[] closes) {
    OptionalDouble average =
        PriceIndicators.exponentialAverage(closes, AVERAGE_BARS, YoungAverage.ABSENT);
    return average.isPresent()
        ? PriceIndicators.distance(closes[closes.length - 1], average.getAsDouble())
        : OptionalDouble.empty();
  }

  private static boolean allAboveZero(double[] closes) {
    for (double close : closes) {
      if (!(close > 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * How far a position is below its best price.
   *
   * @param deepest deepest drawdown, zero or a negative fraction
   * @param current drawdown at the last bar, zero or a negative fraction
   * @param barsUnderWater bars since the last peak, absent at the peak
   */
  public record PositionDrawdown(double deepest, double current, OptionalInt barsUnderWater) {}

  /**
   * Signs of an unstable price.
   *
   * @param recentVolatility annual, of the last 59 returns
   * @param usualVolatility annual, of all returns
   * @param distanceFromAverage last close relative to its exponential average of 200 bars
   */
  public record Instability(
      double recentVolatility, double usualVolatility, OptionalDouble distanceFromAverage) {}
}
