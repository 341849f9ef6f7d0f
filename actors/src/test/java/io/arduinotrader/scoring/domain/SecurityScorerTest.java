package io.arduinotrader.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.scoring.domain.group.AnalystView;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.group.PartScore;
import io.arduinotrader.scoring.domain.group.ScoreGroup;
import io.arduinotrader.scoring.domain.group.ScoringRules;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import io.arduinotrader.scoring.domain.indicator.Bars;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SecurityScorerTest {

  private static final ScoreConfiguration STANDARD = ScoreConfiguration.STANDARD;
  private static final int TEN_YEARS = 3660;

  @Test
  void pricesAloneCoverWhatPricesCanTell() {
    ScoreCard card = scored(Bars.of(Bars.walk(1, TEN_YEARS, 0.0003, 0.02)));

    assertThat(card.coverage())
        .isEqualTo(0.20 + 0.15 * 0.4 + 0.15 * 0.5 + 0.10 + 0.10, within(1e-12));
    assertThat(group(card, ScoreGroup.LONG_TERM)).isPresent();
    assertThat(group(card, ScoreGroup.DIVIDENDS)).isEmpty();
    assertThat(group(card, ScoreGroup.OPINION)).isEmpty();
    assertThat(group(card, ScoreGroup.DIVERSIFICATION)).isEmpty();
    assertThat(card.edition()).isEqualTo("2");
    assertThat(card.asOf()).isEqualTo("2025-06-30");
    assertThat(card.metrics()).containsEntry(SecurityMetric.HISTORY_YEARS, 120 / 12.0);
  }

  @Test
  void theCardExplainsItsTotal() {
    for (long seed = 0; seed < 50; seed++) {
      ScoreCard card = scored(Bars.of(Bars.walk(seed, 500 + 40 * (int) seed, 0.0005, 0.04)));
      double sum = 0;
      double shares = 0;
      for (ScoreCard.GroupShare share : card.groups()) {
        sum += share.contribution();
        shares += share.share();
        assertThat(share.group().score().orElse(0)).as("seed %d", seed).isBetween(0.0, 1.0);
        for (PartScore part : share.group().parts()) {
          assertThat(part.score().orElse(0)).as("seed %d", seed).isBetween(0.0, 1.0);
        }
      }
      assertThat(card.total()).as("seed %d", seed).isEqualTo(sum).isBetween(0.0, 1.0);
      assertThat(shares).as("seed %d", seed).isEqualTo(1, within(1e-12));
      assertThat(card.groups()).hasSize(ScoreGroup.values().length);
    }
  }

  @Test
  void moreKnownFiguresGiveMoreCoverage() {
    BarSeries bars = Bars.of(Bars.walk(3, TEN_YEARS, 0.0003, 0.02));
    ScoreCard card =
        (ScoreCard)
            SecurityScorer.score(
                new SecurityInputs(
                    bars,
                    true,
                    Optional.of(allFigures()),
                    Optional.of(analysts()),
                    Optional.empty()),
                STANDARD);

    assertThat(card.coverage()).isEqualTo(1 - 0.08, within(1e-12));
    assertThat(group(card, ScoreGroup.OPINION)).hasValue(0.8);
    assertThat(card.metrics().get(SecurityMetric.QUALITY))
        .isEqualTo(
            (group(card, ScoreGroup.LONG_TERM).orElseThrow()
                    + group(card, ScoreGroup.FUNDAMENTALS).orElseThrow())
                / 2);
  }

  @Test
  void theScoreDoesNotDependOnTheCurrencyUnit() {
    double[] closes = Bars.walk(4, 900, 0.0005, 0.03);

    ScoreCard pounds = scored(Bars.of(closes));
    ScoreCard pence = scored(Bars.of(Bars.times(closes, 100)));

    assertThat(pence.total()).isEqualTo(pounds.total(), within(1e-9));
  }

  @Test
  void aSplitChangesNothing() {
    double[] adjusted = Bars.walk(5, 900, 0.0005, 0.03);
    double[] traded = adjusted.clone();
    for (int i = 0; i < 400; i++) {
      traded[i] *= 4;
    }

    ScoreCard split = scored(Bars.of(traded, adjusted, traded));

    assertThat(split.total()).isEqualTo(scored(Bars.of(adjusted)).total(), within(1e-12));
  }

  @Test
  void barsBeforeTheWindowDoNotChangeTheDailyFigures() {
    double[] closes = Bars.walk(6, 2000, 0.0005, 0.03);
    double[] other = closes.clone();
    for (int i = 0; i < 1000; i++) {
      other[i] *= 1.5;
    }

    ScoreCard one = scored(Bars.of(closes));
    ScoreCard two = scored(Bars.of(other));

    assertThat(group(two, ScoreGroup.TECHNICALS)).isEqualTo(group(one, ScoreGroup.TECHNICALS));
    assertThat(two.metrics().get(SecurityMetric.VOLATILITY))
        .isEqualTo(one.metrics().get(SecurityMetric.VOLATILITY));
    assertThat(group(two, ScoreGroup.LONG_TERM)).isNotEqualTo(group(one, ScoreGroup.LONG_TERM));
  }

  @Test
  void tooShortAHistoryHasNoScore() {
    assertThat(score(Bars.of(Bars.walk(7, 49, 0, 0.01)), STANDARD))
        .isEqualTo(new ScoreOutcome.TooFewBars(49, 50));
    assertThat(score(Bars.of(Bars.walk(7, 300, 0, 0.01)), STANDARD))
        .isEqualTo(new ScoreOutcome.TooFewMonths(10, 12));
    assertThat(new ScoreOutcome.TooFewMonths(10, 12).reason())
        .isEqualTo("only 10 of the 12 completed months a score needs");
  }

  @Test
  void tooLittleKnownHasNoScore() {
    ScoreConfiguration strict =
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
            0.9,
            ScoreConfiguration.STANDARD.dips());

    ScoreOutcome outcome = score(Bars.of(Bars.walk(8, TEN_YEARS, 0, 0.01)), strict);

    assertThat(outcome).isInstanceOf(ScoreOutcome.TooLittleCovered.class);
    assertThat(((ScoreOutcome.NoScore) outcome).reason())
        .isEqualTo("inputs cover 53 % of the weights, a score needs 90 %");
  }

  @Test
  void ownWeightsDecideWhatCounts() {
    BarSeries bars = Bars.of(Bars.walk(9, TEN_YEARS, 0.0005, 0.03));
    Map<ScoreGroup, Double> only =
        Map.of(
            ScoreGroup.LONG_TERM, 0.0,
            ScoreGroup.FUNDAMENTALS, 0.0,
            ScoreGroup.OPPORTUNITY, 0.0,
            ScoreGroup.DIVIDENDS, 0.0,
            ScoreGroup.SHORT_TERM, 7.0,
            ScoreGroup.TECHNICALS, 0.0,
            ScoreGroup.OPINION, 0.0,
            ScoreGroup.DIVERSIFICATION, 0.0);
    ScoreConfiguration shortTerm =
        new ScoreConfiguration(
            ScoringRules.SECOND_EDITION,
            GroupWeights.of(only),
            0.11,
            0,
            22,
            600,
            121,
            50,
            12,
            0.3,
            ScoreConfiguration.STANDARD.dips());

    ScoreCard card = (ScoreCard) score(bars, shortTerm);

    assertThat(card.total()).isEqualTo(group(card, ScoreGroup.SHORT_TERM).orElseThrow());
    assertThat(card.coverage()).isEqualTo(1, within(1e-12));
  }

  @Test
  void yieldAndPriceEarningsTellThePayoutWherePricesTellOfNoDividend() {
    FundamentalFigures told =
        new FundamentalFigures(
            OptionalDouble.of(15),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(0.03),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    SecurityInputs inputs =
        new SecurityInputs(
            Bars.of(Bars.walk(11, TEN_YEARS, 0.0005, 0.03)),
            true,
            Optional.of(told),
            Optional.empty(),
            Optional.empty());

    ScoreCard card = (ScoreCard) SecurityScorer.score(inputs, STANDARD);

    assertThat(card.metrics().get(SecurityMetric.PAYOUT_RATIO)).isEqualTo(0.45, within(1e-12));
    assertThat(card.metrics()).containsKey(SecurityMetric.DIVIDEND_CONSISTENCY);
  }

  @Test
  void theFirstEditionCountsTheUnknownAsNeutral() {
    ScoreConfiguration first =
        new ScoreConfiguration(
            ScoringRules.FIRST_EDITION,
            GroupWeights.STANDARD,
            0.11,
            0,
            22,
            600,
            121,
            50,
            12,
            0.3,
            ScoreConfiguration.STANDARD.dips());

    ScoreCard card = (ScoreCard) score(Bars.of(Bars.walk(10, 900, 0.0005, 0.03)), first);

    assertThat(group(card, ScoreGroup.DIVIDENDS)).hasValue(0.36);
    assertThat(group(card, ScoreGroup.DIVERSIFICATION)).hasValue(0.5);
    assertThat(card.coverage()).isLessThan(0.6);
  }

  @Test
  void theGradeIsThatOfTheTotalAsShown() {
    assertThat(Grade.of(0.6999)).isEqualTo(Grade.C);
    assertThat(Grade.of(0.9).letter()).isEqualTo("A+");
    assertThat(Grade.of(0)).isEqualTo(Grade.F);
  }

  @Test
  void thePercentileIsTheShareNotAbove() {
    assertThat(UniverseRanking.percentiles(new double[] {0.5, 0.9, 0.5, 0.1}))
        .containsExactly(75, 100, 75, 25);
    assertThat(UniverseRanking.percentiles(new double[] {})).isEmpty();
  }

  private static ScoreCard scored(BarSeries bars) {
    return (ScoreCard) score(bars, STANDARD);
  }

  private static ScoreOutcome score(BarSeries bars, ScoreConfiguration configuration) {
    return SecurityScorer.score(SecurityInputs.pricesOnly(bars), configuration);
  }

  private static OptionalDouble group(ScoreCard card, ScoreGroup wanted) {
    return card.groups().stream()
        .filter(share -> share.group().group() == wanted)
        .findFirst()
        .orElseThrow()
        .group()
        .score();
  }

  private static AnalystView analysts() {
    return new AnalystView(OptionalDouble.of(0.8), OptionalDouble.of(0.12));
  }

  private static FundamentalFigures allFigures() {
    return new FundamentalFigures(
        OptionalDouble.of(18),
        OptionalDouble.of(16),
        OptionalDouble.of(0.12),
        OptionalDouble.of(0.6),
        OptionalDouble.of(1.6),
        OptionalDouble.of(0.026),
        OptionalDouble.of(0.45),
        OptionalDouble.of(0.05));
  }
}
