package io.arduinotrader.scoring.domain.group;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The score of one group and of its parts.
 *
 * @param score 0 to 1, absent when no part counts
 * @param coverage the share of the group's inputs that were known, 0 to 1
 * @param weight how much of the group's own weight counts in the total: all of it, or as much as is
 *     covered
 */
public record GroupScore(
    ScoreGroup group, OptionalDouble score, double coverage, double weight, List<PartScore> parts) {

  /** Copies the list of parts. */
  public GroupScore {
    parts = List.copyOf(parts);
  }

  /** The weighted mean of the parts that count. */
  static GroupScore of(ScoreGroup group, ScoringRules rules, PartScore... parts) {
    double sum = 0;
    double counted = 0;
    double coverage = 0;
    double whole = 0;
    for (PartScore part : parts) {
      sum += part.weight() * part.score().orElse(0);
      counted += part.weight();
      coverage += part.part().weight() * part.coverage();
      whole += part.part().weight();
    }
    OptionalDouble score =
        counted > 0 ? OptionalDouble.of(rules.settled(sum / counted)) : OptionalDouble.empty();
    return new GroupScore(group, score, coverage / whole, counted / whole, List.of(parts));
  }

  /** A group nothing is known about. */
  public static GroupScore unknown(ScoreGroup group, double neutral, ScoringRules rules) {
    return switch (rules.missing()) {
      case NEUTRAL -> new GroupScore(group, OptionalDouble.of(neutral), 0, 1, List.of());
      case LEFT_OUT -> new GroupScore(group, OptionalDouble.empty(), 0, 0, List.of());
    };
  }

  /** The share of a part of this group in the group's score; the shares of all sum to one. */
  public double shareOf(PartScore part) {
    double counted = 0;
    for (PartScore each : parts) {
      counted += each.weight();
    }
    return counted > 0 ? part.weight() / counted : 0;
  }
}
