package io.arduinotrader.scoring.domain;

import io.arduinotrader.scoring.domain.group.CompanyGroups;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.PriceGroups;
import io.arduinotrader.scoring.domain.group.Rounding;
import io.arduinotrader.scoring.domain.group.ScoreGroup;
import io.arduinotrader.scoring.domain.group.ScoringRules;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import java.util.List;

/**
 * Scores one security: the same inputs and configuration always give the same card.
 *
 * <p>The groups look at a security from both sides on purpose. Opportunity and technicals praise a
 * price that has fallen, short-term performance a price that rises; a fallen price alone is no
 * reason to buy, so buyers ask for {@link ScoreCard#quality} besides the total.
 */
public final class SecurityScorer {

  private static final double NEUTRAL = 0.5;

  private SecurityScorer() {}

  /** The score of a security, or why there is none. */
  public static ScoreOutcome score(SecurityInputs inputs, ScoreConfiguration configuration) {
    int bars = inputs.bars().size();
    if (bars < configuration.minimumBars()) {
      return new ScoreOutcome.TooFewBars(bars, configuration.minimumBars());
    }
    MonthlyPrices completed = MonthlyPrices.completed(inputs.bars());
    if (completed.size() < configuration.minimumMonths()) {
      return new ScoreOutcome.TooFewMonths(completed.size(), configuration.minimumMonths());
    }
    PriceMeasures measures = PriceMeasures.of(inputs.bars(), completed, configuration);
    List<GroupScore> groups = groups(measures, inputs, configuration);
    double coverage = 0;
    for (GroupScore group : groups) {
      coverage += configuration.weights().of(group.group()) * group.coverage();
    }
    if (coverage < configuration.minimumCoverage()) {
      return new ScoreOutcome.TooLittleCovered(coverage, configuration.minimumCoverage());
    }
    return card(measures, groups, coverage, inputs, configuration);
  }

  private static List<GroupScore> groups(
      PriceMeasures measures, SecurityInputs inputs, ScoreConfiguration configuration) {
    ScoringRules rules = configuration.rules();
    return List.of(
        PriceGroups.longTerm(
            measures.recentGrowth(),
            measures.sortino(),
            measures.sharpe(),
            configuration.targetReturn(),
            rules),
        CompanyGroups.fundamentals(
            inputs.fundamentals(), measures.recentGrowth(), measures.earlierGrowth(), rules),
        CompanyGroups.opportunity(
            measures.bars(),
            measures.belowYearHigh(),
            inputs.fundamentals(),
            configuration.marketPriceEarnings(),
            rules),
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
        GroupScore.unknown(ScoreGroup.DIVERSIFICATION, NEUTRAL, rules));
  }

  private static ScoreCard card(
      PriceMeasures measures,
      List<GroupScore> groups,
      double coverage,
      SecurityInputs inputs,
      ScoreConfiguration configuration) {
    List<ScoreCard.GroupShare> shares = ScoreCard.shares(groups, configuration.weights());
    double sum = 0;
    for (ScoreCard.GroupShare share : shares) {
      sum += share.contribution();
    }
    double total = configuration.rules().settled(sum);
    return new ScoreCard(
        inputs.bars().asOf(),
        configuration.rules().edition(),
        total,
        Grade.of(Rounding.halfEven(total, 3)),
        coverage,
        shares,
        measures.volatility(),
        measures.months() / 12.0);
  }
}
