package io.arduinotrader.optimization.domain.trades;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good any trades in whole lots can be at most, and for few alternatives the best ones.
 *
 * <p>The cash is what couples the positions. With a price on cash instead of a limit each position
 * is decided alone, and the best such price gives a bound that no plan beats (Lagrangian
 * relaxation; Geoffrion 1974). A trade whose own share of the bound exceeds what the best known
 * plan leaves cannot be part of a better plan; among the rest branch and bound finds the best.
 */
final class LotProof {

  private static final double DEAREST_CASH = 8;
  private static final int PRICE_STEPS = 80;
  private static final int MOST_TRADES_PER_POSITION = 4_000;
  private static final int MOST_NODES = 200_000;

  private final LotChoices[] choices;
  private final double limit;
  private final double price;
  private final double bound;

  private long nodes;

  /**
   * The bound for these positions.
   *
   * @param limit cash that all trades together may take
   */
  LotProof(LotChoices[] choices, double limit) {
    this.choices = choices;
    this.limit = limit;
    double low = 0;
    double high = DEAREST_CASH;
    for (int step = 0; step < PRICE_STEPS; step++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (relaxed(left) < relaxed(right)) {
        low = left;
      } else {
        high = right;
      }
    }
    double found = (low + high) / 2;
    this.price = relaxed(0) >= relaxed(found) ? 0 : found;
    this.bound = relaxed(price);
  }

  /** What no plan falls below: distance from the targets and commissions, in base currency. */
  double bound() {
    return bound;
  }

  private double relaxed(double cashPrice) {
    double sum = -cashPrice * limit;
    for (LotChoices each : choices) {
      double best = Double.POSITIVE_INFINITY;
      for (long lots : each.corners()) {
        best = Math.min(best, each.cost(lots) + cashPrice * each.spent(lots));
      }
      sum += best;
    }
    return sum;
  }

  /**
   * The best trades.
   *
   * @param lots one number of lots per position
   * @param proven whether there are surely none better
   */
  record Best(List<Long> lots, boolean proven) {

    static Best of(long[] lots, boolean proven) {
      return new Best(Arrays.stream(lots).boxed().toList(), proven);
    }
  }

  /**
   * Looks for trades that are better than known ones.
   *
   * @param known one number of lots per position, within the limit
   */
  Best better(long[] known, double cost) {
    int size = choices.length;
    double slack = cost - bound;
    if (slack <= LotSearch.SMALLEST_GAIN) {
      return Best.of(known, true);
    }
    long[][] kept = new long[size][];
    double[] least = new double[size];
    for (int i = 0; i < size; i++) {
      if (choices[i].size() > MOST_TRADES_PER_POSITION) {
        return Best.of(known, false);
      }
      LotChoices each = choices[i];
      double best = Double.POSITIVE_INFINITY;
      for (long lots : each.corners()) {
        best = Math.min(best, reduced(i, lots));
      }
      least[i] = best;
      double most = best + slack;
      int position = i;
      kept[i] =
          Arrays.stream(each.all())
              .filter(lots -> reduced(position, lots) <= most)
              .boxed()
              .sorted(Comparator.comparingDouble((Long lots) -> reduced(position, lots)))
              .mapToLong(Long::longValue)
              .toArray();
    }
    Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingInt((Integer i) -> kept[i].length));
    Search search = new Search(kept, least, order, known, cost);
    search.descend(0, 0, 0, -price * limit + Arrays.stream(least).sum());
    return Best.of(search.best, nodes <= MOST_NODES);
  }

  private double reduced(int position, long lots) {
    return choices[position].cost(lots) + price * choices[position].spent(lots);
  }

  private final class Search {

    private final long[][] kept;
    private final double[] least;
    private final Integer[] order;
    private final long[] current;
    private final double[] cheapestAfter;
    private long[] best;
    private double bestCost;

    Search(long[][] kept, double[] least, Integer[] order, long[] known, double cost) {
      this.kept = kept;
      this.least = least;
      this.order = order;
      this.current = known.clone();
      this.best = known;
      this.bestCost = cost;
      this.cheapestAfter = new double[order.length + 1];
      for (int depth = order.length - 1; depth >= 0; depth--) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (long lots : kept[order[depth]]) {
          cheapest = Math.min(cheapest, choices[order[depth]].spent(lots));
        }
        cheapestAfter[depth] = cheapestAfter[depth + 1] + cheapest;
      }
    }

    /**
     * Decides one position after the other.
     *
     * @param lower bound of everything decided so far and the best of what is left
     */
    void descend(int depth, double cost, double spent, double lower) {
      if (depth == order.length) {
        if (cost < bestCost - LotSearch.SMALLEST_GAIN) {
          bestCost = cost;
          best = current.clone();
        }
        return;
      }
      int position = order[depth];
      for (long lots : kept[position]) {
        double raised = lower - least[position] + reduced(position, lots);
        if (++nodes > MOST_NODES || raised >= bestCost - LotSearch.SMALLEST_GAIN) {
          return;
        }
        double taken = spent + choices[position].spent(lots);
        if (taken + cheapestAfter[depth + 1] <= limit) {
          current[position] = lots;
          descend(depth + 1, cost + choices[position].cost(lots), taken, raised);
        }
      }
    }
  }
}
