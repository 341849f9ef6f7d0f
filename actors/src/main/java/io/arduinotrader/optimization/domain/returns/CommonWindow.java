package io.arduinotrader.optimization.domain.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Returns of several histories on the days they all have a price, or why there are none. */
public sealed interface CommonWindow {

  /**
   * Returns were found.
   *
   * @param returns a row per included history
   * @param included the indices of the histories in the order of the rows
   * @param excluded the other histories, in the order they were excluded
   * @param firstDay the day of the first price, in days since 1970-01-01
   * @param lastDay the day of the last price
   */
  record Found(
      ReturnsMatrix returns,
      List<Integer> included,
      List<Exclusion> excluded,
      int firstDay,
      int lastDay)
      implements CommonWindow {}

  /** No history is long enough. */
  record NoneLongEnough(List<Exclusion> excluded) implements CommonWindow {}

  /** A history that was left out. */
  record Exclusion(int history, Reason reason) {}

  /** Why a history was left out. */
  enum Reason {
    /** Its days do not ascend, or a price is no number above zero. */
    UNUSABLE_PRICES,
    /** It has too few prices in the window. */
    TOO_FEW_PRICES,
    /** It is the shortest, and all together have too few days in common. */
    TOO_FEW_COMMON_DAYS,
    /** Its price never changed: there is no risk to measure. */
    NO_VARIATION
  }

  /**
   * How returns are cut out of histories.
   *
   * @param calendarDays length of the window before the newest price of all
   * @param minimumReturns returns a history, and all together, must have
   */
  record Rule(int calendarDays, int minimumReturns) {

    /** Two years, of which at least 60 returns. */
    public static final Rule STANDARD = new Rule(730, 60);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when the window is empty or two returns are not asked for
     */
    public Rule {
      if (calendarDays < 1 || minimumReturns < 2) {
        throw new IllegalArgumentException("a window needs days and at least two returns");
      }
    }
  }

  /**
   * Cuts the returns out. Only days on which every included history has a price count, so that no
   * price is repeated and no return is invented; a return may therefore span a holiday. While the
   * days in common are too few, the history with the fewest prices is left out.
   */
  static CommonWindow of(List<PriceHistory> histories, Rule rule) {
    List<Exclusion> excluded = new ArrayList<>();
    int start = newestDay(histories) - rule.calendarDays() + 1;
    List<Integer> included = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      if (!histories.get(i).isUsable()) {
        excluded.add(new Exclusion(i, Reason.UNUSABLE_PRICES));
      } else if (pricesFrom(histories.get(i), start) > rule.minimumReturns()) {
        included.add(i);
      } else {
        excluded.add(new Exclusion(i, Reason.TOO_FEW_PRICES));
      }
    }
    int[] days = commonDays(histories, included, start);
    while (!included.isEmpty() && days.length <= rule.minimumReturns()) {
      Integer shortest = shortest(histories, included, start);
      included.remove(shortest);
      excluded.add(new Exclusion(shortest, Reason.TOO_FEW_COMMON_DAYS));
      days = commonDays(histories, included, start);
    }
    List<double[]> rows = new ArrayList<>();
    List<Integer> varying = new ArrayList<>();
    for (Integer history : included) {
      double[] row = returns(histories.get(history), days);
      if (varies(row)) {
        rows.add(row);
        varying.add(history);
      } else {
        excluded.add(new Exclusion(history, Reason.NO_VARIATION));
      }
    }
    return rows.isEmpty()
        ? new NoneLongEnough(List.copyOf(excluded))
        : new Found(
            ReturnsMatrix.owning(rows.toArray(double[][]::new)),
            List.copyOf(varying),
            List.copyOf(excluded),
            days[0],
            days[days.length - 1]);
  }

  private static int newestDay(List<PriceHistory> histories) {
    int newest = Integer.MIN_VALUE / 2;
    for (PriceHistory history : histories) {
      if (history.size() > 0) {
        newest = Math.max(newest, history.day(history.size() - 1));
      }
    }
    return newest;
  }

  private static int pricesFrom(PriceHistory history, int start) {
    return history.size() - history.firstFrom(start);
  }

  /** The last one among equally short ones. */
  private static Integer shortest(List<PriceHistory> histories, List<Integer> included, int start) {
    Integer shortest = included.get(0);
    for (Integer candidate : included) {
      if (pricesFrom(histories.get(candidate), start)
          <= pricesFrom(histories.get(shortest), start)) {
        shortest = candidate;
      }
    }
    return shortest;
  }

  private static int[] commonDays(List<PriceHistory> histories, List<Integer> included, int start) {
    if (included.isEmpty()) {
      return new int[0];
    }
    PriceHistory first = histories.get(included.get(0));
    int[] days = new int[pricesFrom(first, start)];
    int offset = first.firstFrom(start);
    Arrays.setAll(days, i -> first.day(offset + i));
    int count = days.length;
    for (Integer each : included) {
      PriceHistory history = histories.get(each);
      int kept = 0;
      int at = history.firstFrom(start);
      for (int i = 0; i < count; i++) {
        while (at < history.size() && history.day(at) < days[i]) {
          at++;
        }
        if (at < history.size() && history.day(at) == days[i]) {
          days[kept++] = days[i];
        }
      }
      count = kept;
    }
    return Arrays.copyOf(days, count);
  }

  private static double[] returns(PriceHistory history, int[] days) {
    double[] returns = new double[days.length - 1];
    int at = history.firstFrom(days[0]);
    double before = history.price(at);
    for (int i = 1; i < days.length; i++) {
      while (history.day(at) < days[i]) {
        at++;
      }
      returns[i - 1] = history.price(at) / before - 1;
      before = history.price(at);
    }
    return returns;
  }

  private static boolean varies(double[] row) {
    for (double value : row) {
      if (value != row[0]) {
        return true;
      }
    }
    return false;
  }
}
