package io.arduinotrader.scoring.domain;

import io.arduinotrader.protocol.scoring.ScoringAims;
import io.arduinotrader.protocol.vocab.rule.DipBand;
import io.arduinotrader.scoring.domain.group.ScoringRules;

/**
 * How securities are scored.
 *
 * @param rules the edition of the formulas
 * @param weights of the groups in the total
 * @param targetReturn growth aimed at, as a fraction per year
 * @param riskFreeRate as a fraction per year
 * @param marketPriceEarnings average price-earnings ratio of the market
 * @param dailyBars newest bars the daily figures are measured on; one window for all, long enough
 *     for the average over 200 bars to have forgotten its start
 * @param months newest completed months growth is measured on
 * @param minimumBars bars without which there is no score
 * @param minimumMonths completed months without which there is no score
 * @param minimumCoverage share of the total's weights that must have inputs, 0 to 1
 * @param dips losses that speak for buying more of what is held
 */
public record ScoreConfiguration(
    ScoringRules rules,
    GroupWeights weights,
    double targetReturn,
    double riskFreeRate,
    double marketPriceEarnings,
    int dailyBars,
    int months,
    int minimumBars,
    int minimumMonths,
    double minimumCoverage,
    DipBand dips) {

  /** The usual configuration. */
  public static final ScoreConfiguration STANDARD =
      new ScoreConfiguration(
          ScoringRules.SECOND_EDITION,
          GroupWeights.STANDARD,
          0.11,
          0,
          22,
          600,
          121,
          50,
          12,
          0.3,
          new DipBand(0.15, 0.40));

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is broken
   */
  public ScoreConfiguration {
    require(marketPriceEarnings > 0, "market price-earnings ratio must be above zero");
    require(minimumBars >= 50, "a score needs at least 50 bars");
    require(dailyBars >= minimumBars, "the daily window must hold the minimum of bars");
    require(minimumMonths >= 12, "a score needs at least 12 months");
    require(months >= minimumMonths, "the monthly window must hold the minimum of months");
    require(minimumCoverage >= 0 && minimumCoverage <= 1, "minimum coverage must lie in 0 to 1");
  }

  /** The same for what the settings ask; an unknown ratio of the market is the usual one. */
  public ScoreConfiguration aimedAt(ScoringAims aims) {
    return new ScoreConfiguration(
        rules,
        weights,
        aims.targetReturn(),
        aims.riskFreeRate(),
        aims.marketPriceEarnings().orElse(marketPriceEarnings),
        dailyBars,
        months,
        minimumBars,
        minimumMonths,
        minimumCoverage,
        aims.dips());
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new IllegalArgumentException(rule);
    }
  }
}
