package io.arduinotrader.scoring.domain.group;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** The groups that are measured on prices alone, and the price part of the others. */
public final class PriceGroups {

  /** A figure that stands for not knowing either way. */
  static final double NEUTRAL = 0.5;

  private static final double NEUTRAL_GROWTH = 0.15;
  private static final double NEUTRAL_STEADINESS = 0.6;
  private static final int TECHNICALS_MINIMUM_BARS = 20;
  private static final double SHORT_MOMENTUM_WEIGHT = 0.6;

  private PriceGroups() {}

  /**
   * Quality of past growth.
   *
   * @param growth compound annual growth, as a fraction
   * @param targetReturn the growth aimed at, as a fraction per year
   */
  public static GroupScore longTerm(
      OptionalDouble growth,
      OptionalDouble sortino,
      OptionalDouble sharpe,
      double targetReturn,
      ScoringRules rules) {
    return GroupScore.of(
        ScoreGroup.LONG_TERM,
        rules,
        growth.isEmpty()
            ? PartScore.unknown(ScorePart.GROWTH, NEUTRAL_GROWTH, rules)
            : PartScore.known(
                ScorePart.GROWTH,
                growth.getAsDouble(),
                PriceScorers.growth(growth.getAsDouble(), targetReturn, rules.lossTail())),
        part(ScorePart.SORTINO, sortino, PriceScorers::sortino, rules),
        part(ScorePart.SHARPE, sharpe, PriceScorers::sharpe, rules));
  }

  /**
   * Recent behaviour.
   *
   * @param shortMomentum change of the price over about six weeks, as a fraction
   * @param longMomentum over about four months
   * @param drawdown deepest drawdown of the last months, zero or a negative fraction
   */
  public static GroupScore shortTerm(
      OptionalDouble shortMomentum,
      OptionalDouble longMomentum,
      OptionalDouble drawdown,
      ScoringRules rules) {
    return GroupScore.of(
        ScoreGroup.SHORT_TERM,
        rules,
        momentum(shortMomentum, longMomentum, rules),
        part(ScorePart.DRAWDOWN, drawdown, PriceScorers::drawdown, rules));
  }

  /**
   * Overbought or oversold.
   *
   * @param bars the bars the figures were measured on; with fewer than 20 none of them counts
   * @param relativeStrength 0 to 100
   * @param bandPosition 0 at the lower, 1 at the upper Bollinger band
   * @param averageDistance price relative to its average of 200 bars, as a signed fraction
   */
  public static GroupScore technicals(
      int bars,
      OptionalDouble relativeStrength,
      OptionalDouble bandPosition,
      OptionalDouble averageDistance,
      ScoringRules rules) {
    boolean young = bars < TECHNICALS_MINIMUM_BARS;
    return GroupScore.of(
        ScoreGroup.TECHNICALS,
        rules,
        part(
            ScorePart.RELATIVE_STRENGTH,
            unless(young, relativeStrength),
            PriceScorers::relativeStrength,
            rules),
        part(
            ScorePart.BAND_POSITION,
            unless(young, bandPosition),
            PriceScorers::bandPosition,
            rules),
        part(
            ScorePart.AVERAGE_DISTANCE,
            unless(young, averageDistance),
            PriceScorers::averageDistance,
            rules));
  }

  /**
   * How alike the growth of two spans of years was.
   *
   * @param recent compound annual growth of the newest years
   * @param earlier of the span it is compared with
   */
  static PartScore steadiness(OptionalDouble recent, OptionalDouble earlier, ScoringRules rules) {
    if (recent.isEmpty() || earlier.isEmpty()) {
      return PartScore.unknown(ScorePart.STEADINESS, NEUTRAL_STEADINESS, rules);
    }
    double difference = recent.getAsDouble() - earlier.getAsDouble();
    return PartScore.known(
        ScorePart.STEADINESS, difference, PriceScorers.steadiness(difference, rules.cliffs()));
  }

  private static PartScore momentum(OptionalDouble fast, OptionalDouble slow, ScoringRules rules) {
    WeightedMean change =
        new WeightedMean(ScoringRules.MissingFigure.LEFT_OUT)
            .add(SHORT_MOMENTUM_WEIGHT, fast, 0)
            .add(1 - SHORT_MOMENTUM_WEIGHT, slow, 0);
    OptionalDouble mean = change.mean();
    return mean.isEmpty()
        ? PartScore.unknown(ScorePart.MOMENTUM, NEUTRAL, rules)
        : PartScore.partlyKnown(
            ScorePart.MOMENTUM,
            mean.getAsDouble(),
            PriceScorers.momentum(mean.getAsDouble(), rules.steepFall()),
            change.coverage(),
            rules);
  }

  private static OptionalDouble unless(boolean hidden, OptionalDouble figure) {
    return hidden ? OptionalDouble.empty() : figure;
  }

  /** A part that is one figure, neutral when it is missing. */
  static PartScore part(
      ScorePart part, OptionalDouble figure, DoubleUnaryOperator scorer, ScoringRules rules) {
    return figure.isEmpty()
        ? PartScore.unknown(part, NEUTRAL, rules)
        : PartScore.known(part, figure.getAsDouble(), scorer.applyAsDouble(figure.getAsDouble()));
  }
}
