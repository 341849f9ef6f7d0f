package io.arduinotrader.optimization.domain.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What weights must keep: a smallest and a largest one for every asset, and their sum. Immutable;
 * it may be impossible to keep, which {@link #conflicts} tells.
 */
public final class WeightBounds {

  /** By how much sums may differ from rounding alone. */
  static final double TOLERANCE = 1e-12;

  private final double[] minima;
  private final double[] maxima;
  private final double budget;

  private WeightBounds(double[] minima, double[] maxima, double budget) {
    this.minima = minima;
    this.maxima = maxima;
    this.budget = budget;
  }

  /**
   * Takes a copy of the bounds.
   *
   * @param minima one per asset, zero or more
   * @param maxima one per asset, zero or more
   * @param budget the sum of all weights, the share of the portfolio value to invest, 0 to 1
   * @throws IllegalArgumentException when one is negative or not finite, or they are not as many
   */
  public static WeightBounds of(double[] minima, double[] maxima, double budget) {
    if (minima.length != maxima.length) {
      throw new IllegalArgumentException(
          "%d minima but %d maxima".formatted(minima.length, maxima.length));
    }
    for (int i = 0; i < minima.length; i++) {
      if (!(minima[i] >= 0) || !(maxima[i] >= 0) || Double.isInfinite(minima[i] + maxima[i])) {
        throw new IllegalArgumentException(
            "bounds must be zero or more: %s to %s".formatted(minima[i], maxima[i]));
      }
    }
    if (!(budget >= 0 && budget <= 1)) {
      throw new IllegalArgumentException("a budget lies in 0 to 1: " + budget);
    }
    return new WeightBounds(minima.clone(), maxima.clone(), budget);
  }

  /** The same bounds for every asset. */
  public static WeightBounds uniform(int assets, double minimum, double maximum, double budget) {
    double[] minima = new double[assets];
    double[] maxima = new double[assets];
    Arrays.fill(minima, minimum);
    Arrays.fill(maxima, maximum);
    return of(minima, maxima, budget);
  }

  /**
   * The share of a portfolio that may be invested when some cash must stay: none when the reserve
   * is the whole portfolio or more, and none of an empty portfolio.
   *
   * @param value portfolio value with cash, in any currency
   * @param reserve cash that must stay, in the same currency
   */
  public static double investable(double value, double reserve) {
    return value > 0 ? Math.clamp(1 - reserve / value, 0.0, 1.0) : 0;
  }

  /** The number of assets. */
  public int size() {
    return minima.length;
  }

  /** The smallest weight an asset may have. */
  public double minimum(int asset) {
    return minima[asset];
  }

  /** The largest weight an asset may have. */
  public double maximum(int asset) {
    return maxima[asset];
  }

  /** What the weights sum to. */
  public double budget() {
    return budget;
  }

  /** The same bounds with the assets in another order. */
  WeightBounds reordered(int[] order) {
    double[] movedMinima = new double[order.length];
    double[] movedMaxima = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      movedMinima[i] = minima[order[i]];
      movedMaxima[i] = maxima[order[i]];
    }
    return new WeightBounds(movedMinima, movedMaxima, budget);
  }

  /** Which bounds cannot be kept together; none when there are weights that keep all. */
  public List<BoundsConflict> conflicts() {
    List<BoundsConflict> conflicts = new ArrayList<>();
    List<Integer> withMinimum = new ArrayList<>();
    List<Integer> capped = new ArrayList<>();
    double sumOfMinima = 0;
    double sumOfMaxima = 0;
    for (int i = 0; i < minima.length; i++) {
      if (minima[i] > maxima[i] + TOLERANCE) {
        conflicts.add(new BoundsConflict.MinimumAboveMaximum(i, minima[i], maxima[i]));
      }
      if (minima[i] > 0) {
        withMinimum.add(i);
      }
      if (maxima[i] < budget) {
        capped.add(i);
      }
      sumOfMinima += minima[i];
      sumOfMaxima += maxima[i];
    }
    if (sumOfMinima > budget + TOLERANCE) {
      conflicts.add(new BoundsConflict.MinimaExceedBudget(withMinimum, sumOfMinima, budget));
    }
    if (sumOfMaxima < budget - TOLERANCE) {
      conflicts.add(new BoundsConflict.MaximaBelowBudget(capped, sumOfMaxima, budget));
    }
    return conflicts;
  }

  /** The nearest weight within the bounds of an asset. */
  double bounded(int asset, double weight) {
    return Math.max(minima[asset], Math.min(maxima[asset], weight));
  }
}
