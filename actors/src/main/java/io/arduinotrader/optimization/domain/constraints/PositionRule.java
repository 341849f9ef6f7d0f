package io.arduinotrader.optimization.domain.constraints;

/**
 * Small positions are not worth having: a weight is zero or at least a smallest one, and there are
 * at most so many. An asset that must have a minimum is exempt from the smallest weight.
 *
 * @param smallestWeight zero for none
 * @param maximumPositions {@link Integer#MAX_VALUE} for none
 */
public record PositionRule(double smallestWeight, int maximumPositions) {

  /** Every position is worth having. */
  public static final PositionRule NONE = new PositionRule(0, Integer.MAX_VALUE);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is negative or not a number
   */
  public PositionRule {
    if (!(smallestWeight >= 0) || Double.isInfinite(smallestWeight) || maximumPositions < 0) {
      throw new IllegalArgumentException(
          "positions of at least %s, at most %d".formatted(smallestWeight, maximumPositions));
    }
  }

  /** Whether there is anything to heed. */
  public boolean isFree() {
    return smallestWeight == 0 && maximumPositions == Integer.MAX_VALUE;
  }
}
