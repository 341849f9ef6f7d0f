package io.arduinotrader.protocol.planning;

import java.util.List;

/**
 * What a search of some parts found.
 *
 * @param parts numbers of the parts, ascending
 * @param best the best sequences, best first
 * @param complete whether nothing was left unseen that could be among the best
 * @param bound no sequence that was left unseen is better than this, unrounded; negative infinity
 *     when none was
 */
public record PartResult(
    List<Integer> parts,
    List<Found> best,
    SearchCounters counters,
    boolean complete,
    double bound) {

  /**
   * A sequence.
   *
   * @param actions numbers of its actions in the order of the search, ascending
   * @param score unrounded, about 0 to 1
   * @param cost of all its trades in base currency
   */
  public record Found(List<Integer> actions, double score, double cost) {}
}
