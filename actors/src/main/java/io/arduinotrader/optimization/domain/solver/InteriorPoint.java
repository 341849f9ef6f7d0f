package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * The predictor-corrector interior-point method (Mehrotra 1992; for quadratic programmes Nocedal
 * and Wright, Numerical Optimization, section 16.6). It starts anywhere inside the bounds and needs
 * ten to thirty factorizations whatever the number of limits.
 */
public final class InteriorPoint {

  private static final int MOST_ITERATIONS = 100;
  private static final double STEP = 0.995;

  /** Residuals, relative to the data, that end the search. */
  private static final double ENOUGH = 1e-12;

  /** Residuals that are accepted when no more progress is made. */
  private static final double ACCEPTED = 1e-7;

  private final ConvexProgramme programme;
  private final int size;
  private final InteriorIterate at;
  private final InteriorIterate best;
  private final NewtonSystem system;
  private final double[] diagonal;
  private final double[] weights;
  private final double[] right;
  private final double[][] images;
  private final double[] small;
  private final boolean linearOnly;
  private final InteriorStep step;

  private InteriorPoint(ConvexProgramme programme) {
    this.programme = programme;
    this.size = programme.size();
    this.at = new InteriorIterate(programme);
    this.best = new InteriorIterate(programme);
    this.system = new NewtonSystem(programme);
    this.step = new InteriorStep(programme);
    this.diagonal = new double[size];
    this.weights = new double[programme.rows];
    this.right = new double[size];
    this.images = new double[programme.equations][size];
    this.small = new double[programme.equations * programme.equations];
    this.linearOnly =
        Dense.largest(programme.hessian) == 0 && Dense.largest(programme.curvature) == 0;
  }

  /**
   * What was found.
   *
   * @param point v
   * @param boundPrices of every variable: above zero at its lower bound, below zero at its upper
   *     one
   * @param rowPrices of every row, zero or more
   * @param equationPrices of every equation
   * @param residual the largest relative residual of feasibility, stationarity and gap
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  public record Result(
      double[] point,
      double[] boundPrices,
      double[] rowPrices,
      double[] equationPrices,
      double residual,
      double gap,
      int iterations) {

    /** Whether it is good enough to be used. */
    public boolean converged() {
      return residual <= ACCEPTED;
    }
  }

  /** Solves a programme; an infeasible or unbounded one does not converge. */
  public static Result solve(ConvexProgramme programme) {
    return new InteriorPoint(programme).solve();
  }

  private Result solve() {
    at.start();
    double smallest = Double.POSITIVE_INFINITY;
    int iteration = 0;
    int withoutProgress = 0;
    while (iteration < MOST_ITERATIONS) {
      at.evaluate();
      double residual = at.residual();
      if (residual < smallest) {
        if (residual < 0.9 * smallest) {
          withoutProgress = 0;
        }
        smallest = residual;
        best.copy(at);
      }
      if (smallest <= ENOUGH || withoutProgress++ > 12 || !advance()) {
        break;
      }
      iteration++;
    }
    return new Result(
        best.point,
        best.boundPrices(),
        best.rowPrices,
        best.equationPrices,
        smallest,
        best.gap,
        iteration);
  }

  private boolean advance() {
    at.weights(diagonal, weights);
    if (!system.factor(diagonal, weights)) {
      return false;
    }
    for (int k = 0; k < programme.equations; k++) {
      System.arraycopy(programme.equationRows[k], 0, images[k], 0, size);
      system.solve(images[k]);
    }
    Arrays.fill(step.rowTarget, 0);
    Arrays.fill(step.lowTarget, 0);
    Arrays.fill(step.highTarget, 0);
    direction();
    double primal = step.longestPrimal(at, 1);
    double dual = step.longestDual(at, 1);
    if (!linearOnly) {
      primal = Math.min(primal, dual);
      dual = primal;
    }
    double reached = step.complementarityAfter(at, primal, dual);
    double centring = Math.pow(reached / at.complementarity(), 3);
    step.correct(at, Math.min(1, centring) * at.complementarity() / at.pairs());
    direction();
    primal = step.longestPrimal(at, STEP);
    dual = step.longestDual(at, STEP);
    if (!linearOnly) {
      primal = Math.min(primal, dual);
      dual = primal;
    }
    step.apply(at, primal, dual);
    return primal > 0 && Double.isFinite(at.point[0]);
  }

  /** The Newton direction for the targets of complementarity that the step holds. */
  private void direction() {
    for (int i = 0; i < size; i++) {
      right[i] = -at.dualResidual[i];
      if (at.hasLower(i)) {
        right[i] += (step.lowTarget[i] - at.lowSlack(i) * at.lowPrices[i]) / at.lowSlack(i);
      }
      if (at.hasUpper(i)) {
        right[i] -= (step.highTarget[i] - at.highSlack(i) * at.highPrices[i]) / at.highSlack(i);
      }
    }
    for (int row = 0; row < programme.rows; row++) {
      double pull =
          (step.rowTarget[row] - at.slacks[row] * at.rowPrices[row]) / at.slacks[row]
              - weights[row] * at.rowResidual[row];
      programme.addRow(row, pull, right);
    }
    System.arraycopy(right, 0, step.move, 0, size);
    system.solve(step.move);
    equationPrices();
    for (int k = 0; k < programme.equations; k++) {
      Dense.addScaled(images[k], 0, step.equationMove[k], step.move, 0, size);
    }
    step.complete(at);
  }

  private void equationPrices() {
    int count = programme.equations;
    for (int k = 0; k < count; k++) {
      for (int j = k; j < count; j++) {
        small[k * count + j] = Dense.dot(programme.equationRows[k], images[j]);
      }
      step.equationMove[k] =
          -at.equationResidual[k] - Dense.dot(programme.equationRows[k], step.move);
    }
    if (Cholesky.factor(small, count, 1e-300)) {
      Cholesky.solve(small, count, step.equationMove);
    } else {
      Arrays.fill(step.equationMove, 0);
    }
  }
}
