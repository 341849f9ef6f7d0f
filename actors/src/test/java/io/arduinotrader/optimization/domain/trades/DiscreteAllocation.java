package io.arduinotrader.optimization.domain.trades;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Weights as whole shares bought from cash, without fees or holdings: the reference by which
 * rounding with fees and lots is judged.
 *
 * @param shares one per asset, below zero for what is sold short
 * @param cash what is left
 */
@SuppressWarnings("ArrayRecordComponent") // one number per asset
public record DiscreteAllocation(long[] shares, double cash) {

  /** As often as this another asset is tried when one is too dear for the rest. */
  private static final int TRIES = 10;

  /**
   * Rounds down, then buys one share after the other of what is farthest below its weight.
   *
   * @param weights zero or more, summing to one
   * @param prices above zero
   */
  public static DiscreteAllocation greedy(double[] weights, double[] prices, double value) {
    Integer[] order = byFallingWeight(weights);
    long[] shares = new long[weights.length];
    double cash = value;
    for (int asset : order) {
      shares[asset] = (long) Math.floor(weights[asset] * value / prices[asset]);
      cash -= shares[asset] * prices[asset];
    }
    while (cash > 0) {
      double[] deficits = deficits(weights, prices, shares);
      int best = largest(deficits, order);
      for (int tried = 0; deficits[best] > 0 && prices[best] > cash && tried < TRIES; tried++) {
        deficits[best] = 0;
        best = largest(deficits, order);
      }
      if (!(deficits[best] > 0) || prices[best] > cash) {
        break;
      }
      shares[best]++;
      cash -= prices[best];
    }
    return new DiscreteAllocation(shares, cash);
  }

  /**
   * The same with short positions: both sides are allocated alone.
   *
   * @param weights summing to one, below zero for short positions
   * @param shortRatio value of the short side as a share of the value
   * @param reinvested whether what short sales bring in is added to the long side
   */
  public static DiscreteAllocation greedyLongShort(
      double[] weights, double[] prices, double value, double shortRatio, boolean reinvested) {
    double[] longSide = side(weights, 1);
    double[] shortSide = side(weights, -1);
    double shortValue = value * shortRatio;
    DiscreteAllocation bought = greedy(longSide, prices, reinvested ? value + shortValue : value);
    DiscreteAllocation sold = greedy(shortSide, prices, shortValue);
    long[] shares = new long[weights.length];
    Arrays.setAll(shares, i -> bought.shares[i] - sold.shares[i]);
    return new DiscreteAllocation(shares, bought.cash + sold.cash);
  }

  private static double[] side(double[] weights, int sign) {
    double[] side = Arrays.stream(weights).map(weight -> Math.max(0, sign * weight)).toArray();
    double sum = Arrays.stream(side).sum();
    return Arrays.stream(side).map(weight -> weight / sum).toArray();
  }

  private static Integer[] byFallingWeight(double[] weights) {
    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> weights[i]).reversed());
    return order;
  }

  private static double[] deficits(double[] weights, double[] prices, long[] shares) {
    double invested = 0;
    for (int i = 0; i < shares.length; i++) {
      invested += shares[i] * prices[i];
    }
    double[] deficits = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      deficits[i] = weights[i] - (invested > 0 ? shares[i] * prices[i] / invested : 0);
    }
    return deficits;
  }

  private static int largest(double[] values, Integer[] order) {
    int best = order[0];
    for (int asset : order) {
      if (values[asset] > values[best]) {
        best = asset;
      }
    }
    return best;
  }

  /**
   * The shares whose values are nearest to the weights: minimise Σ |wᵢV − xᵢpᵢ| plus cash. As cash
   * is what is missing in all, that is twice Σ max(wᵢV − xᵢpᵢ, 0), and more than one share above a
   * weight never helps.
   *
   * @param weights zero or more, summing to one
   * @param prices above zero
   */
  public static DiscreteAllocation nearest(double[] weights, double[] prices, double value) {
    double[] wanted = Arrays.stream(weights).map(weight -> weight * value).toArray();
    long[] start = greedy(weights, prices, value).shares;
    long[] shares = ShareSearch.search(wanted, prices, value, start);
    double cash = value;
    for (int i = 0; i < shares.length; i++) {
      cash -= shares[i] * prices[i];
    }
    return new DiscreteAllocation(shares, cash);
  }

  /** Σ |wᵢV − xᵢpᵢ| plus cash: what {@link #nearest} minimises. */
  public double deviation(double[] weights, double[] prices, double value) {
    double sum = cash;
    for (int i = 0; i < shares.length; i++) {
      sum += Math.abs(weights[i] * value - shares[i] * prices[i]);
    }
    return sum;
  }

  /** The root of the mean squared difference between wanted and reached weights. */
  public double error(double[] weights, double[] prices) {
    double invested = 0;
    for (int i = 0; i < shares.length; i++) {
      invested += shares[i] * prices[i];
    }
    double squares = 0;
    for (int i = 0; i < shares.length; i++) {
      double difference = weights[i] - shares[i] * prices[i] / invested;
      squares += difference * difference;
    }
    return Math.sqrt(squares / shares.length);
  }
}
