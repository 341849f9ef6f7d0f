package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.constraints.Conflict;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What was wanted, cannot be had, and was replaced.
 *
 * @param conflicts why it cannot be had
 */
public record Substitution(Strategy wanted, List<Conflict> conflicts, Strategy instead) {

  /** Copies the list. */
  public Substitution {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Both and why, for a person.
   *
   * @param name the name of the asset with an index
   */
  public String describe(IntFunction<String> name) {
    return "%s asked, %s possible: %s"
        .formatted(
            wanted.label(),
            instead.label(),
            conflicts.stream()
                .map(conflict -> conflict.describe(name))
                .collect(Collectors.joining("; ")));
  }
}
