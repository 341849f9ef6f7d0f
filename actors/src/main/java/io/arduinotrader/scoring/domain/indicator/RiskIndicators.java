package io.arduinotrader.scoring.domain.indicator;

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
   * @param returns of the closes, which several figures share
   * @param riskFreeRate per year, as a fraction
   * @param smoothDeviation a deviation of the returns up to this counts as none
   */
  public static OptionalDouble sharpe(
      PriceRun closes,
      Optional<ReturnStatistics> returns,
      double riskFreeRate,
      double smoothDeviation) {
    return closes.size() < MINIMUM_BARS_FOR_RATIO
        ? OptionalDouble.empty()
        : returns
            .map(moments -> moments.sharpe(riskFreeRate, smoothDeviation))
            .orElse(OptionalDouble.empty());
  }

  /** Annual Sortino ratio of the simple daily returns against a target of zero. */
  public static OptionalDouble sortino(PriceRun closes, Optional<ReturnStatistics> returns) {
    return closes.size() < MINIMUM_BARS_FOR_RATIO
        ? OptionalDouble.empty()
        : returns.map(ReturnStatistics::sortino).orElse(OptionalDouble.empty());
  }

  /** Annual volatility of the simple daily returns, as a fraction. */
  public static OptionalDouble volatility(PriceRun closes, Optional<ReturnStatistics> returns) {
    return closes.size() < MINIMUM_BARS
        ? OptionalDouble.empty()
        : returns
            .map(moments -> OptionalDouble.of(moments.volatility()))
            .orElse(OptionalDouble.empty());
  }

  /** Annual volatility of the newest 59 returns, as a fraction; empty with fewer. */
  public static OptionalDouble recentVolatility(PriceRun closes) {
    return closes.size() < RECENT_BARS
        ? OptionalDouble.empty()
        : ReturnStatistics.of(closes.newest(RECENT_BARS))
            .map(moments -> OptionalDouble.of(moments.volatility()))
            .orElse(OptionalDouble.empty());
  }

  /** The deepest fall below an earlier peak, zero or a negative fraction. */
  public static OptionalDouble maximumDrawdown(PriceRun closes) {
    return closes.size() < MINIMUM_BARS || !closes.allAboveZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(deepestDrawdown(closes));
  }

  /** The deepest fall below an earlier peak of any number of prices above zero. */
  public static double deepestDrawdown(PriceRun closes) {
    double peak = 0;
    double deepest = 0;
    for (int i = 0; i < closes.size(); i++) {
      double close = closes.at(i);
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
  public static Optional<PositionDrawdown> positionDrawdown(PriceRun closes) {
    if (closes.size() < 2) {
      return Optional.empty();
    }
    double peak = 0;
    double deepest = 0;
    double current = 0;
    int lastAtPeak = 0;
    for (int i = 0; i < closes.size(); i++) {
      peak = Math.max(peak, closes.at(i));
      current = closes.at(i) / peak - 1;
      deepest = Math.min(deepest, current);
      if (current == 0) {
        lastAtPeak = i;
      }
    }
    int barsUnderWater = closes.size() - 1 - lastAtPeak;
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
  public static Optional<Instability> instability(PriceRun closes) {
    if (closes.size() < RECENT_BARS || !closes.allAboveZero()) {
      return Optional.empty();
    }
    return ReturnStatistics.of(closes.newest(RECENT_BARS))
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

  private static OptionalDouble distanceFromAverage(PriceRun closes) {
    OptionalDouble average =
        PriceIndicators.exponentialAverage(closes, AVERAGE_BARS, YoungAverage.ABSENT);
    return average.isPresent()
        ? PriceIndicators.distance(closes.last(), average.getAsDouble())
        : OptionalDouble.empty();
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
