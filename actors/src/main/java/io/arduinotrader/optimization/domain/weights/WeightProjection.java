package io.arduinotrader.optimization.domain.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights nearest to wanted ones that keep the bounds and the budget.
 *
 * <p>Clamping and rescaling in turn ends outside the bounds or away from the budget; this is the
 * exact solution of: minimise Σ (wᵢ − w̃ᵢ)² / max(w̃ᵢ, ε) subject to Σ wᵢ = budget and bounds. A
 * deviation is measured against the wanted weight, so without bounds all scale alike.
 */
public final class WeightProjection {

  /**
   * Below this a wanted weight counts as this, so that unwanted assets can take up what must be.
   */
  private static final double SMALLEST_SCALE = 1e-4;

  private WeightProjection() {}

  /** The nearest weights, or which bounds conflict. */
  public static AllocationOutcome project(Weights wanted, WeightBounds bounds) {
    wanted.requireSize(bounds.size());
    List<BoundsConflict> conflicts = bounds.conflicts();
    return conflicts.isEmpty()
        ? new AllocationOutcome.Optimal(nearest(wanted, bounds))
        : new AllocationOutcome.Infeasible(conflicts);
  }

  /**
   * The nearest weights without small positions: as long as one is below the minimum weight or
   * there are too many, the smallest that may be zero is dropped and the rest projected again.
   *
   * @param minimumWeight weight below which a position without a minimum of its own is not worth it
   * @param maximumPositions the largest number of positions
   */
  public static AllocationOutcome projectSparse(
      Weights wanted, WeightBounds bounds, double minimumWeight, int maximumPositions) {
    boolean[] dropped = new boolean[wanted.size()];
    AllocationOutcome outcome = project(wanted, bounds);
    while (outcome instanceof AllocationOutcome.Optimal optimal) {
      Weights weights = optimal.weights();
      int smallest = smallestDroppable(weights, bounds);
      boolean tooMany = weights.positions() > maximumPositions;
      if (smallest < 0 || !(tooMany || weights.get(smallest) < minimumWeight)) {
        return tooMany ? tooFew(bounds, dropped, minimumWeight, maximumPositions) : outcome;
      }
      dropped[smallest] = true;
      WeightBounds remaining = bounds.without(dropped);
      if (!remaining.conflicts().isEmpty()) {
        dropped[smallest] = false;
        return tooFew(bounds, dropped, minimumWeight, maximumPositions);
      }
      outcome = project(wanted, remaining);
    }
    return outcome;
  }

  private static AllocationOutcome tooFew(
      WeightBounds bounds, boolean[] dropped, double minimumWeight, int maximumPositions) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      if (!dropped[i] && bounds.maximum(i) > 0) {
        kept.add(i);
      }
    }
    return new AllocationOutcome.Infeasible(
        List.of(new BoundsConflict.PositionsTooFew(kept, maximumPositions, minimumWeight)));
  }

  private static int smallestDroppable(Weights weights, WeightBounds bounds) {
    int smallest = -1;
    for (int i = 0; i < weights.size(); i++) {
      boolean droppable = weights.get(i) > 0 && bounds.minimum(i) == 0;
      if (droppable && (smallest < 0 || weights.get(i) < weights.get(smallest))) {
        smallest = i;
      }
    }
    return smallest;
  }

  /**
   * The solution is wᵢ = bounded(w̃ᵢ + λ sᵢ) with one multiplier λ for all, and the sum rises with
   * λ along straight pieces. The piece is found by bisection over its ends, then λ by division.
   */
  private static Weights nearest(Weights wanted, WeightBounds bounds) {
    int size = wanted.size();
    double[] ends = new double[2 * size];
    for (int i = 0; i < size; i++) {
      ends[2 * i] = (bounds.minimum(i) - wanted.get(i)) / scale(wanted, i);
      ends[2 * i + 1] = (bounds.maximum(i) - wanted.get(i)) / scale(wanted, i);
    }
    Arrays.sort(ends);
    int low = 0;
    int high = ends.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (sumAt(ends[middle], wanted, bounds) <= bounds.budget()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double multiplier = size == 0 ? 0 : within(ends[low], ends[high], wanted, bounds);
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = bounds.bounded(i, wanted.get(i) + multiplier * scale(wanted, i));
    }
    return Weights.owning(weights);
  }

  private static double within(double from, double to, Weights wanted, WeightBounds bounds) {
    double sumFrom = sumAt(from, wanted, bounds);
    double sumTo = sumAt(to, wanted, bounds);
    return sumTo > sumFrom
        ? from + (to - from) * Math.clamp((bounds.budget() - sumFrom) / (sumTo - sumFrom), 0.0, 1.0)
        : from;
  }

  private static double sumAt(double multiplier, Weights wanted, WeightBounds bounds) {
    double sum = 0;
    for (int i = 0; i < wanted.size(); i++) {
      sum += bounds.bounded(i, wanted.get(i) + multiplier * scale(wanted, i));
    }
    return sum;
  }

  private static double scale(Weights wanted, int asset) {
    return Math.max(wanted.get(asset), SMALLEST_SCALE);
  }
}
