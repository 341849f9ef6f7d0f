package io.arduinotrader.optimization.domain.weights;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which weights to trade to, when not every difference from the targets is worth a trade.
 *
 * <p>A weight inside its band stays. One outside goes to the edge of its band and no farther: the
 * last bit costs as much as the first and is worth the least (Leland 1999). Cash that the targets
 * want invested goes to what lacks most before anything is sold; when there is too little cash,
 * what has most above its target is sold down towards it.
 */
public final class RebalancingPolicy {

  private RebalancingPolicy() {}

  /**
   * The weights to trade to; they sum to what the targets sum to, and lie between the current
   * weights and the targets.
   *
   * @param current weights now
   * @param target weights aimed at
   */
  public static Weights towards(Weights current, Weights target, RebalanceBands bands) {
    current.requireSize(target.size());
    int size = current.size();
    double[] moved = new double[size];
    for (int i = 0; i < size; i++) {
      moved[i] = bands.nearest(current.get(i), target.get(i));
    }
    double lacking = target.sum() - Weights.of(moved).sum();
    if (lacking > 0) {
      fill(moved, target, lacking, 1);
    } else {
      fill(moved, target, -lacking, -1);
    }
    return Weights.owning(moved);
  }

  /** Whether any weight is outside its band. */
  public static boolean isNeeded(Weights current, Weights target, RebalanceBands bands) {
    return IntStream.range(0, current.size())
        .anyMatch(i -> bands.isOutside(current.get(i), target.get(i)));
  }

  /** Moves weights up, or down, to their targets, the farthest first, by an amount in all. */
  private static void fill(double[] weights, Weights target, double amount, int direction) {
    List<Integer> farthest =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> direction * (weights[i] - target.get(i))))
            .toList();
    double left = amount;
    for (int i : farthest) {
      double distance = direction * (target.get(i) - weights[i]);
      if (distance <= 0 || left <= 0) {
        return;
      }
      if (distance <= left) {
        weights[i] = target.get(i);
        left -= distance;
      } else {
        weights[i] += direction * left;
        left = 0;
      }
    }
  }
}
