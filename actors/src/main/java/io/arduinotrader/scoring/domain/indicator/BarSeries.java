package io.arduinotrader.scoring.domain.indicator;

import java.time.LocalDate;
import java.util.Arrays;

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
  private final double[] lows;
  private final double[] volumes;

  private BarSeries(
      LocalDate asOf,
      int[] days,
      double[] closes,
      double[] adjustedCloses,
      double[] highs,
      double[] lows,
      double[] volumes) {
    this.asOf = asOf;
    this.days = days;
    this.closes = closes;
    this.adjustedCloses = adjustedCloses;
    this.highs = highs;
    this.lows = lows;
    this.volumes = volumes;
  }

  /**
   * Takes a copy of columns of equal length.
   *
   * @param asOf the day the bars were known; none may be later
   * @param days days since 1970-01-01, strictly ascending
   * @param closes in the trade currency, above zero
   * @param adjustedCloses closes after splits and dividends, above zero
   * @param highs in the trade currency; where NaN or not above zero the close stands in
   * @param lows likewise
   * @param volumes shares, zero or more
   * @throws IllegalArgumentException when the columns break one of these rules
   */
  public static BarSeries of(
      LocalDate asOf,
      int[] days,
      double[] closes,
      double[] adjustedCloses,
      double[] highs,
      double[] lows,
      double[] volumes) {
    int size = days.length;
    requireLength("closes", closes, size);
    requireLength("adjusted closes", adjustedCloses, size);
    requireLength("highs", highs, size);
    requireLength("lows", lows, size);
    requireLength("volumes", volumes, size);
    requireAscending(days, asOf);
    requirePrices("close", closes, days);
    requirePrices("adjusted close", adjustedCloses, days);
    requireVolumes(volumes, days);
    return new BarSeries(
        asOf,
        days.clone(),
        closes.clone(),
        adjustedCloses.clone(),
        filledWith(highs, closes),
        filledWith(lows, closes),
        volumes.clone());
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

  /** Shares traded in the session of a bar. */
  public double volume(int bar) {
    return volumes[bar];
  }

  /** The adjusted closes of the newest bars, at most the given number, oldest first. */
  public double[] adjustedCloses(int newest) {
    return Arrays.copyOfRange(adjustedCloses, size() - Math.min(newest, size()), size());
  }

  /**
   * The highs of the newest bars on the basis of the adjusted close, so that a high from before a
   * split compares with today's price.
   */
  public double[] adjustedHighs(int newest) {
    return rebased(highs, newest);
  }

  /** The lows of the newest bars on the basis of the adjusted close. */
  public double[] adjustedLows(int newest) {
    return rebased(lows, newest);
  }

  private double[] rebased(double[] prices, int newest) {
    int count = Math.min(newest, size());
    int first = size() - count;
    double[] rebased = new double[count];
    for (int i = 0; i < count; i++) {
      rebased[i] = prices[first + i] * (adjustedCloses[first + i] / closes[first + i]);
    }
    return rebased;
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

  private static void requireVolumes(double[] volumes, int[] days) {
    for (int i = 0; i < volumes.length; i++) {
      if (!(volumes[i] >= 0) || Double.isInfinite(volumes[i])) {
        throw new IllegalArgumentException(
            "volume of %s must be zero or more: %s"
                .formatted(LocalDate.ofEpochDay(days[i]), volumes[i]));
      }
    }
  }

  private static double[] filledWith(double[] prices, double[] closes) {
    double[] filled = new double[prices.length];
    for (int i = 0; i < prices.length; i++) {
      filled[i] = prices[i] > 0 && Double.isFinite(prices[i]) ? prices[i] : closes[i];
    }
    return filled;
  }
}
