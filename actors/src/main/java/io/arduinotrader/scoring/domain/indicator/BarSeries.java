package io.arduinotrader.scoring.domain.indicator;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The daily bars of one security as columns, oldest first and one bar per session, as they were
 * known on a day.
 *
 * <p>A value of this type is in order: days ascend strictly, no day is after the as-of day, and
 * every bar has a close above zero, so there are neither gaps at the start nor reversed histories.
 * Instances are immutable.
 */
public final class BarSeries {

  private final LocalDate asOf;
  private final int[] days;
  private final double[] closes;
  private final double[] adjustedCloses;
  private final double[] highs;

  private BarSeries(
      LocalDate asOf, int[] days, double[] closes, double[] adjustedCloses, double[] highs) {
    this.asOf = asOf;
    this.days = days;
    this.closes = closes;
    this.adjustedCloses = adjustedCloses;
    this.highs = highs;
  }

  /**
   * Bars in columns of equal length, which are read in place: whoever made them leaves them alone
   * from now on.
   *
   * @param asOf the day the bars were known; none may be later
   * @param days days since 1970-01-01, strictly ascending
   * @param closes in the trade currency, above zero
   * @param adjustedCloses closes after splits and dividends, above zero
   * @param highs in the trade currency; where NaN or not above zero the close stands in
   * @throws IllegalArgumentException when the columns break one of these rules
   */
  public static BarSeries of(
      LocalDate asOf, int[] days, double[] closes, double[] adjustedCloses, double[] highs) {
    int size = days.length;
    requireLength("closes", closes, size);
    requireLength("adjusted closes", adjustedCloses, size);
    requireLength("highs", highs, size);
    requireAscending(days, asOf);
    requirePrices("close", closes, days);
    requirePrices("adjusted close", adjustedCloses, days);
    return new BarSeries(asOf, days, closes, adjustedCloses, highs);
  }

  /** The day the bars were known. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The number of bars. */
  public int size() {
    return days.length;
  }

  /** The day of a bar, in days since 1970-01-01. */
  public int day(int bar) {
    return days[bar];
  }

  /** The close of a bar in the trade currency. */
  public double close(int bar) {
    return closes[bar];
  }

  /** The close of a bar after splits and dividends. */
  public double adjustedClose(int bar) {
    return adjustedCloses[bar];
  }

  /** The adjusted closes, oldest first. */
  public PriceRun adjustedCloses() {
    return PriceRun.of(adjustedCloses);
  }

  /**
   * The highest high of the newest bars on the basis of the adjusted close, so that a high from
   * before a split compares with today's price. Empty without bars.
   *
   * @param newest bars to look at, all of them when there are fewer
   */
  public OptionalDouble adjustedHigh(int newest) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = Math.max(0, size() - newest); i < size(); i++) {
      boolean known = highs[i] > 0 && highs[i] < Double.POSITIVE_INFINITY;
      double high = known ? highs[i] * (adjustedCloses[i] / closes[i]) : adjustedCloses[i];
      highest = Math.max(highest, high);
    }
    return size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(highest);
  }

  private static void requireLength(String column, double[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          "%d %s for %d days".formatted(values.length, column, size));
    }
  }

  private static void requireAscending(int[] days, LocalDate asOf) {
    for (int i = 1; i < days.length; i++) {
      if (days[i] <= days[i - 1]) {
        throw new IllegalArgumentException(
            "bars must ascend strictly, but %s follows %s"
                .formatted(LocalDate.ofEpochDay(days[i]), LocalDate.ofEpochDay(days[i - 1])));
      }
    }
    if (days.length > 0 && days[days.length - 1] > asOf.toEpochDay()) {
      throw new IllegalArgumentException(
          "the bar of %s cannot be known on %s"
              .formatted(LocalDate.ofEpochDay(days[days.length - 1]), asOf));
    }
  }

  private static void requirePrices(String column, double[] prices, int[] days) {
    for (int i = 0; i < prices.length; i++) {
      if (!(prices[i] > 0) || Double.isInfinite(prices[i])) {
        throw new IllegalArgumentException(
            "%s of %s must be above zero: %s"
                .formatted(column, LocalDate.ofEpochDay(days[i]), prices[i]));
      }
    }
  }
}
