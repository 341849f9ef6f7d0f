package io.arduinotrader.planning.domain.search;

import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.PartResult.Found;
import io.arduinotrader.protocol.planning.SearchCounters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what was found in the parts; in which order and grouping makes no difference. */
public final class PartResults {

  private final SearchProblem problem;
  private final Comparator<Found> order;

  /** For the parts of a problem. */
  public PartResults(SearchProblem problem) {
    this.problem = problem;
    this.order = ((Comparator<Found>) PartResults::compare).thenComparing(this::hash);
  }

  /** Nothing searched yet. */
  public PartResult none() {
    return new PartResult(
        List.of(), List.of(), new SearchCounters(0, 0, 0, 0), true, Double.NEGATIVE_INFINITY);
  }

  /**
   * Both together.
   *
   * @throws IllegalArgumentException when they have a part in common
   */
  public PartResult merge(PartResult one, PartResult other) {
    List<Integer> parts =
        Stream.concat(one.parts().stream(), other.parts().stream()).sorted().distinct().toList();
    if (parts.size() < one.parts().size() + other.parts().size()) {
      throw new IllegalArgumentException(
          "a part was searched twice: " + one.parts() + " and " + other.parts());
    }
    return new PartResult(
        parts,
        Stream.concat(one.best().stream(), other.best().stream())
            .sorted(order)
            .limit(problem.kept)
            .toList(),
        one.counters().plus(other.counters()),
        one.complete() && other.complete(),
        Math.max(one.bound(), other.bound()));
  }

  private static int compare(Found one, Found other) {
    return Best.compare(
        one.score(),
        one.cost(),
        one.actions().size(),
        other.score(),
        other.cost(),
        other.actions().size());
  }

  private String hash(Found found) {
    int[] actions = found.actions().stream().mapToInt(Integer::intValue).toArray();
    return problem.hash(actions, actions.length);
  }
}
