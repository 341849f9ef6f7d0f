package io.arduinotrader.optimization.domain.weights;

import java.util.Arrays;

/** Shares of the portfolio value, one per asset in the order of the universe. Immutable. */
public final class Weights {

  private final double[] values;

  private Weights(double[] values) {
    this.values = values;
  }

  /**
   * Takes a copy of fractions of the portfolio value.
   *
   * @throws IllegalArgumentException when one is not finite
   */
  public static Weights of(double... values) {
    return owning(values.clone());
  }

  /** Weights whose array nobody else keeps. */
  static Weights owning(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a weight must be finite: " + value);
      }
    }
    return new Weights(values);
  }

  /** The number of assets. */
  public int size() {
    return values.length;
  }

  /** The weight of an asset, as a fraction. */
  public double get(int asset) {
    return values[asset];
  }

  /** The share that is invested. */
  public double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** The number of assets with a weight above zero. */
  public int positions() {
    int count = 0;
    for (double value : values) {
      if (value > 0) {
        count++;
      }
    }
    return count;
  }

  /** A copy as an array. */
  public double[] toArray() {
    return values.clone();
  }

  /**
   * The weights a share of the way to others.
   *
   * @param share 0 for these weights to 1 for the others
   * @throws IllegalArgumentException when the others are not as many
   */
  public Weights towards(Weights others, double share) {
    requireSize(others.size());
    double[] blended = new double[values.length];
    Arrays.setAll(blended, i -> values[i] + share * (others.values[i] - values[i]));
    return owning(blended);
  }

  /** The weights of reordered assets back in the order they had before. */
  Weights restored(int[] order) {
    double[] restored = new double[values.length];
    for (int i = 0; i < order.length; i++) {
      restored[order[i]] = values[i];
    }
    return owning(restored);
  }

  void requireSize(int size) {
    if (size != values.length) {
      throw new IllegalArgumentException("%d and %d weights".formatted(values.length, size));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights weights && Arrays.equals(values, weights.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
