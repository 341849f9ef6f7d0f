package io.arduinotrader.optimization.domain.returns;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Whether a covariance matrix gives every portfolio a variance of zero or more, and what to do when
 * it does not, as happens with entries from different days.
 */
public final class Definiteness {

  private static final double ROUNDING = 1e-16;

  /** The smallest eigenvalue of a repaired matrix of correlations. */
  private static final double SMALLEST = 1e-10;

  private Definiteness() {}

  /** Whether no portfolio has a negative variance, but for rounding. */
  public static boolean isPositive(Covariance matrix) {
    int size = matrix.size();
    double[] factor = matrix.toArray();
    for (int k = 0; k < size; k++) {
      double pivot = factor[k * size + k] + ROUNDING;
      if (pivot <= 0) {
        return false;
      }
      for (int i = k + 1; i < size; i++) {
        double multiple = factor[k * size + i] / pivot;
        for (int j = i; j < size; j++) {
          factor[i * size + j] -= multiple * factor[k * size + j];
        }
      }
    }
    return true;
  }

  /**
   * The same variances with the nearest correlations that are possible: negative eigenvalues of the
   * correlations are clipped and the diagonal brought back to one.
   */
  public static Covariance repaired(Covariance matrix) {
    if (isPositive(matrix)) {
      return matrix;
    }
    int size = matrix.size();
    RealMatrix clipped = clipped(new Array2DRowRealMatrix(matrix.correlations(), false));
    double[][] values = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double correlation =
            clipped.getEntry(i, j) / Math.sqrt(clipped.getEntry(i, i) * clipped.getEntry(j, j));
        values[i][j] = correlation * Math.sqrt(matrix.variance(i) * matrix.variance(j));
      }
      values[i][i] = matrix.variance(i);
    }
    return Covariance.of(values);
  }

  private static RealMatrix clipped(RealMatrix matrix) {
    EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(matrix);
    int size = matrix.getRowDimension();
    double[][] scaled = new double[size][size];
    RealMatrix vectors = parts.getV();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        scaled[i][k] = vectors.getEntry(i, k) * Math.max(parts.getEigenvalue(k), SMALLEST);
      }
    }
    return new Array2DRowRealMatrix(scaled, false)
        .multiplyTransposed(new Array2DRowRealMatrix(vectors.getData(), false));
  }
}
