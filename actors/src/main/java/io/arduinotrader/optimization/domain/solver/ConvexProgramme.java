package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * minimise ½vᵀPv + qᵀv subject to equations, rows aᵀv ≥ b and bounds, where v = (x, c, t) has three
 * parts, so that programmes with thousands of variables stay as small as their border:
 *
 * <ul>
 *   <li>the border x, coupled by anything, for example weights;
 *   <li>the chain c, each coupled with its neighbours only, for example running drawdowns;
 *   <li>the locals t, each in exactly one row, with coefficient 1, for example the excess loss of a
 *       day, or the bought amount of an asset.
 * </ul>
 *
 * <p>Filled once by its owner and then only read. P is dense on the border and a diagonal on the
 * locals. Of a row only the stretch of the border between its first and last coefficient is kept.
 */
public final class ConvexProgramme {

  final int border;
  final int chain;
  final int locals;

  /** {@code border × border}, symmetric; empty for zero. */
  final double[] hessian;

  /** Of the locals. */
  final double[] curvature;

  final double[] linear;
  final double[] lower;
  final double[] upper;

  int equations;
  double[][] equationRows = new double[4][];
  double[] equationValues = new double[4];

  int rows;
  double[][] rowValues;
  int[] rowFirst;
  int[] chainAt;
  int[] localAt;
  double[] rowBounds;

  /**
   * A programme without rows, whose variables are free.
   *
   * @param hessian of the border, {@code border × border}, or empty for none
   * @param expectedRows how many rows will come, only to save copying
   */
  public ConvexProgramme(int border, int chain, int locals, double[] hessian, int expectedRows) {
    int size = border + chain + locals;
    this.border = border;
    this.chain = chain;
    this.locals = locals;
    this.hessian = hessian;
    this.curvature = new double[locals];
    this.linear = new double[size];
    this.lower = new double[size];
    this.upper = new double[size];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    this.rowValues = new double[expectedRows][];
    this.rowFirst = new int[expectedRows];
    this.chainAt = new int[expectedRows];
    this.localAt = new int[expectedRows];
    this.rowBounds = new double[expectedRows];
  }

  /** The number of variables. */
  int size() {
    return border + chain + locals;
  }

  /** Sets the linear cost and the bounds of a variable. */
  public void variable(int index, double cost, double low, double high) {
    linear[index] = cost;
    lower[index] = low;
    upper[index] = high;
  }

  /** Sets half of the second derivative of a local variable, times two. */
  public void curvature(int local, double value) {
    curvature[local] = value;
  }

  /** Adds the equation aᵀv = b over all variables. */
  public void equation(double[] coefficients, double value) {
    if (equations == equationRows.length) {
      equationRows = Arrays.copyOf(equationRows, 2 * equations);
      equationValues = Arrays.copyOf(equationValues, 2 * equations);
    }
    equationRows[equations] = coefficients;
    equationValues[equations] = value;
    equations++;
  }

  /**
   * Adds the row aᵀx + c(link) + t(local) ≥ bound.
   *
   * @param values coefficients of a stretch of the border; kept, not copied
   * @param first index of the first of them
   * @param link −1 for no part in the chain; k for c(k) − c(k−1), the first standing alone; {@code
   *     -2 - k} for −c(k) alone
   * @param local index among the locals, −1 for none
   */
  public void row(double[] values, int first, int link, int local, double bound) {
    if (rows == rowValues.length) {
      int more = Math.max(8, 2 * rows);
      rowValues = Arrays.copyOf(rowValues, more);
      rowFirst = Arrays.copyOf(rowFirst, more);
      chainAt = Arrays.copyOf(chainAt, more);
      localAt = Arrays.copyOf(localAt, more);
      rowBounds = Arrays.copyOf(rowBounds, more);
    }
    rowValues[rows] = values;
    rowFirst[rows] = first;
    chainAt[rows] = link;
    localAt[rows] = local;
    rowBounds[rows] = bound;
    rows++;
  }

  /** The number of rows so far, which is the index of the next one. */
  public int rowCount() {
    return rows;
  }

  /** The value of a row. */
  double row(int row, double[] point) {
    double[] values = rowValues[row];
    double sum = Dense.dot(values, 0, point, rowFirst[row], values.length);
    int link = chainAt[row];
    if (link >= 0) {
      sum += point[border + link] - (link > 0 ? point[border + link - 1] : 0);
    } else if (link < -1) {
      sum -= point[border - 2 - link];
    }
    int local = localAt[row];
    return local >= 0 ? sum + point[border + chain + local] : sum;
  }

  /** Adds a multiple of a row's coefficients. */
  void addRow(int row, double factor, double[] target) {
    double[] values = rowValues[row];
    Dense.addScaled(values, 0, factor, target, rowFirst[row], values.length);
    int link = chainAt[row];
    if (link >= 0) {
      target[border + link] += factor;
      if (link > 0) {
        target[border + link - 1] -= factor;
      }
    } else if (link < -1) {
      target[border - 2 - link] -= factor;
    }
    if (localAt[row] >= 0) {
      target[border + chain + localAt[row]] += factor;
    }
  }

  /** Subtracts Pv. */
  void subtractCurvature(double[] point, double[] target) {
    if (hessian.length > 0) {
      for (int i = 0; i < border; i++) {
        if (point[i] != 0) {
          Dense.addScaled(hessian, i * border, -point[i], target, 0, border);
        }
      }
    }
    for (int t = 0; t < locals; t++) {
      int i = border + chain + t;
      target[i] -= curvature[t] * point[i];
    }
  }

  /** Pv + q. */
  void gradient(double[] point, double[] gradient) {
    Arrays.fill(gradient, 0);
    if (hessian.length > 0) {
      for (int i = 0; i < border; i++) {
        if (point[i] != 0) {
          Dense.addScaled(hessian, i * border, point[i], gradient, 0, border);
        }
      }
    }
    for (int t = 0; t < locals; t++) {
      int i = border + chain + t;
      gradient[i] = curvature[t] * point[i];
    }
    for (int i = 0; i < size(); i++) {
      gradient[i] += linear[i];
    }
  }
}
