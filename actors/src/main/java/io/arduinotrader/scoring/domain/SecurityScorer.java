package io.arduinotrader.scoring.domain;

import io.arduinotrader.scoring.domain.dividend.DividendHistory;
import io.arduinotrader.scoring.domain.dividend.PaidDividends;
import io.arduinotrader.scoring.domain.group.CompanyGroups;
import io.arduinotrader.scoring.domain.group.FitGroup;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.PartScore;
import io.arduinotrader.scoring.domain.group.PriceGroups;
import io.arduinotrader.scoring.domain.group.Rounding;
import io.arduinotrader.scoring.domain.group.ScoringRules;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Scores one security: the same inputs and configuration always give the same card.
 *
 * <p>The groups look at a security from both sides on purpose. Opportunity and technicals praise a
 * price that has fallen, short-term performance a price that rises; a fallen price alone is no
 * reason to buy, so plans ask for {@link ScoreCard#quality} besides the total.
 */
public final class SecurityScorer {

  private SecurityScorer() {}

  /** The score of a security, or why there is none. */
  public static ScoreOutcome score(SecurityInputs inputs, ScoreConfiguration configuration) {
    int bars = inputs.bars().size();
    if (bars < configuration.minimumBars()) {
      return new ScoreOutcome.TooFewBars(bars, configuration.minimumBars());
    }
    MonthlyPrices completed = MonthlyPrices.completed(inputs.bars(), configuration.months());
    if (completed.size() < configuration.minimumMonths()) {
      return new ScoreOutcome.TooFewMonths(completed.size(), configuration.minimumMonths());
    }
    PriceMeasures measures = PriceMeasures.of(inputs.bars(), completed, configuration);
    PaidDividends dividends = PaidDividends.of(inputs.bars());
    SecurityInputs enriched = withDividends(inputs, dividends);
    List<GroupScore> groups = groups(measures, enriched, configuration);
    double coverage = coverage(groups, inputs.company(), configuration.weights());
    if (coverage < configuration.minimumCoverage()) {
      return new ScoreOutcome.TooLittleCovered(coverage, configuration.minimumCoverage());
    }
    List<ScoreCard.GroupShare> shares = ScoreCard.shares(groups, configuration.weights());
    double total = total(shares, configuration.rules());
    return new ScoreCard(
        inputs.bars().asOf(),
        configuration.rules().edition(),
        total,
        Grade.of(Rounding.halfEven(total, 3)),
        coverage,
        shares,
        Measured.of(
            measures,
            inputs.bars().adjustedCloses().last(),
            enriched.fundamentals().orElse(FundamentalFigures.NONE),
            dividends,
            ScoreCard.quality(groups),
            groups,
            configuration.targetReturn()));
  }

  /**
   * Dividends that prices tell of stand in for those nobody has told, and yield and price-earnings
   * ratio tell the payout, wherever the yield comes from.
   */
  private static SecurityInputs withDividends(SecurityInputs inputs, PaidDividends dividends) {
    if (dividends.history().isEmpty() && inputs.fundamentals().isEmpty()) {
      return inputs;
    }
    return new SecurityInputs(
        inputs.bars(),
        inputs.company(),
        Optional.of(
            inputs
                .fundamentals()
                .orElse(FundamentalFigures.NONE)
                .withDividends(
                    dividends.lastYear(),
                    dividends
                        .history()
                        .map(DividendHistory::growth)
                        .orElse(OptionalDouble.empty()))),
        inputs.analysts(),
        inputs.fit());
  }

  /** The share of the weights whose figures are known, of those the security can have at all. */
  private static double coverage(List<GroupScore> groups, boolean company, GroupWeights weights) {
    double known = 0;
    double possible = 0;
    for (GroupScore group : groups) {
      double weight = weights.of(group.group());
      known += weight * group.coverage();
      for (PartScore part : group.parts()) {
        if (company || !part.part().needsCompany()) {
          possible += weight * part.part().weight();
        }
      }
    }
    return possible > 0 ? known / possible : 0;
  }

  /** Every group, the last from what the first ones say about the security. */
  static List<GroupScore> groups(
      PriceMeasures measures, SecurityInputs inputs, ScoreConfiguration configuration) {
    ScoringRules rules = configuration.rules();
    GroupScore longTerm =
        PriceGroups.longTerm(
            measures.recentGrowth(),
            measures.sortino(),
            measures.sharpe(),
            configuration.targetReturn(),
            rules);
    GroupScore fundamentals =
        CompanyGroups.fundamentals(
            inputs.fundamentals(), measures.recentGrowth(), measures.earlierGrowth(), rules);
    GroupScore opportunity =
        CompanyGroups.opportunity(
            measures.bars(),
            measures.belowYearHigh(),
            inputs.fundamentals(),
            configuration.marketPriceEarnings(),
            rules);
    return List.of(
        longTerm,
        fundamentals,
        opportunity,
        CompanyGroups.dividends(inputs.fundamentals(), rules),
        PriceGroups.shortTerm(
            measures.shortMomentum(), measures.longMomentum(), measures.drawdown(), rules),
        PriceGroups.technicals(
            measures.bars(),
            measures.relativeStrength(),
            measures.bandPosition(),
            measures.averageDistance(),
            rules),
        CompanyGroups.opinion(inputs.analysts(), rules),
        FitGroup.of(
            inputs.fit(),
            ScoreCard.quality(List.of(longTerm, fundamentals)),
            opportunity.score(),
            configuration.dips(),
            rules));
  }

  /** The sum of what the groups add. */
  static double total(List<ScoreCard.GroupShare> shares, ScoringRules rules) {
    double sum = 0;
    for (ScoreCard.GroupShare share : shares) {
      sum += share.contribution();
    }
    return rules.settled(sum);
  }
}
