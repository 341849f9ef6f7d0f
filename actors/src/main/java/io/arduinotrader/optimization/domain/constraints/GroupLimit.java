package io.arduinotrader.optimization.domain.constraints;

import java.util.List;

/**
 * The sum of the weights of some assets stays between two values. Groups may overlap.
 *
 * @param name how a conflict is reported, for example {@code country Germany}
 * @param assets indices, each at most once
 * @param lower the smallest sum; minus infinity for none
 * @param upper the largest sum; infinity for none
 */
public record GroupLimit(String name, List<Integer> assets, double lower, double upper) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when a limit is not a number or an asset comes twice
   */
  public GroupLimit {
    assets = List.copyOf(assets);
    if (Double.isNaN(lower) || Double.isNaN(upper)) {
      throw new IllegalArgumentException("limits of %s must be numbers".formatted(name));
    }
    if (assets.stream().distinct().count() != assets.size()) {
      throw new IllegalArgumentException("an asset is in %s twice".formatted(name));
    }
  }

  /** The sum of the group's weights. */
  public double sumOf(double[] weights) {
    double sum = 0;
    for (int asset : assets) {
      sum += weights[asset];
    }
    return sum;
  }
}
