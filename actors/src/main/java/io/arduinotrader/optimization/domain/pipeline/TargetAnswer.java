package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Certificate;
import io.arduinotrader.optimization.domain.allocation.Clip;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Relaxation;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.List;
import java.util.Optional;

/** Target weights with the way they were found, or why there are none. */
public sealed interface TargetAnswer {

  /**
   * Target weights that keep every limit but the relaxed ones, and the budget, within 1e-9.
   *
   * @param method what answered, for a person
   * @param reasons why that, and what bound the result, sentences
   * @param clip the target that was out of reach
   * @param substitutions what was pursued and cannot be had
   * @param relaxations limits that could not be kept, and by how much
   * @param certificate of the last programme solved, with the iterations of all
   * @param programmes what had a part in the result, each with its own proof
   * @param ranges what was attainable; absent when no returns are expected
   */
  record Found(
      Weights weights,
      String method,
      List<String> reasons,
      Optional<Clip> clip,
      List<Substitution> substitutions,
      List<Relaxation> relaxations,
      Certificate certificate,
      List<Solved> programmes,
      Optional<Ranges> ranges)
      implements TargetAnswer {

    /** Copies the lists. */
    public Found {
      reasons = List.copyOf(reasons);
      substitutions = List.copyOf(substitutions);
      relaxations = List.copyOf(relaxations);
      programmes = List.copyOf(programmes);
    }
  }

  /**
   * No weights.
   *
   * @param remedies the smallest relaxations that would do; empty when none would
   */
  record None(List<Conflict> conflicts, List<Relaxation> remedies) implements TargetAnswer {

    /** Copies the lists. */
    public None {
      conflicts = List.copyOf(conflicts);
      remedies = List.copyOf(remedies);
    }
  }
}
