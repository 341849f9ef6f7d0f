package io.arduinotrader.scoring.domain.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One price per calendar month, oldest first: the arithmetic mean of the month's adjusted closes.
 *
 * <p>Means of a month smooth single days away, which is why growth over years is measured on them.
 */
public final class MonthlyPrices {

  /** Months a growth rate needs at least. */
  public static final int MINIMUM_MONTHS = 12;

  /** A first month is whole when its first bar lies within so many days of its beginning. */
  private static final int FIRST_SESSION_BY_DAY = 5;

  /** Below this length in years a change of price is not compounded to a year. */
  private static final double SHORTEST_COMPOUNDED_YEARS = 0.25;

  private final int[] months;
  private final double[] prices;

  private MonthlyPrices(int[] months, double[] prices) {
    this.months = months;
    this.prices = prices;
  }

  /** Prices of consecutive months, oldest first. */
  public static MonthlyPrices consecutive(double[] prices) {
    int[] months = new int[prices.length];
    for (int i = 0; i < months.length; i++) {
      months[i] = i;
    }
    return new MonthlyPrices(months, prices.clone());
  }

  /**
   * The means of the months that are over on the as-of day. A month that had begun before the first
   * bar is left out, as is the running one: their means cover a part only.
   *
   * @param newest months to look at; earlier ones are left out
   */
  public static MonthlyPrices completed(BarSeries bars, int newest) {
    int[] months = new int[newest];
    double[] prices = new double[newest];
    PriceRun closes = bars.adjustedCloses();
    int next = newest;
    int end = bars.size();
    while (end > 0 && next > 0) {
      LocalDate day = LocalDate.ofEpochDay(bars.day(end - 1));
      int firstOfMonth = bars.day(end - 1) - day.getDayOfMonth() + 1;
      boolean over = firstOfMonth + day.lengthOfMonth() <= bars.asOf().toEpochDay() + 1;
      double sum = 0;
      int start = end;
      while (start > 0 && bars.day(start - 1) >= firstOfMonth) {
        start--;
        sum += closes.at(start);
      }
      boolean begun = start > 0 || bars.day(start) < firstOfMonth + FIRST_SESSION_BY_DAY;
      if (begun && over) {
        next--;
        months[next] = day.getYear() * 12 + day.getMonthValue() - 1;
        prices[next] = sum / (end - start);
      }
      end = start;
    }
    return new MonthlyPrices(
        Arrays.copyOfRange(months, next, newest), Arrays.copyOfRange(prices, next, newest));
  }

  /** The number of months that have a price. */
  public int size() {
    return prices.length;
  }

  /**
   * Compound annual growth over the newest months, as a fraction per year; over what there is when
   * the history is shorter, empty below {@value #MINIMUM_MONTHS} months.
   *
   * @param window months to look back, as prices or as intervals
   */
  public OptionalDouble growth(int window, MonthCounting counting) {
    return size() < MINIMUM_MONTHS
        ? OptionalDouble.empty()
        : growthBetween(windowStart(window, counting), size() - 1, counting);
  }

  /**
   * Compound annual growth over the newest months, empty when the history spans less than the given
   * part of them: growth over a few years is no growth of ten.
   */
  public OptionalDouble growthOver(int window, int leastSpan) {
    return size() < MINIMUM_MONTHS || months[size() - 1] - months[0] < leastSpan
        ? OptionalDouble.empty()
        : growth(window, MonthCounting.INTERVALS);
  }

  /**
   * Compound annual growth in the months before the newest window, which ends where that begins, so
   * that no month counts twice. Empty when the whole history spans less than the given months.
   */
  public OptionalDouble growthBefore(int window, int wholeSpan) {
    if (size() < MINIMUM_MONTHS || months[size() - 1] - months[0] < wholeSpan) {
      return OptionalDouble.empty();
    }
    return growthBetween(0, windowStart(window, MonthCounting.INTERVALS), MonthCounting.INTERVALS);
  }

  private int windowStart(int window, MonthCounting counting) {
    return switch (counting) {
      case POINTS -> size() - Math.min(window, size());
      case INTERVALS -> firstMonthFrom(months[size() - 1] - window);
    };
  }

  private int firstMonthFrom(int month) {
    int found = Arrays.binarySearch(months, month);
    return found >= 0 ? found : -found - 1;
  }

  private OptionalDouble growthBetween(int from, int to, MonthCounting counting) {
    double first = prices[from];
    double last = prices[to];
    if (!(first > 0) || !(last > 0)) {
      return OptionalDouble.empty();
    }
    double years =
        switch (counting) {
          case POINTS -> (to - from + 1) / 12.0;
          case INTERVALS -> (months[to] - months[from]) / 12.0;
        };
    double ratio = last / first;
    double growth = years < SHORTEST_COMPOUNDED_YEARS ? ratio - 1 : Math.pow(ratio, 1 / years) - 1;
    return Double.isFinite(growth) ? OptionalDouble.of(growth) : OptionalDouble.empty();
  }
}
