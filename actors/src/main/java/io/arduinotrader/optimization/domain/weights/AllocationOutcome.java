package io.arduinotrader.optimization.domain.weights;

import java.util.List;

/** Target weights, or why there are none. */
public sealed interface AllocationOutcome {

  /** Weights that keep every bound and sum to the budget, both within 1e-9. */
  record Optimal(Weights weights) implements AllocationOutcome {}

  /** No weights keep the limits. */
  record Infeasible(List<BoundsConflict> conflicts) implements AllocationOutcome {

    /** Copies the list. */
    public Infeasible {
      conflicts = List.copyOf(conflicts);
    }
  }
}
