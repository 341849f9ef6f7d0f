package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.group.ScoringRules.FIRST_EDITION;
import static io.arduinotrader.scoring.domain.group.ScoringRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.scoring.domain.group.ScoringRules;
import io.arduinotrader.scoring.domain.indicator.Bars;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.indicator.PriceRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What each edition measures on the same prices. */
class PriceMeasuresTest {

  private static final MonthlyPrices NO_MONTHS = MonthlyPrices.consecutive(new double[0]);

  @Test
  void anOldDipIsNoShortTermDrawdown() {
    double[] closes = new double[300];
    Arrays.fill(closes, 100);
    closes[173] = 60;
    closes[250] = 95;

    assertThat(measures(closes, SECOND_EDITION).drawdown().orElseThrow())
        .isEqualTo(-0.05, within(1e-12));
    assertThat(measures(closes, FIRST_EDITION).drawdown().orElseThrow())
        .isEqualTo(-0.40, within(1e-12));
    closes[175] = 70;
    assertThat(measures(closes, SECOND_EDITION).drawdown().orElseThrow())
        .isEqualTo(-0.30, within(1e-12));
  }

  @Test
  void momentumLooksBackThirtyAndNinetyBars() {
    double[] closes = new double[100];
    Arrays.setAll(closes, i -> 100 + i);

    PriceMeasures second = measures(closes, SECOND_EDITION);
    PriceMeasures first = measures(closes, FIRST_EDITION);

    assertThat(second.shortMomentum()).hasValue(199.0 / 169 - 1);
    assertThat(second.longMomentum()).hasValue(199.0 / 109 - 1);
    assertThat(first.shortMomentum()).hasValue(199.0 / 170 - 1);
    assertThat(first.longMomentum()).hasValue(199.0 / 110 - 1);
  }

  @Test
  void theLongAverageNeedsItsTwoHundredBars() {
    double[] young = Bars.walk(1, 199, 0, 0.02);
    double[] old = Bars.walk(1, 200, 0, 0.02);

    assertThat(measures(young, SECOND_EDITION).averageDistance()).isEmpty();
    assertThat(measures(young, FIRST_EDITION).averageDistance()).isPresent();
    assertThat(measures(old, SECOND_EDITION).averageDistance()).isPresent();
  }

  @Test
  void growthIsComparedWithGrowthBeforeIt() {
    double[] prices = new double[121];
    Arrays.setAll(
        prices, i -> 100 * Math.pow(1.01, Math.min(i, 60)) * Math.pow(1.02, Math.max(0, i - 60)));
    MonthlyPrices months = MonthlyPrices.consecutive(prices);
    double[] closes = Bars.walk(2, 100, 0, 0.02);

    PriceMeasures second = measures(closes, closes, months, 0, SECOND_EDITION);
    PriceMeasures first = measures(closes, closes, months, 0, FIRST_EDITION);

    assertThat(second.recentGrowth().orElseThrow())
        .isEqualTo(Math.pow(1.02, 12) - 1, within(1e-12));
    assertThat(second.earlierGrowth().orElseThrow())
        .isEqualTo(Math.pow(1.01, 12) - 1, within(1e-12));
    assertThat(first.earlierGrowth().orElseThrow())
        .isGreaterThan(second.earlierGrowth().orElseThrow());
  }

  @Test
  void aSharpeRatioOverRoundingNoiseIsNone() {
    double[] steady = new double[100];
    Arrays.setAll(steady, i -> 100 * Math.pow(1.001, i));

    assertThat(measures(steady, SECOND_EDITION).sharpe()).isEmpty();
    assertThat(measures(steady, FIRST_EDITION).sharpe().orElseThrow()).isGreaterThan(1e6);
  }

  @Test
  void theRiskFreeRateReachesTheSharpeRatio() {
    double[] closes = Bars.walk(3, 300, 0.001, 0.02);
    PriceMeasures with = measures(closes, closes, NO_MONTHS, 0.03, SECOND_EDITION);
    PriceMeasures without = measures(closes, closes, NO_MONTHS, 0, SECOND_EDITION);

    assertThat(without.sharpe().orElseThrow() - with.sharpe().orElseThrow())
        .isEqualTo(0.03 / with.volatility().orElseThrow(), within(1e-12));
  }

  @Test
  void thePriceIsBelowTheHighestHighOfTheYear() {
    double[] closes = new double[400];
    Arrays.fill(closes, 80);
    double[] highs = closes.clone();
    highs[147] = 200;
    highs[148] = 100;

    PriceMeasures measures = measures(closes, highs, NO_MONTHS, 0, SECOND_EDITION);

    assertThat(measures.belowYearHigh().orElseThrow()).isEqualTo(0.2, within(1e-12));
  }

  private static PriceMeasures measures(double[] closes, ScoringRules rules) {
    return measures(closes, closes, NO_MONTHS, 0, rules);
  }

  private static PriceMeasures measures(
      double[] closes, double[] highs, MonthlyPrices months, double rate, ScoringRules rules) {
    return PriceMeasures.of(
        PriceRun.of(closes), PriceIndicators.yearHigh(PriceRun.of(highs)), months, rate, rules);
  }
}
