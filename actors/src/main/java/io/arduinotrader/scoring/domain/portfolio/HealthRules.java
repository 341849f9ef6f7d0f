package io.arduinotrader.scoring.domain.portfolio;

/**
 * The choices that tell one edition of the portfolio score from another.
 *
 * @param spread how far shares are from the wanted ones
 * @param cash what cash counts as
 * @param unknown what a figure of a holding that is not known counts as
 * @param decimals places the results are rounded to
 */
public record HealthRules(Spread spread, Cash cash, Unknown unknown, int decimals) {

  /** As first published. */
  public static final HealthRules FIRST_EDITION =
      new HealthRules(Spread.MEAN_OF_COUNTRY_TARGETS, Cash.NOTHING, Unknown.USUAL, 1);

  /** In use. */
  public static final HealthRules SECOND_EDITION =
      new HealthRules(Spread.DISTANCE, Cash.NEUTRAL, Unknown.LEFT_OUT, 12);

  /** How far shares are from the wanted ones. */
  public enum Spread {
    /** Mean distance of the targeted groups of countries, so that many targets make it easy. */
    MEAN_OF_COUNTRY_TARGETS,
    /** Half the sum of all distances, of countries and of industries, untargeted ones included. */
    DISTANCE
  }

  /** What cash counts as. */
  public enum Cash {
    /** Nothing, so that spending it is praised. */
    NOTHING,
    /** Neither good nor bad. */
    NEUTRAL
  }

  /** What a figure of a holding that is not known counts as. */
  public enum Unknown {
    /** No dividend, medium quality. */
    USUAL,
    /** Nothing: the known holdings speak for it. */
    LEFT_OUT
  }
}
