package io.arduinotrader.optimization.domain.limits;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import java.util.OptionalDouble;

/**
 * What may be done with one security.
 *
 * <p>Lots are no part of it: they decide how near to a weight trades can come, not which weight is
 * right, and what may be sold may always be sold out.
 *
 * @param current weight now, as a fraction of positions plus cash
 * @param mayGrow whether it may be bought
 * @param mayShrink whether it may be sold
 * @param wantedMinimum least weight the owner wants
 * @param wantedMaximum largest weight the owner wants; it replaces the general one, also upwards
 */
public record SecurityLimits(
    double current,
    boolean mayGrow,
    boolean mayShrink,
    OptionalDouble wantedMinimum,
    OptionalDouble wantedMaximum) {

  /**
   * Checks the weight.
   *
   * @throws IllegalArgumentException when it is negative or no finite number
   */
  public SecurityLimits {
    if (!(current >= 0) || Double.isInfinite(current)) {
      throw new IllegalArgumentException("a weight is zero or more: " + current);
    }
  }

  /**
   * The limits these come to. What cannot be brought within its bounds, because it may not be
   * traded in that direction, stays as it is.
   *
   * @param largest the general largest weight
   */
  public AssetLimits within(double largest) {
    AssetLimits limits =
        new AssetLimits(
            wantedMinimum.orElse(0), wantedMaximum.orElse(largest), current, mayGrow, mayShrink);
    return limits.lower() > limits.upper()
        ? new AssetLimits(current, current, current, mayGrow, mayShrink)
        : limits;
  }
}
