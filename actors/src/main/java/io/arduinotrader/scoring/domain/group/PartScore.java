package io.arduinotrader.scoring.domain.group;

import java.util.OptionalDouble;

/**
 * The score of one part of a group, and the figure behind it.
 *
 * @param raw the measured figure in the unit of its part, absent when it could not be measured
 * @param score 0 to 1, absent when the part does not count
 * @param coverage the share of the part's inputs that were known, 0 to 1
 * @param weight the weight the part counts with in its group, before all are made to sum to one
 */
public record PartScore(
    ScorePart part, OptionalDouble raw, OptionalDouble score, double coverage, double weight) {

  /** A part whose score lies outside 0 to 1 counts as the nearer end. */
  public PartScore {
    if (score.isPresent()) {
      score = OptionalDouble.of(Math.clamp(score.getAsDouble(), 0.0, 1.0));
    }
  }

  /** A part all of whose inputs are known. */
  static PartScore known(ScorePart part, double raw, double score) {
    return new PartScore(part, OptionalDouble.of(raw), OptionalDouble.of(score), 1, part.weight());
  }

  /** A part some of whose inputs are known. */
  static PartScore partlyKnown(
      ScorePart part, double raw, double score, double coverage, ScoringRules rules) {
    return new PartScore(
        part,
        OptionalDouble.of(raw),
        OptionalDouble.of(score),
        coverage,
        countedWeight(part, coverage, rules));
  }

  /** A part whose score is itself the mean of several scores. */
  static PartScore meanOf(ScorePart part, WeightedMean scores, ScoringRules rules) {
    return new PartScore(
        part,
        scores.coverage() > 0 ? scores.mean() : OptionalDouble.empty(),
        scores.mean(),
        scores.coverage(),
        countedWeight(part, scores.coverage(), rules));
  }

  /** A part none of whose inputs is known. */
  static PartScore unknown(ScorePart part, double neutral, ScoringRules rules) {
    OptionalDouble score =
        switch (rules.missing()) {
          case NEUTRAL -> OptionalDouble.of(neutral);
          case LEFT_OUT -> OptionalDouble.empty();
        };
    return new PartScore(part, OptionalDouble.empty(), score, 0, countedWeight(part, 0, rules));
  }

  private static double countedWeight(ScorePart part, double coverage, ScoringRules rules) {
    return switch (rules.missing()) {
      case NEUTRAL -> part.weight();
      case LEFT_OUT -> part.weight() * coverage;
    };
  }
}
