package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * The best point when a guess of the active limits holds with equality: one factorization of the
 * free part of P, and a small system for the multipliers of the active rows. Buffers are kept from
 * guess to guess.
 */
final class EqualityStep {

  /** A row whose part that others do not explain is below this adds nothing. */
  private static final double DEPENDENT = 1e-13;

  /** Added to the diagonal, relative to its mean, where P is singular. */
  private static final double RIDGE = 1e-12;

  private static final double SMALLEST_PIVOT = 1e-14;

  private final QuadraticProgramme programme;
  private final int size;
  private final int rowCount;

  final double[] point;

  /** Of every row, the last being the limit on moving. */
  final double[] rowPrices;

  private final int[] free;
  private int freeCount;
  private final int[] activeRows;
  private int activeCount;
  private double[] factor = new double[0];
  private final double[] reduced;
  private final double[] work;
  private double[] images = new double[0];
  private final double[] targets;
  private final double[] system;
  private final double[] prices;
  private final boolean[] dependent;

  EqualityStep(QuadraticProgramme programme) {
    this.programme = programme;
    this.size = programme.size();
    this.rowCount = programme.rowCount();
    int most = rowCount + 1;
    this.point = new double[size];
    this.rowPrices = new double[most];
    this.free = new int[size];
    this.activeRows = new int[most];
    this.reduced = new double[size];
    this.work = new double[size];
    this.targets = new double[most];
    this.system = new double[most * most];
    this.prices = new double[most];
    this.dependent = new boolean[most];
  }

  /** Solves for a guess; whether the free part of P could be factored. */
  boolean solve(ActiveSet set) {
    collect(set);
    if (!factorFree()) {
      return false;
    }
    reduceGradient(set);
    reduceRows(set);
    solvePrices();
    finish();
    return true;
  }

  private void collect(ActiveSet set) {
    freeCount = 0;
    for (int i = 0; i < size; i++) {
      switch (set.variables[i]) {
        case ActiveSet.LOWER -> point[i] = programme.lower()[i];
        case ActiveSet.UPPER -> point[i] = programme.upper()[i];
        case ActiveSet.ANCHORED -> point[i] = programme.anchor()[i];
        default -> {
          point[i] = 0;
          free[freeCount++] = i;
        }
      }
    }
    activeCount = 0;
    for (int row = 0; row < rowCount; row++) {
      if (set.rows[row] != 0 || programme.rowLower()[row] == programme.rowUpper()[row]) {
        activeRows[activeCount++] = row;
      }
    }
    if (set.limited) {
      activeRows[activeCount++] = rowCount;
    }
  }

  private boolean factorFree() {
    if (factor.length < freeCount * freeCount) {
      factor = new double[freeCount * freeCount];
    }
    double trace = gather(0);
    double floor = SMALLEST_PIVOT * trace / Math.max(1, freeCount);
    if (freeCount == 0 || Cholesky.factor(factor, freeCount, floor)) {
      return true;
    }
    double ridge = RIDGE * trace / freeCount;
    gather(ridge);
    return Cholesky.factor(factor, freeCount, ridge / 100);
  }

  private double gather(double ridge) {
    double trace = 0;
    double[] hessian = programme.hessian();
    for (int i = 0; i < freeCount; i++) {
      int source = free[i] * size;
      int target = i * freeCount;
      for (int j = i; j < freeCount; j++) {
        factor[target + j] = hessian[source + free[j]];
      }
      trace += factor[target + i];
      factor[target + i] += ridge;
    }
    return trace;
  }

  /** Right-hand side of the free variables, carried through the first half of the solution. */
  private void reduceGradient(ActiveSet set) {
    double[] hessian = programme.hessian();
    for (int i = 0; i < freeCount; i++) {
      reduced[i] = -programme.linear()[free[i]] - programme.cost() * sign(set, free[i]);
    }
    for (int fixed = 0; fixed < size; fixed++) {
      if (point[fixed] != 0 && !ActiveSet.isFree(set.variables[fixed])) {
        for (int i = 0; i < freeCount; i++) {
          reduced[i] -= hessian[fixed * size + free[i]] * point[fixed];
        }
      }
    }
    Cholesky.solveForward(factor, freeCount, reduced);
  }

  private void reduceRows(ActiveSet set) {
    if (images.length < activeCount * freeCount) {
      images = new double[activeCount * freeCount];
    }
    for (int k = 0; k < activeCount; k++) {
      int row = activeRows[k];
      if (row == rowCount) {
        limitRow(set);
      } else {
        for (int i = 0; i < freeCount; i++) {
          work[i] = programme.rows()[row * size + free[i]];
        }
        targets[k] =
            (set.rows[row] > 0 ? programme.rowUpper()[row] : programme.rowLower()[row])
                - programme.row(row, point);
      }
      Cholesky.solveForward(factor, freeCount, work);
      System.arraycopy(work, 0, images, k * freeCount, freeCount);
    }
  }

  private void limitRow(ActiveSet set) {
    double target = programme.limit();
    for (int i = 0; i < size; i++) {
      if (!ActiveSet.isFree(set.variables[i])) {
        target -= Math.abs(point[i] - programme.anchor()[i]);
      }
    }
    for (int i = 0; i < freeCount; i++) {
      double sign = sign(set, free[i]);
      work[i] = sign;
      target += sign * programme.anchor()[free[i]];
    }
    targets[activeCount - 1] = target;
  }

  static double sign(ActiveSet set, int variable) {
    return switch (set.variables[variable]) {
      case ActiveSet.ABOVE -> 1;
      case ActiveSet.BELOW -> -1;
      default -> 0;
    };
  }

  /** A row that others explain gets no price. */
  private void solvePrices() {
    for (int k = 0; k < activeCount; k++) {
      for (int j = k; j < activeCount; j++) {
        system[k * activeCount + j] =
            Dense.dot(images, k * freeCount, images, j * freeCount, freeCount);
      }
      prices[k] = targets[k] - Dense.dot(images, k * freeCount, reduced, 0, freeCount);
    }
    for (int k = 0; k < activeCount; k++) {
      int row = k * activeCount;
      double own = Dense.dot(images, k * freeCount, images, k * freeCount, freeCount);
      dependent[k] = !(system[row + k] > DEPENDENT * own);
      if (dependent[k]) {
        continue;
      }
      double root = Math.sqrt(system[row + k]);
      for (int j = k; j < activeCount; j++) {
        system[row + j] /= root;
      }
      prices[k] /= root;
      for (int i = k + 1; i < activeCount; i++) {
        double multiple = system[row + i];
        for (int j = i; j < activeCount; j++) {
          system[i * activeCount + j] -= multiple * system[row + j];
        }
        prices[i] -= multiple * prices[k];
      }
    }
    for (int k = activeCount - 1; k >= 0; k--) {
      if (dependent[k]) {
        prices[k] = 0;
        continue;
      }
      for (int j = k + 1; j < activeCount; j++) {
        prices[k] -= system[k * activeCount + j] * prices[j];
      }
      prices[k] /= system[k * activeCount + k];
    }
  }

  private void finish() {
    Arrays.fill(rowPrices, 0);
    for (int k = 0; k < activeCount; k++) {
      rowPrices[activeRows[k]] = prices[k];
      Dense.addScaled(images, k * freeCount, prices[k], reduced, 0, freeCount);
    }
    Cholesky.solveBackward(factor, freeCount, reduced);
    for (int i = 0; i < freeCount; i++) {
      point[free[i]] = reduced[i];
    }
  }
}
