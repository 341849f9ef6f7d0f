package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * The predictor-corrector interior-point method (Mehrotra 1992; for quadratic programmes Nocedal
 * and Wright, Numerical Optimization, section 16.6). It starts anywhere inside the bounds and needs
 * ten to thirty factorizations whatever the number of limits.
 */
public final class InteriorPoint {

  private static final int MOST_ITERATIONS = 100;

  /** How often a direction is corrected by what it leaves of its linear system. */
  private static final int REFINEMENTS = 1;

  private static final double STEP = 0.995;

  /** Residuals, relative to the data, that end the search. */
  private static final double ENOUGH = 1e-10;

  /** Residuals that are accepted when no more progress is made. */
  private static final double ACCEPTED = 1e-6;

  private final ConvexProgramme programme;
  private final int size;
  private final InteriorIterate at;
  private final InteriorIterate best;
  private final NewtonSystem system;
  private final double[] diagonal;
  private final double[] weights;
  private final double[] right;
  private final double[] rest;
  private final double[] equationRest;
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
    this.rest = new double[size];
    this.equationRest = new double[programme.equations];
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
      if (smallest <= ENOUGH || withoutProgress++ > 5 || !advance()) {
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
    if (!system.factor(diagonal, weights) || !factorEquations()) {
      return false;
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
    Arrays.fill(step.move, 0);
    Arrays.fill(step.equationMove, 0);
    System.arraycopy(right, 0, rest, 0, size);
    for (int k = 0; k < programme.equations; k++) {
      equationRest[k] = -at.equationResidual[k];
    }
    for (int round = 0; round <= REFINEMENTS; round++) {
      if (round > 0) {
        remainder();
      }
      addSolution();
    }
    step.complete(at);
  }

  /** What the direction found so far leaves of the linear system. */
  private void remainder() {
    System.arraycopy(right, 0, rest, 0, size);
    programme.subtractCurvature(step.move, rest);
    for (int i = 0; i < size; i++) {
      rest[i] -= diagonal[i] * step.move[i];
    }
    for (int row = 0; row < programme.rows; row++) {
      programme.addRow(row, -weights[row] * programme.row(row, step.move), rest);
    }
    for (int k = 0; k < programme.equations; k++) {
      double[] row = programme.equationRows[k];
      Dense.addScaled(row, 0, step.equationMove[k], rest, 0, size);
      equationRest[k] = -at.equationResidual[k] - Dense.dot(row, step.move);
    }
  }

  private void addSolution() {
    int count = programme.equations;
    system.solve(rest);
    for (int k = 0; k < count; k++) {
      equationRest[k] -= Dense.dot(programme.equationRows[k], rest);
    }
    Cholesky.solve(small, count, equationRest);
    for (int k = 0; k < count; k++) {
      Dense.addScaled(images[k], 0, equationRest[k], rest, 0, size);
      step.equationMove[k] += equationRest[k];
    }
    for (int i = 0; i < size; i++) {
      step.move[i] += rest[i];
    }
  }

  /** Factors the small system of the equations; whether they are independent. */
  private boolean factorEquations() {
    int count = programme.equations;
    for (int k = 0; k < count; k++) {
      System.arraycopy(programme.equationRows[k], 0, images[k], 0, size);
      system.solve(images[k]);
    }
    for (int k = 0; k < count; k++) {
      for (int j = k; j < count; j++) {
        small[k * count + j] = Dense.dot(programme.equationRows[k], images[j]);
      }
    }
    return Cholesky.factor(small, count, 1e-300);
  }
}
