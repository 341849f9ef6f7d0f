package io.arduinotrader.scoring.domain.endstate;

import java.util.OptionalDouble;

/**
 * What holding a security would bring; what is unknown about it counts as neither good nor bad.
 *
 * @param totalReturn score of the return it has brought, 0 to 1
 * @param promise score of its steadiness and strength, 0 to 1
 * @param stability score of its risk, 0 to 1
 */
public record HoldingOutlook(double totalReturn, double promise, double stability) {

  /**
   * The figures it rests on.
   *
   * @param growth compound growth of adjusted prices per year, as a fraction
   * @param dividendYield per year as a fraction of the price
   * @param steadiness of growth, 0 to 1
   * @param financialStrength 0 to 1
   * @param dividendConsistency 0 to 1
   * @param payoutRatio stands in for dividend consistency
   * @param sortino annual
   * @param volatility annual, as a fraction
   * @param maximumDrawdown zero or a negative fraction
   * @param sharpe annual
   */
  public record Figures(
      OptionalDouble growth,
      OptionalDouble dividendYield,
      OptionalDouble steadiness,
      OptionalDouble financialStrength,
      OptionalDouble dividendConsistency,
      OptionalDouble payoutRatio,
      OptionalDouble sortino,
      OptionalDouble volatility,
      OptionalDouble maximumDrawdown,
      OptionalDouble sharpe) {}

  /** The outlook of a security. */
  public static HoldingOutlook of(Figures figures, EndStateRules rules) {
    return new HoldingOutlook(
        rules.settled(totalReturn(figures, rules)),
        rules.settled(Math.min(1, promise(figures, rules))),
        rules.settled(Math.min(1, stability(figures))));
  }

  private static double totalReturn(Figures figures, EndStateRules rules) {
    return switch (rules.returns()) {
      case GROWTH_AND_DIVIDENDS ->
          EndStateScorers.yearly(
              figures.growth().orElse(0) + figures.dividendYield().orElse(0), rules);
      case GROWTH ->
          EndStateScorers.orNeutral(
              figures.growth(), growth -> EndStateScorers.yearly(growth, rules));
    };
  }

  private static double promise(Figures figures, EndStateRules rules) {
    return 0.35 * EndStateScorers.orNeutral(figures.steadiness(), score -> score)
        + 0.25 * EndStateScorers.orNeutral(figures.financialStrength(), score -> score)
        + 0.25 * EndStateScorers.dividends(figures, rules)
        + 0.15 * EndStateScorers.sortino(figures.sortino(), rules);
  }

  private static double stability(Figures figures) {
    return 0.50 * EndStateScorers.volatility(figures.volatility())
        + 0.30 * EndStateScorers.drawdown(figures.maximumDrawdown())
        + 0.20 * EndStateScorers.sharpe(figures.sharpe());
  }
}
