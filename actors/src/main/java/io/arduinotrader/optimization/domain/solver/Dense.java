package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/** Products of vectors and of matrices with vectors. */
public final class Dense {

  private Dense() {}

  /** The product of two stretches, in four sums side by side. */
  public static double dot(double[] left, int atLeft, double[] right, int atRight, int length) {
    int whole = length & ~3;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < whole; i += 4) {
      first += left[atLeft + i] * right[atRight + i];
      second += left[atLeft + i + 1] * right[atRight + i + 1];
      third += left[atLeft + i + 2] * right[atRight + i + 2];
      fourth += left[atLeft + i + 3] * right[atRight + i + 3];
    }
    for (int i = whole; i < length; i++) {
      first += left[atLeft + i] * right[atRight + i];
    }
    return (first + second) + (third + fourth);
  }

  /** The product of two vectors. */
  public static double dot(double[] left, double[] right) {
    return dot(left, 0, right, 0, left.length);
  }

  /** The product of a symmetric matrix and a vector; zeros of the vector cost nothing. */
  public static void times(double[] matrix, double[] vector, double[] product) {
    int size = vector.length;
    Arrays.fill(product, 0);
    for (int i = 0; i < size; i++) {
      if (vector[i] != 0) {
        addScaled(matrix, i * size, vector[i], product, 0, size);
      }
    }
  }

  /** A square matrix times a factor, with something added to its diagonal. */
  public static double[] withDiagonal(double[] matrix, double factor, double added) {
    double[] result = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      result[i] = factor * matrix[i];
    }
    int size = (int) Math.round(Math.sqrt(matrix.length));
    for (int i = 0; i < size; i++) {
      result[i * size + i] += added;
    }
    return result;
  }

  /** Adds a multiple of one stretch to another. */
  static void addScaled(
      double[] source, int atSource, double factor, double[] target, int atTarget, int length) {
    for (int i = 0; i < length; i++) {
      target[atTarget + i] += factor * source[atSource + i];
    }
  }

  /** The largest magnitude, zero of nothing. */
  static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
