package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Relaxation;
import java.util.List;
import java.util.Optional;

/** Target weights and on what terms they were found, or why there are none. */
public sealed interface Outcome {

  /** The best weights, as asked. */
  record Optimal(Solution solution) implements Outcome {}

  /** The target is out of reach: the best weights for the nearest one within reach. */
  record Clipped(Solution solution, Clip clip) implements Outcome {}

  /**
   * The limits contradict each other: the best weights with some of them relaxed, by as little as
   * possible.
   *
   * @param relaxations in the order of priority
   * @param clip present when the target was out of reach, too
   */
  record Relaxed(Solution solution, List<Relaxation> relaxations, Optional<Clip> clip)
      implements Outcome {

    /** Copies the list. */
    public Relaxed {
      relaxations = List.copyOf(relaxations);
    }
  }

  /**
   * There are no such weights.
   *
   * @param conflicts why
   * @param remedies the smallest relaxations that would do; empty when none would
   */
  record Infeasible(List<Conflict> conflicts, List<Relaxation> remedies) implements Outcome {

    /** Copies the lists. */
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      remedies = List.copyOf(remedies);
    }
  }

  /** The weights, unless there are none. */
  default Optional<Solution> found() {
    return switch (this) {
      case Optimal optimal -> Optional.of(optimal.solution());
      case Clipped clipped -> Optional.of(clipped.solution());
      case Relaxed relaxed -> Optional.of(relaxed.solution());
      case Infeasible infeasible -> Optional.empty();
    };
  }
}
