package io.arduinotrader.scoring.domain.group;

import io.arduinotrader.scoring.domain.indicator.MonthCounting;
import io.arduinotrader.scoring.domain.indicator.YoungAverage;

/**
 * The choices that tell one edition of the scoring formulas from another. Scores of different
 * editions do not compare, so every score names its edition.
 *
 * @param edition name of the set of choices
 * @param missing what a missing figure does to its group
 * @param monthCounting how long a window of monthly prices is
 * @param steadinessSpans which spans of years the steadiness of growth compares
 * @param lossTail how growth of zero and less is scored
 * @param steepFall how a momentum below minus ten percent is scored
 * @param smoothDeviation a deviation of daily returns up to this is rounding noise, and a Sharpe
 *     ratio over it means nothing
 * @param shortMomentumBars bars the faster momentum looks back
 * @param longMomentumBars bars the slower momentum looks back
 * @param drawdownBars newest bars the short-term drawdown is measured on
 * @param youngAverage what the long average of a short history is
 * @param missingEarnings what a missing trailing price-earnings ratio means
 * @param cliffs how a score passes from one step to the next
 * @param precision how exact scores are carried from part to group to total
 */
public record ScoringRules(
    String edition,
    MissingFigure missing,
    MonthCounting monthCounting,
    SteadinessSpans steadinessSpans,
    LossTail lossTail,
    SteepFall steepFall,
    double smoothDeviation,
    int shortMomentumBars,
    int longMomentumBars,
    int drawdownBars,
    YoungAverage youngAverage,
    MissingEarnings missingEarnings,
    Cliffs cliffs,
    Precision precision) {

  /**
   * The formulas as first published: a missing figure counts as a neutral score. Kept to recompute
   * scores of that time and because published examples exist for it.
   */
  public static final ScoringRules FIRST_EDITION =
      new ScoringRules(
          "1",
          MissingFigure.NEUTRAL,
          MonthCounting.POINTS,
          SteadinessSpans.OVERLAPPING,
          LossTail.FLAT,
          SteepFall.JUMP,
          0,
          29,
          89,
          Integer.MAX_VALUE,
          YoungAverage.MEAN_OF_ALL,
          MissingEarnings.EXPENSIVE,
          Cliffs.SHEER,
          Precision.THREE_PLACES);

  /**
   * The formulas in use: what is missing is left out and shows as less coverage, spans are true
   * lengths of time that do not overlap, and nothing jumps at zero growth.
   */
  public static final ScoringRules SECOND_EDITION =
      new ScoringRules(
          "2",
          MissingFigure.LEFT_OUT,
          MonthCounting.INTERVALS,
          SteadinessSpans.DISJOINT,
          LossTail.CONTINUOUS,
          SteepFall.RAMP,
          1e-12,
          30,
          90,
          126,
          YoungAverage.ABSENT,
          MissingEarnings.FORWARD_INSTEAD,
          Cliffs.TAPERED,
          Precision.FULL);

  /** What a missing figure does to its group. */
  public enum MissingFigure {
    /** It counts with a score that stands for not knowing. */
    NEUTRAL,
    /** It does not count: the weights of the known figures are stretched to fill its place. */
    LEFT_OUT
  }

  /** How a bell curve scores growth of zero and less. */
  public enum LossTail {
    /** With the lowest score at once, so that noise around zero flips the score. */
    FLAT,
    /** As the curve runs on. */
    CONTINUOUS
  }

  /** How a momentum below minus ten percent is scored. */
  public enum SteepFall {
    /** With its lowest score at once. */
    JUMP,
    /** Three points less per point, down to the lowest score. */
    RAMP
  }

  /** Which spans of years the steadiness of growth compares. */
  public enum SteadinessSpans {
    /** The newest five years and the whole history, which contains them. */
    OVERLAPPING,
    /** The newest five years and the at least three years before them. */
    DISJOINT
  }

  /** What a missing trailing price-earnings ratio means. */
  public enum MissingEarnings {
    /** A dear price, whatever is expected of the next year. */
    EXPENSIVE,
    /** That the forward ratio, when known, speaks alone. */
    FORWARD_INSTEAD
  }

  /** How a score passes from one step to the next. */
  public enum Cliffs {
    /** At once, so that a hair's breadth of the figure turns the score. */
    SHEER,
    /** Along a straight line. */
    TAPERED
  }

  /** How exact scores are carried from part to group to total. */
  public enum Precision {
    /** Groups and total are rounded to three decimal places. */
    THREE_PLACES,
    /** Nothing is rounded; rounding is left to the display. */
    FULL
  }

  /** A group or total score as it is carried on. */
  public double settled(double score) {
    return switch (precision) {
      case THREE_PLACES -> Rounding.halfEven(score, 3);
      case FULL -> score;
    };
  }
}
