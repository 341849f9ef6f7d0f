package io.arduinotrader.optimization.domain.returns;

/**
 * A covariance matrix of the returns of several assets, per day or per year as its maker says.
 * Immutable, symmetric, finite, without negative variances.
 */
public final class Covariance {

  private final int size;

  /** Row after row. */
  private final double[] values;

  private Covariance(int size, double[] values) {
    this.size = size;
    this.values = values;
  }

  /**
   * Takes a copy of a matrix {@code double[n][n]}; of each pair of mirrored entries the upper one
   * counts.
   *
   * @throws IllegalArgumentException when it is not square, not finite, or has a negative variance
   */
  public static Covariance of(double[][] matrix) {
    int size = matrix.length;
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      if (matrix[i].length != size) {
        throw new IllegalArgumentException("a covariance matrix is square");
      }
      for (int j = i; j < size; j++) {
        values[i * size + j] = matrix[i][j];
        values[j * size + i] = matrix[i][j];
      }
    }
    return owning(size, values);
  }

  /** A matrix whose array nobody else keeps. */
  static Covariance owning(int size, double[] values) {
    for (int i = 0; i < size; i++) {
      if (values[i * size + i] < 0) {
        throw new IllegalArgumentException("negative variance of asset " + i);
      }
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a covariance must be finite: " + value);
      }
    }
    return new Covariance(size, values);
  }

  /** The number of assets. */
  public int size() {
    return size;
  }

  /** The covariance of two assets. */
  public double get(int row, int column) {
    return values[row * size + column];
  }

  /** The variance of an asset. */
  public double variance(int asset) {
    return values[asset * size + asset];
  }

  /** The same in other units, for example per year instead of per day. */
  public Covariance times(double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return owning(size, scaled);
  }

  /**
   * The same with the assets in another order.
   *
   * @param order the index here of the asset at each new index
   */
  public Covariance reordered(int[] order) {
    double[] moved = new double[values.length];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        moved[i * size + j] = get(order[i], order[j]);
      }
    }
    return owning(size, moved);
  }

  /**
   * The correlations, with ones on the diagonal; zero with an asset that does not vary.
   *
   * @return {@code double[n][n]}
   */
  public double[][] correlations() {
    double[] inverseDeviations = new double[size];
    for (int i = 0; i < size; i++) {
      inverseDeviations[i] = variance(i) > 0 ? 1 / Math.sqrt(variance(i)) : 0;
    }
    double[][] correlations = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        correlations[i][j] = i == j ? 1 : get(i, j) * inverseDeviations[i] * inverseDeviations[j];
      }
    }
    return correlations;
  }

  /** A copy as an array, row after row. */
  public double[] toArray() {
    return values.clone();
  }

  /** The variance of a weighted sum of the assets, wᵀΣw. */
  public double varianceOf(double[] weights) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double row = 0;
      for (int j = 0; j < size; j++) {
        row += values[i * size + j] * weights[j];
      }
      sum += weights[i] * row;
    }
    return sum;
  }
}
