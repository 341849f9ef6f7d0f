package io.arduinotrader.protocol.planning;

/**
 * How far a search is. Generated is what the search space holds; each of its sequences ends up
 * evaluated or left out, alone or with all that begin like it.
 *
 * @param generated sequences in the space; beyond 2^61 that number
 * @param evaluated sequences whose score was computed
 * @param pruned sequences left out because they cannot be carried out or cannot be better
 * @param bestScore of the best so far, 0 to 100
 */
public record SearchCounters(long generated, long evaluated, long pruned, double bestScore) {

  /** The counters of two disjoint parts together. */
  public SearchCounters plus(SearchCounters other) {
    return new SearchCounters(
        saturated(generated, other.generated),
        evaluated + other.evaluated,
        saturated(pruned, other.pruned),
        Math.max(bestScore, other.bestScore));
  }

  private static long saturated(long one, long other) {
    return Math.min(one + other, 1L << 61);
  }
}
