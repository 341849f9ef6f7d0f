package io.arduinotrader.scoring.domain.endstate;

import java.util.List;

/**
 * What a portfolio would be worth holding.
 *
 * @param total 0 to 1
 * @param totalReturn of its holdings, weighted by value
 * @param promise likewise
 * @param stability likewise
 */
public record EndStateScore(double total, double totalReturn, double promise, double stability) {

  private static final double NEUTRAL = 0.5;

  /** A holding with its value in base currency. */
  public record Weighed(double value, HoldingOutlook outlook) {}

  /**
   * The score of a portfolio; that of nothing is neutral.
   *
   * @param total of the portfolio, cash included
   * @param diversification of the portfolio alone, 0 to 1
   * @param opinion others have of it, 0 to 1
   */
  public static EndStateScore of(
      List<Weighed> holdings,
      double total,
      double diversification,
      double opinion,
      RiskProfile profile,
      EndStateRules rules) {
    if (!(total > 0) || holdings.isEmpty()) {
      return new EndStateScore(NEUTRAL, NEUTRAL, NEUTRAL, NEUTRAL);
    }
    double invested = 0;
    double totalReturn = 0;
    double promise = 0;
    double stability = 0;
    for (Weighed holding : holdings) {
      if (holding.value() > 0) {
        double weight = holding.value() / total;
        invested += weight;
        totalReturn += weight * holding.outlook().totalReturn();
        promise += weight * holding.outlook().promise();
        stability += weight * holding.outlook().stability();
      }
    }
    double cash =
        switch (rules.cash()) {
          case NOTHING -> 0;
          case NEUTRAL -> (1 - invested) * NEUTRAL;
        };
    double score =
        profile.weigh(
            totalReturn + cash, diversification, promise + cash, stability + cash, opinion);
    return new EndStateScore(
        rules.settled(Math.min(1, score)), totalReturn + cash, promise + cash, stability + cash);
  }
}
