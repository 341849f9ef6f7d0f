package io.arduinotrader.scoring.domain.indicator;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** Series of bars for tests: one bar per calendar day, known on the day of the last bar. */
public final class Bars {

  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

  private Bars() {}

  /** Bars whose highs, lows and adjusted closes are the closes. */
  public static BarSeries of(double... closes) {
    return of(closes, closes, closes);
  }

  /** Bars with adjusted closes and highs of their own. */
  public static BarSeries of(double[] closes, double[] adjusted, double[] highs) {
    return BarSeries.of(LAST, days(closes.length), closes, adjusted, highs);
  }

  /** Consecutive days that end with the last one. */
  public static int[] days(int count) {
    int[] days = new int[count];
    for (int i = 0; i < count; i++) {
      days[i] = (int) LAST.toEpochDay() - count + 1 + i;
    }
    return days;
  }

  /** A random walk from 100 with the given drift and width of its daily returns. */
  public static double[] walk(long seed, int count, double drift, double width) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] closes = new double[count];
    double close = 100;
    for (int i = 0; i < count; i++) {
      closes[i] = close;
      close *= 1 + drift + width * (random.nextDouble() - 0.5);
    }
    return closes;
  }

  /** Every price times a factor. */
  public static double[] times(double[] prices, double factor) {
    double[] scaled = prices.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
