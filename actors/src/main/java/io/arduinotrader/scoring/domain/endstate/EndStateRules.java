package io.arduinotrader.scoring.domain.endstate;

import io.arduinotrader.scoring.domain.group.ScoringRules;

/**
 * The choices that tell one edition of the end-state score from another.
 *
 * @param returns what the total return of a security is
 * @param ratio how a Sortino ratio is scored
 * @param cash what cash counts as
 * @param scoring the edition of the scores of securities it goes with
 * @param target total return per year that is best, as a fraction
 * @param widthAbove how slowly a return above the target loses, as a fraction
 */
public record EndStateRules(
    Returns returns,
    Ratio ratio,
    Cash cash,
    ScoringRules scoring,
    double target,
    double widthAbove) {

  /** As first published. */
  public static final EndStateRules FIRST_EDITION =
      new EndStateRules(
          Returns.GROWTH_AND_DIVIDENDS,
          Ratio.OF_ITS_OWN,
          Cash.NOTHING,
          ScoringRules.FIRST_EDITION,
          0.12,
          0.12);

  /** In use; target and width are those of growth in the score of a security. */
  public static final EndStateRules SECOND_EDITION =
      new EndStateRules(
          Returns.GROWTH, Ratio.SHARED, Cash.NEUTRAL, ScoringRules.SECOND_EDITION, 0.11, 0.10);

  /** What the total return of a security is. */
  public enum Returns {
    /** Growth of adjusted prices and the dividend yield, which counts dividends twice. */
    GROWTH_AND_DIVIDENDS,
    /** Growth of adjusted prices, in which dividends are. */
    GROWTH
  }

  /** How a Sortino ratio is scored. */
  public enum Ratio {
    /** By a scale of its own. */
    OF_ITS_OWN,
    /** As in the score of a security. */
    SHARED
  }

  /** What cash counts as. */
  public enum Cash {
    /** Nothing, so that spending it is praised. */
    NOTHING,
    /** Neither good nor bad. */
    NEUTRAL
  }

  /** The same rules for another target. */
  public EndStateRules withTarget(double yearly) {
    return new EndStateRules(returns, ratio, cash, scoring, yearly, widthAbove);
  }

  /** A score as it is carried on. */
  double settled(double score) {
    return scoring.settled(score);
  }
}
