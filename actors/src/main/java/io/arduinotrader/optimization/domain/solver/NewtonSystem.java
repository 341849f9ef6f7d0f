package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * The linear system of one step of an interior-point method, H Δv = f with H = P + D + GᵀWG. Locals
 * are eliminated in closed form, which loses no digits where a large and a small weight meet; the
 * chain by a tridiagonal factor; the border by Cholesky.
 */
final class NewtonSystem {

  private static final double SMALLEST_PIVOT = 1e-300;

  /** Added to the diagonal, relative to its largest entry, where rounding spoils the border. */
  private static final double[] RIDGES = {0, 1e-14, 1e-12, 1e-10};

  private final ConvexProgramme programme;
  private final int border;
  private final int chain;
  private final double[] dense;

  /** Of every local: weight of its row, and of everything else on its diagonal. */
  private final double[] localRow;

  private final double[] localRest;
  private final int[] rowOfLocal;

  private final double[] chainDiagonal;
  private final double[] chainBelow;

  /** {@code chain × border}: first the coupling of chain and border, then L⁻¹ of it. */
  private final double[] coupling;

  private final double[] borderPart;

  NewtonSystem(ConvexProgramme programme) {
    this.programme = programme;
    this.border = programme.border;
    this.chain = programme.chain;
    this.dense = new double[border * border];
    this.localRow = new double[programme.locals];
    this.localRest = new double[programme.locals];
    this.rowOfLocal = new int[programme.locals];
    this.chainDiagonal = new double[chain];
    this.chainBelow = new double[chain];
    this.coupling = new double[chain * border];
    this.borderPart = new double[border];
    for (int row = 0; row < programme.rows; row++) {
      if (programme.localAt[row] >= 0) {
        rowOfLocal[programme.localAt[row]] = row;
      }
    }
  }

  /**
   * Assembles and factors.
   *
   * @param diagonal D of every variable
   * @param weights W of every row
   * @return whether H is numerically positive definite
   */
  boolean factor(double[] diagonal, double[] weights) {
    for (double ridge : RIDGES) {
      if (factor(diagonal, weights, ridge)) {
        return true;
      }
    }
    return false;
  }

  private boolean factor(double[] diagonal, double[] weights, double ridge) {
    if (programme.hessian.length > 0) {
      System.arraycopy(programme.hessian, 0, dense, 0, dense.length);
    } else {
      Arrays.fill(dense, 0);
    }
    Arrays.fill(coupling, 0);
    Arrays.fill(chainBelow, 0);
    for (int i = 0; i < border; i++) {
      dense[i * border + i] += diagonal[i];
    }
    System.arraycopy(diagonal, border, chainDiagonal, 0, chain);
    for (int t = 0; t < programme.locals; t++) {
      localRow[t] = weights[rowOfLocal[t]];
      localRest[t] = programme.curvature[t] + diagonal[border + chain + t];
    }
    for (int row = 0; row < programme.rows; row++) {
      int local = programme.localAt[row];
      addRow(
          row,
          local < 0
              ? weights[row]
              : weights[row] * localRest[local] / (weights[row] + localRest[local]));
    }
    double largest = 0;
    for (int i = 0; i < border; i++) {
      largest = Math.max(largest, dense[i * border + i]);
    }
    if (!factorChain()) {
      return false;
    }
    for (int i = 0; i < border; i++) {
      dense[i * border + i] += ridge * largest;
    }
    return Cholesky.factor(dense, border, SMALLEST_PIVOT);
  }

  private void addRow(int row, double weight) {
    double[] values = programme.rowValues[row];
    int first = programme.rowFirst[row];
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        int at = (first + i) * border + first;
        Dense.addScaled(values, i, weight * values[i], dense, at + i, values.length - i);
      }
    }
    int link = programme.chainAt[row];
    if (link >= 0) {
      addLink(link, 1, weight, values, first);
      if (link > 0) {
        addLink(link - 1, -1, weight, values, first);
        chainBelow[link] -= weight;
      }
    } else if (link < -1) {
      addLink(-2 - link, -1, weight, values, first);
    }
  }

  private void addLink(int link, double sign, double weight, double[] values, int first) {
    chainDiagonal[link] += weight;
    Dense.addScaled(values, 0, sign * weight, coupling, link * border + first, values.length);
  }

  /** Bidiagonal factor of the chain, and the border without what the chain explains. */
  private boolean factorChain() {
    for (int link = 0; link < chain; link++) {
      int row = link * border;
      if (link > 0) {
        double below = chainBelow[link] / chainDiagonal[link - 1];
        chainBelow[link] = below;
        chainDiagonal[link] -= below * below;
        Dense.addScaled(coupling, row - border, -below, coupling, row, border);
      }
      if (!(chainDiagonal[link] > SMALLEST_PIVOT)) {
        return false;
      }
      double root = Math.sqrt(chainDiagonal[link]);
      chainDiagonal[link] = root;
      for (int i = row; i < row + border; i++) {
        coupling[i] /= root;
      }
      for (int i = 0; i < border; i++) {
        double value = coupling[row + i];
        if (value != 0) {
          Dense.addScaled(coupling, row + i, -value, dense, i * border + i, border - i);
        }
      }
    }
    return true;
  }

  /** Solves H Δv = f in place. */
  void solve(double[] vector) {
    eliminateLocals(vector);
    for (int link = 0; link < chain; link++) {
      double before = link > 0 ? chainBelow[link] * vector[border + link - 1] : 0;
      vector[border + link] = (vector[border + link] - before) / chainDiagonal[link];
    }
    System.arraycopy(vector, 0, borderPart, 0, border);
    for (int link = 0; link < chain; link++) {
      Dense.addScaled(coupling, link * border, -vector[border + link], borderPart, 0, border);
    }
    Cholesky.solve(dense, border, borderPart);
    System.arraycopy(borderPart, 0, vector, 0, border);
    for (int link = chain - 1; link >= 0; link--) {
      double rest =
          vector[border + link] - Dense.dot(coupling, link * border, borderPart, 0, border);
      if (link + 1 < chain) {
        rest -= chainBelow[link + 1] * vector[border + link + 1];
      }
      vector[border + link] = rest / chainDiagonal[link];
    }
    restoreLocals(vector);
  }

  private void eliminateLocals(double[] vector) {
    for (int t = 0; t < programme.locals; t++) {
      int at = border + chain + t;
      double own = vector[at];
      if (own != 0) {
        programme.addRow(rowOfLocal[t], -own * localRow[t] / (localRow[t] + localRest[t]), vector);
        vector[at] = own;
      }
    }
  }

  private void restoreLocals(double[] vector) {
    for (int t = 0; t < programme.locals; t++) {
      int at = border + chain + t;
      double own = vector[at];
      double others = programme.row(rowOfLocal[t], vector) - own;
      vector[at] = (own - localRow[t] * others) / (localRow[t] + localRest[t]);
    }
  }
}
