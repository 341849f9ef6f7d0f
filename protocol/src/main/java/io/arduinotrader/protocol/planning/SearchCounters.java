package io.arduinotrader.protocol.planning;

import java.util.Locale;

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

  /** How much of the space is decided, 0 to 100. */
  public int percent() {
    return generated <= 0
        ? 100
        : (int) Math.clamp(100.0 * ((double) evaluated + pruned) / generated, 0, 100);
  }

  /** The counters for a person. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d sequences, %,d evaluated, %,d left out, best score %.1f",
        generated,
        evaluated,
        pruned,
        bestScore);
  }

  private static long saturated(long one, long other) {
    return Math.min(one + other, 1L << 61);
  }
}
