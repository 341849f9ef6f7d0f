package io.arduinotrader.optimization.domain.constraints;

/**
 * What one asset's weight must keep. All parts are fractions of the portfolio value.
 *
 * @param minimum the smallest weight, wanted by its owner; may be given up before a lock is
 * @param maximum the largest weight, above the minimum; infinite for none
 * @param current the weight it has now
 * @param mayBuy whether the weight may rise above the current one
 * @param maySell whether the weight may fall below the current one
 */
public record AssetLimits(
    double minimum, double maximum, double current, boolean mayBuy, boolean maySell) {

  /**
   * Checks that the numbers are numbers; whether they can be kept is another question.
   *
   * @throws IllegalArgumentException when one is not a number, or the current weight is infinite
   */
  public AssetLimits {
    if (Double.isNaN(minimum) || Double.isNaN(maximum) || !Double.isFinite(current)) {
      throw new IllegalArgumentException(
          "limits must be numbers: %s to %s, now %s".formatted(minimum, maximum, current));
    }
  }

  /** An asset that may be traded freely between two weights and is not held. */
  public static AssetLimits between(double minimum, double maximum) {
    return new AssetLimits(minimum, maximum, 0, true, true);
  }

  /** The same for an asset with this weight now. */
  public AssetLimits holding(double weight) {
    return new AssetLimits(minimum, maximum, weight, mayBuy, maySell);
  }

  /** The same for an asset that must not be bought, or must not be sold. */
  public AssetLimits tradable(boolean buy, boolean sell) {
    return new AssetLimits(minimum, maximum, current, buy, sell);
  }

  /** The smallest weight with the lock. */
  public double lower() {
    return maySell ? minimum : Math.max(minimum, current);
  }

  /** The largest weight with the lock. */
  public double upper() {
    return mayBuy ? maximum : Math.min(maximum, current);
  }
}
