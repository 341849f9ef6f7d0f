package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/** A point strictly inside the bounds, with slacks and prices, and how far it is from optimal. */
final class InteriorIterate {

  private static final double FIRST_SLACK = 0.01;

  private final ConvexProgramme programme;
  private final int size;
  private final double dataScale;

  final double[] point;
  final double[] lowPrices;
  final double[] highPrices;
  final double[] slacks;
  final double[] rowPrices;
  final double[] equationPrices;
  final double[] dualResidual;
  final double[] rowResidual;
  final double[] equationResidual;
  double gap;
  private double objective;
  private int pairs;

  InteriorIterate(ConvexProgramme programme) {
    this.programme = programme;
    this.size = programme.size();
    this.point = new double[size];
    this.lowPrices = new double[size];
    this.highPrices = new double[size];
    this.slacks = new double[programme.rows];
    this.rowPrices = new double[programme.rows];
    this.equationPrices = new double[programme.equations];
    this.dualResidual = new double[size];
    this.rowResidual = new double[programme.rows];
    this.equationResidual = new double[programme.equations];
    double largest = Math.max(Dense.largest(programme.linear), Dense.largest(programme.hessian));
    this.dataScale = Math.max(Math.max(largest, Dense.largest(programme.curvature)), 1e-300);
  }

  /** A start inside the bounds, with slacks of a hundredth and equal products. */
  void start() {
    pairs = programme.rows;
    double typical = 1.0 / Math.max(1, programme.border);
    for (int i = 0; i < size; i++) {
      double low = programme.lower[i];
      double high = programme.upper[i];
      double width = high - low;
      double margin = Double.isInfinite(width) ? FIRST_SLACK : Math.min(FIRST_SLACK, width / 4);
      double wanted = i < programme.border ? typical : 0;
      point[i] = Math.min(high - margin, Math.max(low + margin, wanted));
      if (hasLower(i)) {
        lowPrices[i] = dataScale * FIRST_SLACK / lowSlack(i);
        pairs++;
      }
      if (hasUpper(i)) {
        highPrices[i] = dataScale * FIRST_SLACK / highSlack(i);
        pairs++;
      }
    }
    for (int row = 0; row < programme.rows; row++) {
      double value = programme.row(row, point) - programme.rowBounds[row];
      slacks[row] = Math.max(FIRST_SLACK, value);
      rowPrices[row] = dataScale * FIRST_SLACK / slacks[row];
    }
    Arrays.fill(equationPrices, 0);
  }

  boolean hasLower(int i) {
    return programme.lower[i] > Double.NEGATIVE_INFINITY;
  }

  boolean hasUpper(int i) {
    return programme.upper[i] < Double.POSITIVE_INFINITY;
  }

  double lowSlack(int i) {
    return point[i] - programme.lower[i];
  }

  double highSlack(int i) {
    return programme.upper[i] - point[i];
  }

  /** Residuals of all conditions. */
  void evaluate() {
    programme.gradient(point, dualResidual);
    objective = (Dense.dot(dualResidual, point) + Dense.dot(programme.linear, point)) / 2;
    gap = 0;
    for (int i = 0; i < size; i++) {
      if (hasLower(i)) {
        dualResidual[i] -= lowPrices[i];
        gap += lowPrices[i] * lowSlack(i);
      }
      if (hasUpper(i)) {
        dualResidual[i] += highPrices[i];
        gap += highPrices[i] * highSlack(i);
      }
    }
    for (int row = 0; row < programme.rows; row++) {
      rowResidual[row] = programme.row(row, point) - slacks[row] - programme.rowBounds[row];
      programme.addRow(row, -rowPrices[row], dualResidual);
      gap += rowPrices[row] * slacks[row];
    }
    for (int k = 0; k < programme.equations; k++) {
      double[] row = programme.equationRows[k];
      equationResidual[k] = Dense.dot(row, point) - programme.equationValues[k];
      Dense.addScaled(row, 0, -equationPrices[k], dualResidual, 0, size);
    }
  }

  /** The largest relative residual after {@link #evaluate}. */
  double residual() {
    double primal = Math.max(Dense.largest(rowResidual), Dense.largest(equationResidual));
    double dual = Dense.largest(dualResidual) / dataScale;
    double relativeGap = gap / Math.max(dataScale * 1e-3, Math.abs(objective));
    double worst = Math.max(primal, Math.max(dual, relativeGap));
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }

  double[] boundPrices() {
    double[] prices = new double[size];
    Arrays.setAll(prices, i -> lowPrices[i] - highPrices[i]);
    return prices;
  }

  double complementarity() {
    return gap;
  }

  int pairs() {
    return Math.max(1, pairs);
  }

  /** The weights of bounds and rows in the next linear system. */
  void weights(double[] diagonal, double[] rowWeights) {
    for (int i = 0; i < size; i++) {
      double sum = 0;
      if (hasLower(i)) {
        sum += lowPrices[i] / lowSlack(i);
      }
      if (hasUpper(i)) {
        sum += highPrices[i] / highSlack(i);
      }
      diagonal[i] = sum;
    }
    for (int row = 0; row < programme.rows; row++) {
      rowWeights[row] = rowPrices[row] / slacks[row];
    }
  }

  void copy(InteriorIterate other) {
    System.arraycopy(other.point, 0, point, 0, size);
    System.arraycopy(other.lowPrices, 0, lowPrices, 0, size);
    System.arraycopy(other.highPrices, 0, highPrices, 0, size);
    System.arraycopy(other.slacks, 0, slacks, 0, slacks.length);
    System.arraycopy(other.rowPrices, 0, rowPrices, 0, rowPrices.length);
    System.arraycopy(other.equationPrices, 0, equationPrices, 0, equationPrices.length);
    gap = other.gap;
  }
}
