package io.arduinotrader.optimization.domain.returns;

import java.util.Arrays;

/**
 * Adjusted closes of one security in base currency, oldest first.
 *
 * <p>Immutable; days ascend strictly and prices are above zero.
 */
public final class PriceHistory {

  private final int[] days;
  private final double[] prices;

  private PriceHistory(int[] days, double[] prices) {
    this.days = days;
    this.prices = prices;
  }

  /**
   * Prices that are in base currency already.
   *
   * @param days days since 1970-01-01, strictly ascending
   * @param prices above zero, one per day
   * @throws IllegalArgumentException when the columns break one of these rules
   */
  public static PriceHistory of(int[] days, double[] prices) {
    if (days.length != prices.length) {
      throw new IllegalArgumentException(
          "%d days but %d prices".formatted(days.length, prices.length));
    }
    for (int i = 0; i < days.length; i++) {
      if (i > 0 && days[i] <= days[i - 1]) {
        throw new IllegalArgumentException("days must ascend strictly: " + days[i]);
      }
      if (!(prices[i] > 0) || Double.isInfinite(prices[i])) {
        throw new IllegalArgumentException("prices must be above zero: " + prices[i]);
      }
    }
    return new PriceHistory(days.clone(), prices.clone());
  }

  /**
   * The same history in another currency: each price at the newest rate not after its day. Prices
   * from before the first rate are left out.
   *
   * @param rateDays days since 1970-01-01, strictly ascending
   * @param rates units of the new currency for one of the old, above zero
   */
  public PriceHistory converted(int[] rateDays, double[] rates) {
    PriceHistory rateHistory = of(rateDays, rates);
    int[] kept = new int[days.length];
    double[] converted = new double[days.length];
    int count = 0;
    int rate = -1;
    for (int i = 0; i < days.length; i++) {
      while (rate + 1 < rateHistory.size() && rateHistory.days[rate + 1] <= days[i]) {
        rate++;
      }
      if (rate >= 0) {
        kept[count] = days[i];
        converted[count] = prices[i] * rateHistory.prices[rate];
        count++;
      }
    }
    return new PriceHistory(Arrays.copyOf(kept, count), Arrays.copyOf(converted, count));
  }

  /** The number of prices. */
  public int size() {
    return days.length;
  }

  /** The day of a price, in days since 1970-01-01. */
  public int day(int index) {
    return days[index];
  }

  /** A price in base currency. */
  public double price(int index) {
    return prices[index];
  }

  /** The index of the first price from a day on, the size when there is none. */
  int firstFrom(int day) {
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }
}
