package io.arduinotrader.optimization.domain.constraints;

import io.arduinotrader.optimization.domain.solver.QuadraticProgramme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights that keep a set of constraints, as limits of a programme: the first row is the
 * budget, each group with a finite limit has a row after it.
 */
public final class Polytope {

  private static final double NO_ROOM = 1e-13;

  private final WeightConstraints constraints;
  private final List<GroupLimit> rows;
  private final double[] lower;
  private final double[] upper;

  private Polytope(WeightConstraints constraints, double[] lower, double[] upper) {
    this.constraints = constraints;
    this.rows =
        constraints.groups().stream()
            .filter(group -> !Double.isInfinite(group.lower()) || !Double.isInfinite(group.upper()))
            .toList();
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * The weights that keep all constraints but the rule on positions. Where the budget leaves every
   * weight at its bound, the boxes are closed to that point.
   */
  public static Polytope of(WeightConstraints constraints) {
    double[] lower = constraints.lower();
    double[] upper = constraints.upper();
    if (Math.abs(Arrays.stream(lower).sum() - constraints.budget()) <= NO_ROOM) {
      upper = lower.clone();
    } else if (Math.abs(Arrays.stream(upper).sum() - constraints.budget()) <= NO_ROOM) {
      lower = upper.clone();
    }
    return new Polytope(constraints, lower, upper);
  }

  /** The same with other boxes. */
  public Polytope withBox(double[] otherLower, double[] otherUpper) {
    return new Polytope(constraints, otherLower, otherUpper);
  }

  /** Whether no weight can move. */
  public boolean isPoint() {
    return Arrays.equals(lower, upper);
  }

  /** The constraints. */
  public WeightConstraints constraints() {
    return constraints;
  }

  /** The number of assets. */
  public int size() {
    return lower.length;
  }

  /** The smallest weight of an asset. */
  public double lower(int asset) {
    return lower[asset];
  }

  /** The largest weight of an asset. */
  public double upper(int asset) {
    return upper[asset];
  }

  /** A copy of the smallest weights. */
  public double[] lower() {
    return lower.clone();
  }

  /** A copy of the largest weights. */
  public double[] upper() {
    return upper.clone();
  }

  /** By how much weights miss the limit they miss most, zero or less when they keep all. */
  public double violation(double[] weights) {
    double sum = 0;
    double traded = 0;
    double worst = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      traded += Math.abs(weights[i] - constraints.assets().get(i).current());
      worst = Math.max(worst, Math.max(lower[i] - weights[i], weights[i] - upper[i]));
    }
    worst = Math.max(worst, Math.abs(sum - constraints.budget()));
    worst = Math.max(worst, traded - constraints.trading().maximumTraded());
    for (GroupLimit group : rows) {
      double invested = group.sumOf(weights);
      worst = Math.max(worst, Math.max(group.lower() - invested, invested - group.upper()));
    }
    return worst;
  }

  /** Whether there is nothing but a budget and boxes. */
  public boolean isBox() {
    return rows.isEmpty() && !constraints.trading().isLimited();
  }

  /** The groups that have a row, in the order of the rows. */
  public List<GroupLimit> groups() {
    return rows;
  }

  /**
   * A programme over these weights.
   *
   * @param hessian {@code n × n}; shared, not copied
   * @param linear shared, not copied
   * @param cost of trading, in the unit of the objective
   */
  public QuadraticProgramme programme(double[] hessian, double[] linear, double cost) {
    int size = size();
    double[] values = new double[(rows.size() + 1) * size];
    double[] low = new double[rows.size() + 1];
    double[] high = new double[rows.size() + 1];
    Arrays.fill(values, 0, size, 1);
    low[0] = constraints.budget();
    high[0] = constraints.budget();
    for (int row = 0; row < rows.size(); row++) {
      for (int asset : rows.get(row).assets()) {
        values[(row + 1) * size + asset] = 1;
      }
      low[row + 1] = rows.get(row).lower();
      high[row + 1] = rows.get(row).upper();
    }
    return new QuadraticProgramme(
        hessian,
        linear,
        lower,
        upper,
        values,
        low,
        high,
        constraints.current(),
        cost,
        constraints.trading().maximumTraded());
  }

  /**
   * The limits of a row, for reports.
   *
   * @param row counted as in the programme; a later one than the groups is an expected return
   * @param atLower whether the lower limit is meant
   */
  public Limit limit(int row, boolean atLower) {
    if (row == 0) {
      return new Limit.Budget();
    }
    if (row > rows.size()) {
      return new Limit.ExpectedReturn();
    }
    String name = rows.get(row - 1).name();
    return atLower ? new Limit.GroupMinimum(name) : new Limit.GroupMaximum(name);
  }

  /** The limit of an asset that holds it at its lower or upper bound, for reports. */
  public Limit bound(int asset, boolean atLower) {
    AssetLimits limits = constraints.assets().get(asset);
    if (atLower) {
      boolean locked = !limits.maySell() && lower[asset] <= limits.current();
      return locked && lower[asset] > limits.minimum()
          ? new Limit.NoSelling(asset)
          : new Limit.Minimum(asset);
    }
    boolean locked = !limits.mayBuy() && upper[asset] >= limits.current();
    return locked && upper[asset] < limits.maximum()
        ? new Limit.NoBuying(asset)
        : new Limit.Maximum(asset);
  }

  /**
   * The largest and smallest value of a linear function on budget and boxes alone, rest ignored.
   */
  public double largestInBox(double[] coefficients) {
    Integer[] order = new Integer[size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(coefficients[b], coefficients[a]));
    double left = constraints.budget();
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      if (Double.isInfinite(lower[i])) {
        return Double.POSITIVE_INFINITY;
      }
      left -= lower[i];
      sum += lower[i] * coefficients[i];
    }
    for (int asset : order) {
      double more = Math.min(left, upper[asset] - lower[asset]);
      sum += more * coefficients[asset];
      left -= more;
    }
    return sum;
  }

  /** Contradictions that need no search: between bounds, budget, and single groups. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>(PlainConflicts.ofBounds(this));
    conflicts.addAll(PlainConflicts.ofGroups(this));
    return conflicts;
  }
}
