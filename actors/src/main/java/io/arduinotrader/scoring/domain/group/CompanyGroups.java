package io.arduinotrader.scoring.domain.group;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** The groups that need figures about the company or opinions about it. */
public final class CompanyGroups {

  private static final double NEUTRAL_EARNINGS = 0.3;
  private static final double NEUTRAL_YIELD = 0.3;
  private static final double NEUTRAL_LEVERAGE = 0.75;
  private static final int OPPORTUNITY_MINIMUM_BARS = 50;

  private CompanyGroups() {}

  /**
   * Health of the company and steadiness of its growth.
   *
   * @param recentGrowth compound annual growth of the newest years, as a fraction
   * @param earlierGrowth of the span it is compared with
   */
  public static GroupScore fundamentals(
      Optional<FundamentalFigures> figures,
      OptionalDouble recentGrowth,
      OptionalDouble earlierGrowth,
      ScoringRules rules) {
    return GroupScore.of(
        ScoreGroup.FUNDAMENTALS,
        rules,
        figures.isEmpty()
            ? PartScore.unknown(ScorePart.FINANCIAL_STRENGTH, PriceGroups.NEUTRAL, rules)
            : financialStrength(figures.get(), rules),
        PriceGroups.steadiness(recentGrowth, earlierGrowth, rules));
  }

  /**
   * Whether the price is low: against its own last year and against the earnings.
   *
   * @param bars the bars the price was measured on; with fewer than 50 nothing counts
   * @param belowYearHigh how far the price is below its 52-week high, as a fraction
   * @param marketPriceEarnings average price-earnings ratio of the market
   */
  public static GroupScore opportunity(
      int bars,
      OptionalDouble belowYearHigh,
      Optional<FundamentalFigures> figures,
      double marketPriceEarnings,
      ScoringRules rules) {
    if (bars < OPPORTUNITY_MINIMUM_BARS) {
      return GroupScore.of(
          ScoreGroup.OPPORTUNITY,
          rules,
          PartScore.unknown(ScorePart.BELOW_YEAR_HIGH, PriceGroups.NEUTRAL, rules),
          PartScore.unknown(ScorePart.PRICE_EARNINGS, PriceGroups.NEUTRAL, rules));
    }
    return GroupScore.of(
        ScoreGroup.OPPORTUNITY,
        rules,
        PriceGroups.part(
            ScorePart.BELOW_YEAR_HIGH, belowYearHigh, PriceScorers::belowYearHigh, rules),
        priceEarnings(figures, marketPriceEarnings, rules));
  }

  /** Income. */
  public static GroupScore dividends(Optional<FundamentalFigures> figures, ScoringRules rules) {
    OptionalDouble yield =
        figures.map(FundamentalFigures::dividendYield).orElse(OptionalDouble.empty());
    return GroupScore.of(
        ScoreGroup.DIVIDENDS,
        rules,
        yield.isEmpty()
            ? PartScore.unknown(ScorePart.DIVIDEND_YIELD, NEUTRAL_YIELD, rules)
            : PartScore.known(
                ScorePart.DIVIDEND_YIELD,
                yield.getAsDouble(),
                CompanyScorers.dividendYield(yield.getAsDouble())),
        figures.isEmpty()
            ? PartScore.unknown(ScorePart.DIVIDEND_CONSISTENCY, PriceGroups.NEUTRAL, rules)
            : dividendConsistency(figures.get(), rules));
  }

  /** The outside view. */
  public static GroupScore opinion(Optional<AnalystView> analysts, ScoringRules rules) {
    return GroupScore.of(
        ScoreGroup.OPINION,
        rules,
        PriceGroups.part(
            ScorePart.RECOMMENDATION,
            analysts.map(AnalystView::recommendation).orElse(OptionalDouble.empty()),
            recommendation -> recommendation,
            rules),
        PriceGroups.part(
            ScorePart.PRICE_TARGET,
            analysts.map(AnalystView::targetUpside).orElse(OptionalDouble.empty()),
            CompanyScorers::targetUpside,
            rules));
  }

  /** Margin, leverage and liquidity of a company. */
  static PartScore financialStrength(FundamentalFigures figures, ScoringRules rules) {
    WeightedMean scores =
        new WeightedMean(rules.missing())
            .add(0.40, map(figures.profitMargin(), CompanyScorers::margin), PriceGroups.NEUTRAL)
            .add(0.30, map(figures.debtToEquity(), CompanyScorers::leverage), NEUTRAL_LEVERAGE)
            .add(0.30, map(figures.currentRatio(), CompanyScorers::liquidity), PriceGroups.NEUTRAL);
    return PartScore.meanOf(ScorePart.FINANCIAL_STRENGTH, scores, rules);
  }

  /** Whether a dividend is likely to go on: its share of earnings and its growth. */
  static PartScore dividendConsistency(FundamentalFigures figures, ScoringRules rules) {
    WeightedMean scores =
        new WeightedMean(rules.missing())
            .add(
                0.50,
                map(figures.payoutRatio(), payout -> CompanyScorers.payout(payout, rules.cliffs())),
                PriceGroups.NEUTRAL)
            .add(
                0.50,
                map(figures.dividendGrowth(), CompanyScorers::dividendGrowth),
                PriceGroups.NEUTRAL);
    return PartScore.meanOf(ScorePart.DIVIDEND_CONSISTENCY, scores, rules);
  }

  /** The price-earnings ratio: the mean of trailing and forward, or what there is of them. */
  static PartScore priceEarnings(
      Optional<FundamentalFigures> figures, double market, ScoringRules rules) {
    OptionalDouble trailing = aboveZero(figures.map(FundamentalFigures::trailingPriceEarnings));
    OptionalDouble forward = aboveZero(figures.map(FundamentalFigures::forwardPriceEarnings));
    if (trailing.isEmpty()) {
      forward =
          switch (rules.missingEarnings()) {
            case EXPENSIVE -> OptionalDouble.empty();
            case FORWARD_INSTEAD -> forward;
          };
    }
    OptionalDouble ratio =
        new WeightedMean(ScoringRules.MissingFigure.LEFT_OUT)
            .add(0.5, trailing, 0)
            .add(0.5, forward, 0)
            .mean();
    return ratio.isEmpty()
        ? PartScore.unknown(ScorePart.PRICE_EARNINGS, NEUTRAL_EARNINGS, rules)
        : PartScore.known(
            ScorePart.PRICE_EARNINGS,
            ratio.getAsDouble(),
            CompanyScorers.priceEarnings(ratio.getAsDouble(), market));
  }

  private static OptionalDouble aboveZero(Optional<OptionalDouble> figure) {
    OptionalDouble known = figure.orElse(OptionalDouble.empty());
    return known.isPresent() && known.getAsDouble() > 0 ? known : OptionalDouble.empty();
  }

  private static OptionalDouble map(OptionalDouble figure, DoubleUnaryOperator scorer) {
    return figure.isEmpty()
        ? figure
        : OptionalDouble.of(scorer.applyAsDouble(figure.getAsDouble()));
  }
}
