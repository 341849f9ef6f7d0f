package io.arduinotrader.scoring.domain;

import java.util.Arrays;

/** Where a security stands among those that were scored with it. */
public final class UniverseRanking {

  private UniverseRanking() {}

  /**
   * The percentile of every total: the share of all totals that are not above it, 0 to 100. Equal
   * totals have equal percentiles; the best has 100.
   *
   * @param totals one per security
   * @return in the order of the totals
   */
  public static double[] percentiles(double[] totals) {
    double[] ascending = totals.clone();
    Arrays.sort(ascending);
    double[] percentiles = new double[totals.length];
    for (int i = 0; i < totals.length; i++) {
      percentiles[i] = 100.0 * countNotAbove(ascending, totals[i]) / totals.length;
    }
    return percentiles;
  }

  private static int countNotAbove(double[] ascending, double total) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= total) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
