package io.arduinotrader.config;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What shapes target weights and how orders are carried out; fractions of the portfolio, rates per
 * year.
 *
 * @param lookbackDays calendar days of prices to learn from
 * @param maximumWeight largest weight of a security without one of its own
 * @param candidates only the best scored securities are considered
 * @param cashReserve share of the total that stays in cash
 * @param targetReturn return aimed at
 * @param targetVolatility risk not to exceed when that return is out of reach
 * @param blend share of hierarchical risk parity in the result
 * @param riskFreeRate for the Sharpe ratio
 * @param smallestWeight a smaller position is not worth having
 * @param costHorizonYears over which the commission of a trade is borne
 * @param expectations where expected returns come from
 * @param riskModel how covariances are estimated
 * @param pursuit what weights are best at
 * @param search how weights are sought
 * @param bands how far weights may stray before they are traded back
 * @param maximumTurnover largest sum of what is bought and sold, when no caller says otherwise
 * @param wishes what the owner thinks of single securities
 * @param indicators what an operator states about the broad market
 * @param countryGroups groups of countries with the share each should have
 * @param industryGroups the same for industries
 */
public record OptimizationSettings(
    int lookbackDays,
    double maximumWeight,
    int candidates,
    double cashReserve,
    double targetReturn,
    double targetVolatility,
    double blend,
    double riskFreeRate,
    double smallestWeight,
    double costHorizonYears,
    Expectations expectations,
    RiskModel riskModel,
    Pursuit pursuit,
    Search search,
    Bands bands,
    OptionalDouble maximumTurnover,
    List<SecurityWish> wishes,
    Indicators indicators,
    List<TargetGroup> countryGroups,
    List<TargetGroup> industryGroups,
    Execution execution) {

  /** Where expected returns come from. */
  public enum Expectations {
    /** Record and score of each security, as they are. */
    SCORES,
    /** The same as views on what the market as a whole expects (Black and Litterman). */
    VIEWS
  }

  /** How covariances are estimated. */
  public enum RiskModel {
    EQUAL_VARIANCES,
    NORMAL_RETURNS,
    EQUAL_CORRELATIONS,
    ONE_FACTOR,
    SAMPLE,
    RECENT,
    LOSSES
  }

  /** What weights are best at. */
  public enum Pursuit {
    RETURN,
    LEAST_VARIANCE,
    SHARPE_RATIO,
    UTILITY,
    DIVERSIFICATION,
    EQUAL_RISK,
    INVERSE_VOLATILITY,
    TAIL_LOSS,
    DRAWDOWN,
    SEMIVARIANCE
  }

  /** How risk parity measures how far two clusters are apart. */
  public enum Linkage {
    SINGLE,
    COMPLETE,
    AVERAGE,
    WARD
  }

  /**
   * How weights are sought.
   *
   * @param ridge weight of the sum of squared weights, added to the variance
   * @param riskAversion price of a unit of variance; follows from the targets when it is not stated
   * @param tailConfidence share of days that are not among the worst
   * @param tailReturn return per year that the least tail or downside must leave
   * @param tailRisk tail or downside not to exceed for the largest return
   */
  public record Search(
      Linkage linkage,
      double ridge,
      OptionalDouble riskAversion,
      double tailConfidence,
      OptionalDouble tailReturn,
      OptionalDouble tailRisk) {

    private static Search read(SettingsReader in, String root) {
      Search search =
          new Search(
              in.choice(root + "linkage", Linkage.class),
              in.decimal(root + "ridge", "0", "10").doubleValue(),
              in.decimalIfStated(root + "risk-aversion", "0.01", "1000"),
              in.decimal(root + "tail.confidence", "0.5", "0.999").doubleValue(),
              in.decimalIfStated(root + "tail.least-return", "-0.5", "1"),
              in.decimalIfStated(root + "tail.largest-risk", "0", "2"));
      if (search.tailReturn().isPresent() && search.tailRisk().isPresent()) {
        in.problem(
            root + "tail", "has a least-return and a largest-risk; one of them must be blank");
      }
      return search;
    }
  }

  /**
   * Bands around target weights, as fractions of the target.
   *
   * @param largeFrom positions above this weight are large
   * @param smallBelow positions below this weight are small
   */
  public record Bands(
      double largeFrom, double smallBelow, double large, double medium, double small) {

    private static Bands read(SettingsReader in, String root) {
      Bands bands =
          new Bands(
              in.fraction(root + "large-from"),
              in.fraction(root + "small-below"),
              in.fraction(root + "large"),
              in.fraction(root + "medium"),
              in.fraction(root + "small"));
      if (bands.smallBelow() > bands.largeFrom()) {
        in.problem(root + "small-below", "must not be above large-from");
      }
      return bands;
    }
  }

  /**
   * What is known of the broad market; each may be missing.
   *
   * @param indexSecurities symbols of the securities whose prices say whether the market rises or
   *     falls; without any, those that are weighed say it
   * @param volatilityIndex percent points
   * @param curveSlope ten-year less three-month yield, as a fraction
   * @param priceEarnings ratio
   */
  public record Indicators(
      List<String> indexSecurities,
      OptionalDouble volatilityIndex,
      OptionalDouble curveSlope,
      OptionalDouble priceEarnings) {}

  /**
   * How orders are cut up.
   *
   * @param maximumParticipation largest share of a session's volume of one slice
   * @param maximumSlices of one order
   * @param impactFactor daily deviations that a whole session's volume would move the price
   * @param assumedImpact fraction of the value when volume or volatility is unknown
   * @param riskAversion per unit of base currency, zero to spread evenly
   * @param sessionMargin time after opening and before closing in which nothing is traded
   */
  public record Execution(
      double maximumParticipation,
      int maximumSlices,
      double impactFactor,
      double assumedImpact,
      double riskAversion,
      Duration sessionMargin) {}

  static OptimizationSettings read(SettingsReader in, String root) {
    return new OptimizationSettings(
        in.number(root + "lookback-days", 60, 3650),
        in.fraction(root + "maximum-weight"),
        in.number(root + "candidates", 1, 500),
        in.fraction(root + "cash-reserve"),
        in.decimal(root + "target-return", "-0.5", "1").doubleValue(),
        in.decimal(root + "target-volatility", "0", "2").doubleValue(),
        in.fraction(root + "blend"),
        in.decimal(root + "risk-free-rate", "-0.1", "1").doubleValue(),
        in.decimal(root + "smallest-weight", "0", "0.2").doubleValue(),
        in.decimal(root + "cost-horizon-years", "0.01", "50").doubleValue(),
        in.choice(root + "expected-returns", Expectations.class),
        in.choice(root + "risk-model", RiskModel.class),
        in.choice(root + "pursuit", Pursuit.class),
        Search.read(in, root),
        Bands.read(in, root + "bands."),
        in.decimalIfStated(root + "maximum-turnover", "0", "2"),
        SecurityWish.read(in, root + "securities"),
        new Indicators(
            in.names(root + "market.index-securities"),
            in.decimalIfStated(root + "market.volatility-index", "0.1", "500"),
            in.decimalIfStated(root + "market.curve-slope", "-1", "1"),
            in.decimalIfStated(root + "market.price-earnings", "0.1", "1000")),
        TargetGroup.read(in, root + "country-groups"),
        TargetGroup.read(in, root + "industry-groups"),
        new Execution(
            in.decimal(root + "execution.maximum-participation", "0.0001", "1").doubleValue(),
            in.number(root + "execution.maximum-slices", 1, 250),
            in.decimal(root + "execution.impact-factor", "0", "10").doubleValue(),
            in.fraction(root + "execution.assumed-impact"),
            in.decimal(root + "execution.risk-aversion", "0", "1").doubleValue(),
            in.duration(root + "execution.session-margin", Duration.ZERO, Duration.ofHours(3))));
  }
}
