package io.arduinotrader.benchmark;

import io.arduinotrader.scoring.domain.indicator.BarSeries;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Columns of invented daily prices, five bars a week, ten years for 2,500 of them. */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers: boxing them would cost tenfold
record DailyPrices(int[] days, double[] closes, double[] highs) {

  private static final int LAST = Math.toIntExact(LocalDate.of(2025, 6, 30).toEpochDay());

  /** A random walk; the same seed gives the same prices. */
  static DailyPrices walk(int bars, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] days = new int[bars];
    double[] closes = new double[bars];
    double[] highs = new double[bars];
    double price = 100;
    for (int i = 0; i < bars; i++) {
      days[i] = LAST - (bars - 1 - i) * 7 / 5;
      price *= 1 + random.nextDouble(-0.02, 0.0204);
      closes[i] = price;
      highs[i] = price * 1.01;
    }
    return new DailyPrices(days, closes, highs);
  }

  /** The same columns as scoring reads them; nothing is copied. */
  BarSeries series() {
    return BarSeries.of(LocalDate.ofEpochDay(days[days.length - 1]), days, closes, closes, highs);
  }
}
