package io.arduinotrader.optimization.domain.solver;

/**
 * The factor of a positive definite matrix, A = UᵀU with U upper triangular, in place and row after
 * row. All inner loops run along rows, four rows at a time, so that the compiler turns them into
 * vector instructions; the lower triangle is neither read nor written.
 */
public final class Cholesky {

  /** Rows that are factored together before the rest is updated once. */
  private static final int PANEL = 32;

  private Cholesky() {}

  /**
   * Replaces the upper triangle by the factor.
   *
   * @param matrix the first {@code size × size} entries count
   * @param smallestPivot a pivot at or below this ends the attempt
   * @return whether all pivots were larger
   */
  public static boolean factor(double[] matrix, int size, double smallestPivot) {
    for (int from = 0; from < size; from += PANEL) {
      int to = Math.min(size, from + PANEL);
      if (!panel(matrix, size, from, to, smallestPivot)) {
        return false;
      }
      update(matrix, size, from, to);
    }
    return true;
  }

  /** Factors the rows of a panel over their whole length. */
  private static boolean panel(double[] matrix, int size, int from, int to, double smallestPivot) {
    for (int k = from; k < to; k++) {
      int row = k * size;
      double pivot = matrix[row + k];
      if (!(pivot > smallestPivot)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      double inverse = 1 / root;
      matrix[row + k] = root;
      for (int j = k + 1; j < size; j++) {
        matrix[row + j] *= inverse;
      }
      for (int i = k + 1; i < to; i++) {
        subtract(matrix, matrix[row + i], row, i * size, i, size);
      }
    }
    return true;
  }

  private static void subtract(
      double[] matrix, double factor, int source, int target, int from, int to) {
    for (int j = from; j < to; j++) {
      matrix[target + j] -= factor * matrix[source + j];
    }
  }

  /** Subtracts the products of the panel's rows from all rows below it. */
  private static void update(double[] matrix, int size, int from, int to) {
    for (int i = to; i < size; i++) {
      int target = i * size;
      int k = from;
      for (; k + 4 <= to; k += 4) {
        subtractFour(matrix, k * size, target, i, size);
      }
      for (; k < to; k++) {
        subtract(matrix, matrix[k * size + i], k * size, target, i, size);
      }
    }
  }

  private static void subtractFour(double[] matrix, int first, int target, int from, int size) {
    int second = first + size;
    int third = second + size;
    int fourth = third + size;
    double a = matrix[first + from];
    double b = matrix[second + from];
    double c = matrix[third + from];
    double d = matrix[fourth + from];
    for (int j = from; j < size; j++) {
      matrix[target + j] -=
          a * matrix[first + j]
              + b * matrix[second + j]
              + c * matrix[third + j]
              + d * matrix[fourth + j];
    }
  }

  /** Solves Uᵀx = b in place. */
  public static void solveForward(double[] factor, int size, double[] vector) {
    for (int k = 0; k < size; k++) {
      int row = k * size;
      double value = vector[k] / factor[row + k];
      vector[k] = value;
      if (value != 0) {
        for (int j = k + 1; j < size; j++) {
          vector[j] -= value * factor[row + j];
        }
      }
    }
  }

  /** Solves Ux = b in place. */
  public static void solveBackward(double[] factor, int size, double[] vector) {
    for (int k = size - 1; k >= 0; k--) {
      int row = k * size;
      double sum = Dense.dot(factor, row + k + 1, vector, k + 1, size - k - 1);
      vector[k] = (vector[k] - sum) / factor[row + k];
    }
  }

  /** Solves UᵀUx = b in place. */
  public static void solve(double[] factor, int size, double[] vector) {
    solveForward(factor, size, vector);
    solveBackward(factor, size, vector);
  }
}
