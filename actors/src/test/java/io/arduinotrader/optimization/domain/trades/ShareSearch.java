package io.arduinotrader.optimization.domain.trades;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Finds the whole shares that leave the least of wanted values missing, by branch and bound.
 *
 * <p>A share that fits into its wanted value makes up for every unit of money it costs, the one
 * that exceeds it only for a part; so the best fraction of shares, which bounds what a branch can
 * reach, is found by filling up in the order of that part.
 */
final class ShareSearch {

  /** Branches that are looked at before the best so far is taken. */
  private static final int MOST_BRANCHES = 2_000_000;

  private static final double ROUNDING = 1e-9;

  private final double[] wanted;
  private final double[] prices;

  /** Assets from dear to cheap, which is how they are decided. */
  private final int[] order;

  /** Places in the order by how much of its price a further share makes up for. */
  private final int[] byRatio;

  /** Of the assets from a place on: their wanted values, and the cost of the shares that fit. */
  private final double[] wantedFrom;

  private final double[] fittingFrom;

  private final long[] shares;
  private final long[] best;
  private double leastMissing;
  private int branches;

  private ShareSearch(double[] wanted, double[] prices, long[] start) {
    int size = wanted.length;
    this.wanted = wanted;
    this.prices = prices;
    this.order = sorted(size, Comparator.comparingDouble(i -> -prices[i]));
    this.byRatio = sorted(size, Comparator.comparingDouble(place -> -ratio(order[place])));
    this.wantedFrom = new double[size + 1];
    this.fittingFrom = new double[size + 1];
    for (int place = size - 1; place >= 0; place--) {
      int asset = order[place];
      wantedFrom[place] = wantedFrom[place + 1] + wanted[asset];
      fittingFrom[place] = fittingFrom[place + 1] + fitting(asset) * prices[asset];
    }
    this.shares = new long[size];
    this.best = start.clone();
    this.leastMissing = missing(start);
  }

  private static int[] sorted(int size, Comparator<Integer> comparator) {
    Integer[] indices = new Integer[size];
    Arrays.setAll(indices, i -> i);
    Arrays.sort(indices, comparator);
    return Arrays.stream(indices).mapToInt(Integer::intValue).toArray();
  }

  /**
   * The best shares.
   *
   * @param wanted value of each asset
   * @param start shares that can be paid, to be improved
   */
  static long[] search(double[] wanted, double[] prices, double cash, long[] start) {
    ShareSearch search = new ShareSearch(wanted, prices, start);
    search.decide(0, cash, 0);
    return search.best;
  }

  private double missing(long[] some) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += Math.max(0, wanted[i] - some[i] * prices[i]);
    }
    return sum;
  }

  private long fitting(int asset) {
    return (long) Math.floor(wanted[asset] / prices[asset] + ROUNDING);
  }

  /** What a share beyond the fitting ones makes up for, as a part of its price. */
  private double ratio(int asset) {
    return Math.max(0, wanted[asset] / prices[asset] - fitting(asset));
  }

  private void decide(int place, double cash, double missing) {
    if (place == order.length) {
      if (missing < leastMissing - ROUNDING) {
        leastMissing = missing;
        System.arraycopy(shares, 0, best, 0, best.length);
      }
      return;
    }
    int asset = order[place];
    long most = Math.min(fitting(asset) + 1, (long) Math.floor(cash / prices[asset] + ROUNDING));
    for (long count = most; count >= 0 && branches < MOST_BRANCHES; count--) {
      double left = cash - count * prices[asset];
      double here = missing + Math.max(0, wanted[asset] - count * prices[asset]);
      branches++;
      if (here + atLeast(place + 1, left) < leastMissing - ROUNDING) {
        shares[asset] = count;
        decide(place + 1, left, here);
      } else if (count <= fitting(asset)) {
        // still fewer shares free money that makes up for no more than it is
        break;
      }
    }
    shares[asset] = 0;
  }

  /** What must be missing of the assets from a place on, when shares could be split. */
  private double atLeast(int from, double cash) {
    double rest = cash - fittingFrom[from];
    if (rest <= 0) {
      return wantedFrom[from] - cash;
    }
    double missing = wantedFrom[from] - fittingFrom[from];
    for (int place : byRatio) {
      if (place >= from) {
        int asset = order[place];
        double spent = Math.min(rest, prices[asset]);
        missing -= spent * ratio(asset);
        rest -= spent;
        if (rest <= 0) {
          break;
        }
      }
    }
    return Math.max(0, missing);
  }
}
