package io.arduinotrader.optimization.domain.returns;

import java.util.Arrays;
import java.util.Optional;

/**
 * Adjusted closes of one security in base currency, oldest first.
 *
 * <p>Immutable; days ascend strictly and prices are above zero.
 */
public final class PriceHistory {

  private final int[] days;
  private final double[] prices;
  private final boolean usable;

  private PriceHistory(int[] days, double[] prices, boolean usable) {
    this.days = days;
    this.prices = prices;
    this.usable = usable;
  }

  /**
   * Prices that are in base currency already.
   *
   * @param days days since 1970-01-01, strictly ascending
   * @param prices above zero, one per day
   * @throws IllegalArgumentException when the columns break one of these rules
   */
  public static PriceHistory of(int[] days, double[] prices) {
    Optional<String> problem = problem(days, prices);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    return new PriceHistory(days.clone(), prices.clone(), true);
  }

  /**
   * The same from columns nobody has checked. Columns that break a rule are a history without
   * prices that is not usable: nobody knows which of them are right.
   */
  public static PriceHistory unchecked(int[] days, double[] prices) {
    return problem(days, prices).isPresent()
        ? new PriceHistory(new int[0], new double[0], false)
        : of(days, prices);
  }

  private static Optional<String> problem(int[] days, double[] prices) {
    if (days.length != prices.length) {
      return Optional.of("%d days but %d prices".formatted(days.length, prices.length));
    }
    for (int i = 0; i < days.length; i++) {
      if (i > 0 && days[i] <= days[i - 1]) {
        return Optional.of("days must ascend strictly: " + days[i]);
      }
      if (!(prices[i] > 0) || Double.isInfinite(prices[i])) {
        return Optional.of("prices must be above zero: " + prices[i]);
      }
    }
    return Optional.empty();
  }

  /** Whether the columns it was made of kept the rules. */
  public boolean isUsable() {
    return usable;
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
