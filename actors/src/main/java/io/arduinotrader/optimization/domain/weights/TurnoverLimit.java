package io.arduinotrader.optimization.domain.weights;

/** How far one rebalancing goes when the traded value is limited. */
public final class TurnoverLimit {

  private TurnoverLimit() {}

  /**
   * The weights as far towards the target as the limit allows, within the bounds. Along the way the
   * bounds hold whenever they hold at both ends; where the current weights break them, keeping them
   * comes before keeping the limit.
   *
   * @param maximumTraded bought plus sold value as a fraction of the portfolio value
   */
  public static AllocationOutcome towards(
      Weights current, Weights target, double maximumTraded, WeightBounds bounds) {
    double traded = 2 * Drift.of(current, target).oneWay();
    double share = traded > maximumTraded ? Math.max(0, maximumTraded) / traded : 1;
    return WeightProjection.project(current.towards(target, share), bounds);
  }
}
