package io.arduinotrader.optimization.domain.weights;

import io.arduinotrader.optimization.domain.returns.Covariance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hierarchical risk parity (López de Prado 2016, Building diversified portfolios that outperform
 * out of sample), within bounds (Pfitzinger and Katzke 2019).
 *
 * <p>Assets are put in an order in which alike ones stand side by side; the budget is then halved
 * again and again along that order, each time in inverse proportion to the variance of both halves.
 * It needs no expected returns and no inverse of the covariance, so it stands small and noisy data.
 */
public final class HierarchicalRiskParity {

  /** A variance below this share of the largest one is none: its inverse would take everything. */
  private static final double SMALLEST_VARIANCE = 1e-12;

  private HierarchicalRiskParity() {}

  /**
   * The weights of assets with this covariance. Neither the order of the assets nor the unit of
   * time matters: the procedure starts from the asset with the largest variance.
   *
   * @return the weights, or which bounds conflict, or which assets have no variance
   */
  public static AllocationOutcome weights(
      Covariance covariance, Linkage linkage, WeightBounds bounds) {
    List<BoundsConflict> conflicts = conflicts(covariance, bounds);
    if (!conflicts.isEmpty()) {
      return new AllocationOutcome.Infeasible(conflicts);
    }
    int[] order = byFallingVariance(covariance);
    Covariance sorted = covariance.reordered(order);
    Weights weights = divided(sorted, sorted.correlations(), linkage, bounds.reordered(order));
    return new AllocationOutcome.Optimal(weights.restored(order));
  }

  /**
   * The published procedure, which splits along the order that clustering makes of the given one:
   * the same assets in another order may have other weights.
   *
   * @param correlations {@code double[n][n]}, −1 to 1
   */
  public static AllocationOutcome inGivenOrder(
      Covariance covariance, double[][] correlations, Linkage linkage, WeightBounds bounds) {
    List<BoundsConflict> conflicts = conflicts(covariance, bounds);
    return conflicts.isEmpty()
        ? new AllocationOutcome.Optimal(divided(covariance, correlations, linkage, bounds))
        : new AllocationOutcome.Infeasible(conflicts);
  }

  private static Weights divided(
      Covariance covariance, double[][] correlations, Linkage linkage, WeightBounds bounds) {
    int[] order = Dendrogram.of(distances(correlations), linkage).leafOrder();
    return new Bisection(covariance, order, bounds).weights();
  }

  private static List<BoundsConflict> conflicts(Covariance covariance, WeightBounds bounds) {
    if (bounds.size() != covariance.size()) {
      throw new IllegalArgumentException(
          "bounds of %d assets for %d".formatted(bounds.size(), covariance.size()));
    }
    List<BoundsConflict> conflicts = bounds.conflicts();
    List<Integer> constant = constant(covariance);
    if (!constant.isEmpty()) {
      conflicts.add(new BoundsConflict.NoVariance(constant));
    }
    return conflicts;
  }

  private static int[] byFallingVariance(Covariance covariance) {
    return IntStream.range(0, covariance.size())
        .boxed()
        .sorted(Comparator.comparingDouble(covariance::variance).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<Integer> constant(Covariance covariance) {
    List<Integer> constant = new ArrayList<>();
    double largest = 0;
    for (int i = 0; i < covariance.size(); i++) {
      largest = Math.max(largest, covariance.variance(i));
    }
    for (int i = 0; i < covariance.size(); i++) {
      if (covariance.variance(i) <= SMALLEST_VARIANCE * largest) {
        constant.add(i);
      }
    }
    return constant;
  }

  /**
   * How unlike assets are: √((1 − ρ) / 2), 0 for those that move together, 1 for opposite ones.
   *
   * @param correlations {@code double[n][n]}
   * @return {@code double[n][n]}
   */
  public static double[][] distances(double[][] correlations) {
    int size = correlations.length;
    double[][] distances = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        double distance = Math.sqrt(Math.clamp((1 - correlations[i][j]) / 2, 0.0, 1.0));
        distances[i][j] = distance;
        distances[j][i] = distance;
      }
    }
    return distances;
  }

  /** Halves the budget along an order of the assets. */
  private static final class Bisection {

    private final int[] order;
    private final WeightBounds bounds;

    /** Covariances in the order of the leaves, so that a cluster is a block. */
    private final double[][] ordered;

    private final double[] inverseVariances;

    /** Sums of the bounds of the first leaves. */
    private final double[] minimaUpTo;

    private final double[] maximaUpTo;

    private final double[] weights;

    Bisection(Covariance covariance, int[] order, WeightBounds bounds) {
      int size = order.length;
      this.order = order;
      this.bounds = bounds;
      this.ordered = new double[size][size];
      this.inverseVariances = new double[size];
      this.minimaUpTo = new double[size + 1];
      this.maximaUpTo = new double[size + 1];
      this.weights = new double[size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          ordered[i][j] = covariance.get(order[i], order[j]);
        }
        inverseVariances[i] = 1 / covariance.variance(order[i]);
        minimaUpTo[i + 1] = minimaUpTo[i] + bounds.minimum(order[i]);
        maximaUpTo[i + 1] = maximaUpTo[i] + bounds.maximum(order[i]);
      }
    }

    Weights weights() {
      if (order.length > 0) {
        divide(0, order.length, bounds.budget());
      }
      return Weights.owning(weights);
    }

    private void divide(int from, int to, double mass) {
      if (to - from == 1) {
        weights[order[from]] = bounds.bounded(order[from], mass);
        return;
      }
      int middle = from + (to - from) / 2;
      double left = variance(from, middle);
      double right = variance(middle, to);
      // two halves without any risk are equally good
      double share = left + right > 0 ? right / (left + right) : 0.5;
      double least = Math.max(minima(from, middle), mass - maxima(middle, to));
      double most = Math.min(maxima(from, middle), mass - minima(middle, to));
      double leftMass = Math.max(least, Math.min(most, share * mass));
      divide(from, middle, leftMass);
      divide(middle, to, mass - leftMass);
    }

    /** The variance of a cluster whose assets are weighted by the inverse of their variance. */
    private double variance(int from, int to) {
      double sum = 0;
      double whole = 0;
      for (int i = from; i < to; i++) {
        double row = 0;
        for (int j = from; j < to; j++) {
          row += ordered[i][j] * inverseVariances[j];
        }
        sum += inverseVariances[i] * row;
        whole += inverseVariances[i];
      }
      return Math.max(0, sum / (whole * whole));
    }

    private double minima(int from, int to) {
      return minimaUpTo[to] - minimaUpTo[from];
    }

    private double maxima(int from, int to) {
      return maximaUpTo[to] - maximaUpTo[from];
    }
  }
}
