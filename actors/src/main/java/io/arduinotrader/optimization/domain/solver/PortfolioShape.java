package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * A quadratic programme as a structured one: variables that cannot move are taken out, and the
 * distance from the anchor becomes one local variable per asset, what is bought, because |d| = 2
 * max(d, 0) − d.
 */
final class PortfolioShape {

  private static final double NO_WIDTH = 1e-13;

  private final QuadraticProgramme original;
  private final int[] movable;
  private final double[] fixed;
  private final boolean anchored;
  private final boolean limited;

  /** Of every row, the index of the structured row or equation of its lower limit; −1 for none. */
  private final int[] lowerRow;

  private final int[] upperRow;

  private PortfolioShape(QuadraticProgramme original) {
    this.original = original;
    this.anchored = original.hasAnchor();
    this.limited = original.limit() < Double.POSITIVE_INFINITY;
    this.fixed = new double[original.size()];
    int[] indices = new int[original.size()];
    int count = 0;
    for (int i = 0; i < original.size(); i++) {
      if (original.upper()[i] - original.lower()[i] > NO_WIDTH) {
        indices[count++] = i;
      } else {
        fixed[i] = original.lower()[i];
      }
    }
    this.movable = Arrays.copyOf(indices, count);
    this.lowerRow = new int[original.rowCount()];
    this.upperRow = new int[original.rowCount()];
    Arrays.fill(lowerRow, -1);
    Arrays.fill(upperRow, -1);
  }

  /** Solves by the interior-point method and translates back. */
  static InteriorAnswer solve(QuadraticProgramme programme) {
    PortfolioShape shape = new PortfolioShape(programme);
    InteriorPoint.Result result = InteriorPoint.solve(shape.structured());
    return shape.translate(result);
  }

  /**
   * The answer in the variables of the original.
   *
   * @param guess the limits that seem to bind
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  record InteriorAnswer(
      double[] point,
      double[] rowPrices,
      double limitPrice,
      ActiveSet guess,
      boolean converged,
      int iterations) {}

  private ConvexProgramme structured() {
    int count = movable.length;
    int border = count + (limited ? 1 : 0);
    double[] hessian = new double[border * border];
    double[] product = new double[original.size()];
    Dense.times(original.hessian(), fixed, product);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        hessian[i * border + j] = original.hessian()[movable[i] * original.size() + movable[j]];
      }
    }
    ConvexProgramme result =
        new ConvexProgramme(
            border, 0, anchored ? count : 0, hessian, count + 2 * original.rowCount());
    for (int i = 0; i < count; i++) {
      int variable = movable[i];
      result.variable(
          i,
          original.linear()[variable] + product[variable] - original.cost(),
          original.lower()[variable],
          original.upper()[variable]);
    }
    if (anchored) {
      addAnchor(result, border);
    }
    addRows(result);
    return result;
  }

  private void addAnchor(ConvexProgramme result, int border) {
    double[] one = {-1};
    for (int i = 0; i < movable.length; i++) {
      result.variable(border + i, 2 * original.cost(), 0, Double.POSITIVE_INFINITY);
      result.row(one, i, -1, i, -original.anchor()[movable[i]]);
    }
    if (limited) {
      int slack = movable.length;
      result.variable(slack, 0, 0, Double.POSITIVE_INFINITY);
      double[] coefficients = new double[border + movable.length];
      double value = original.limit();
      Arrays.fill(coefficients, 0, movable.length, -1);
      Arrays.fill(coefficients, border, coefficients.length, 2);
      coefficients[slack] = 1;
      for (int i = 0; i < original.size(); i++) {
        value -= Math.abs(fixed[i] - original.anchor()[i]);
      }
      // a movable variable counted as fixed at zero
      for (int variable : movable) {
        double anchor = original.anchor()[variable];
        value += Math.abs(anchor) - anchor;
      }
      result.equation(coefficients, value);
    }
  }

  private void addRows(ConvexProgramme result) {
    for (int row = 0; row < original.rowCount(); row++) {
      double already = original.row(row, fixed);
      double low = original.rowLower()[row] - already;
      double high = original.rowUpper()[row] - already;
      double[] values = new double[movable.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = original.rows()[row * original.size() + movable[i]];
      }
      if (Dense.largest(values) == 0) {
        continue;
      }
      if (low == high) {
        lowerRow[row] = result.equations;
        result.equation(Arrays.copyOf(values, result.size()), low);
        continue;
      }
      if (low > Double.NEGATIVE_INFINITY) {
        lowerRow[row] = result.rows;
        result.row(values, 0, -1, -1, low);
      }
      if (high < Double.POSITIVE_INFINITY) {
        upperRow[row] = result.rows;
        double[] negated = new double[values.length];
        Arrays.setAll(negated, i -> -values[i]);
        result.row(negated, 0, -1, -1, -high);
      }
    }
  }

  private InteriorAnswer translate(InteriorPoint.Result result) {
    double[] point = fixed.clone();
    ActiveSet guess = ActiveSet.none(original);
    double limitPrice = limited ? Math.max(0, -result.equationPrices()[0]) : 0;
    double scale = original.scale() + limitPrice + original.cost();
    guess.limited = limited && limitPrice > scale * (original.limit() - movedBy(result));
    for (int i = 0; i < movable.length; i++) {
      point[movable[i]] = result.point()[i];
      guess.variables[movable[i]] =
          state(movable[i], result.point()[i], result.boundPrices()[i] / scale, guess.limited);
    }
    double[] rowPrices = new double[original.rowCount()];
    for (int row = 0; row < rowPrices.length; row++) {
      boolean equation = original.rowLower()[row] == original.rowUpper()[row];
      if (equation) {
        rowPrices[row] = lowerRow[row] >= 0 ? result.equationPrices()[lowerRow[row]] : 0;
      } else {
        double low = lowerRow[row] >= 0 ? result.rowPrices()[lowerRow[row]] : 0;
        double high = upperRow[row] >= 0 ? result.rowPrices()[upperRow[row]] : 0;
        double value = original.row(row, point);
        boolean atLow = low > scale * (value - original.rowLower()[row]);
        boolean atHigh = high > scale * (original.rowUpper()[row] - value);
        guess.rows[row] = (byte) (atLow ? -1 : atHigh ? 1 : 0);
        rowPrices[row] = atLow ? low : atHigh ? -high : 0;
      }
    }
    return new InteriorAnswer(
        point, rowPrices, limitPrice, guess, result.converged(), result.iterations());
  }

  private double movedBy(InteriorPoint.Result result) {
    double[] point = fixed.clone();
    for (int i = 0; i < movable.length; i++) {
      point[movable[i]] = result.point()[i];
    }
    return original.moved(point);
  }

  private byte state(int variable, double value, double price, boolean nowLimited) {
    if (price > value - original.lower()[variable]) {
      return ActiveSet.LOWER;
    }
    if (-price > original.upper()[variable] - value) {
      return ActiveSet.UPPER;
    }
    if (!nowLimited && original.cost() == 0) {
      return ActiveSet.FREE;
    }
    double away = value - original.anchor()[variable];
    if (Math.abs(away) < 1e-7) {
      return ActiveSet.ANCHORED;
    }
    return away > 0 ? ActiveSet.ABOVE : ActiveSet.BELOW;
  }
}
