package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * minimise ½xᵀPx + qᵀx + κ‖x − a‖₁ subject to l ≤ Cx ≤ u, lo ≤ x ≤ hi and ‖x − a‖₁ ≤ θ, with P
 * positive semidefinite. A row whose limits are equal is an equation. The arrays are shared, not
 * copied: nobody changes them afterwards.
 *
 * @param hessian P, {@code n × n}, symmetric
 * @param linear q
 * @param lower lo; minus infinity for none
 * @param upper hi; infinity for none
 * @param rows C, {@code rows × n}
 * @param rowLower l
 * @param rowUpper u
 * @param anchor a, heeded when there is a cost or a limit
 * @param cost κ, zero or more
 * @param limit θ; infinity for none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk that only solvers read
public record QuadraticProgramme(
    double[] hessian,
    double[] linear,
    double[] lower,
    double[] upper,
    double[] rows,
    double[] rowLower,
    double[] rowUpper,
    double[] anchor,
    double cost,
    double limit) {

  /** The number of variables. */
  public int size() {
    return linear.length;
  }

  /** The number of rows. */
  public int rowCount() {
    return rowLower.length;
  }

  /** The same with another linear part. */
  public QuadraticProgramme withLinear(double[] other) {
    return new QuadraticProgramme(
        hessian, other, lower, upper, rows, rowLower, rowUpper, anchor, cost, limit);
  }

  /** The same with another quadratic part. */
  public QuadraticProgramme withHessian(double[] other) {
    return new QuadraticProgramme(
        other, linear, lower, upper, rows, rowLower, rowUpper, anchor, cost, limit);
  }

  /** The same with another box. */
  public QuadraticProgramme withBox(double[] otherLower, double[] otherUpper) {
    return new QuadraticProgramme(
        hessian, linear, otherLower, otherUpper, rows, rowLower, rowUpper, anchor, cost, limit);
  }

  /** The same with one more row. */
  public QuadraticProgramme withRow(double[] row, double low, double high) {
    double[] more = Arrays.copyOf(rows, rows.length + row.length);
    System.arraycopy(row, 0, more, rows.length, row.length);
    double[] lows = Arrays.copyOf(rowLower, rowLower.length + 1);
    lows[rowLower.length] = low;
    double[] highs = Arrays.copyOf(rowUpper, rowUpper.length + 1);
    highs[rowUpper.length] = high;
    return new QuadraticProgramme(
        hessian, linear, lower, upper, more, lows, highs, anchor, cost, limit);
  }

  /** Whether moving away from the anchor costs or is limited. */
  public boolean hasAnchor() {
    return cost > 0 || limit < Double.POSITIVE_INFINITY;
  }

  /** The value of a row. */
  public double row(int row, double[] point) {
    return Dense.dot(rows, row * size(), point, 0, size());
  }

  /** The distance from the anchor, ‖x − a‖₁. */
  public double moved(double[] point) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      sum += Math.abs(point[i] - anchor[i]);
    }
    return sum;
  }

  /** The value that is minimised. */
  public double objective(double[] point) {
    double[] product = new double[size()];
    Dense.times(hessian, point, product);
    double value = Dense.dot(product, point) / 2 + Dense.dot(linear, point);
    return cost > 0 ? value + cost * moved(point) : value;
  }

  /** A typical size of a gradient, by which residuals are judged. */
  double scale() {
    double largest = Dense.largest(linear);
    for (int i = 0; i < size(); i++) {
      largest = Math.max(largest, hessian[i * size() + i]);
    }
    return Math.max(largest, Double.MIN_NORMAL);
  }
}
