package io.arduinotrader.optimization.domain.views;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * An opinion: a combination of assets is expected to return so much per year.
 *
 * @param combination weight of each asset by its index: one asset alone for an absolute view,
 *     weights that sum to zero for a relative one
 * @param expectedReturn of the combination per year
 * @param confidence 0 for no trust to 1 for certainty; absent for as uncertain as the prior
 */
public record View(
    Map<Integer, Double> combination, double expectedReturn, OptionalDouble confidence) {

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException when the return is not finite or the confidence not a share
   */
  public View {
    combination = Map.copyOf(combination);
    double trust = confidence.orElse(0);
    if (!Double.isFinite(expectedReturn) || !(trust >= 0 && trust <= 1)) {
      throw new IllegalArgumentException(
          "a view of %s with confidence %s".formatted(expectedReturn, trust));
    }
  }

  /** An asset is expected to return so much, as uncertain as the prior. */
  public static View of(int asset, double expectedReturn) {
    return new View(Map.of(asset, 1.0), expectedReturn, OptionalDouble.empty());
  }

  /** The same view with a confidence. */
  public View trusted(double share) {
    return new View(combination, expectedReturn, OptionalDouble.of(share));
  }
}
