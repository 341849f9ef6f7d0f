package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.Conflict;
import java.util.Optional;

/** The best weights of one polytope for one objective, or why none were found. */
sealed interface Attempt {

  /** Weights were found. */
  record Candidate(Solution solution, Optional<Clip> clip) implements Attempt {}

  /**
   * None were found.
   *
   * @param reason absent when the limits may contradict each other
   */
  record Failed(Optional<Conflict> reason) implements Attempt {}
}
