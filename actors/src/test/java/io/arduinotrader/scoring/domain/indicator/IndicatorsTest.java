package io.arduinotrader.scoring.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the worked examples do not show: the choices of the edition in use and degenerate input. */
class IndicatorsTest {

  @Test
  void anAverageOverMoreBarsThanThereAreIsAbsent() {
    double[] young = Bars.walk(1, 199, 0, 0.02);

    assertThat(PriceIndicators.exponentialAverage(young, 200, YoungAverage.ABSENT)).isEmpty();
    assertThat(
            PriceIndicators.exponentialAverage(young, 200, YoungAverage.MEAN_OF_ALL).orElseThrow())
        .isEqualTo(Arrays.stream(young).average().orElseThrow(), within(1e-12));
  }

  @Test
  void momentumLooksBackWholeBars() {
    assertThat(PriceIndicators.momentum(new double[] {100, 50, 120}, 2).orElseThrow())
        .isEqualTo(0.2, within(1e-15));
    assertThat(PriceIndicators.momentum(new double[] {100, 50, 120}, 3)).isEmpty();
  }

  @Test
  void aSteadyRiseHasNoSharpeRatioAndTheBestSortinoRatio() {
    double[] steady = new double[100];
    Arrays.setAll(steady, i -> 100 * Math.pow(1.001, i));

    assertThat(RiskIndicators.sharpe(steady, 0, 1e-12)).isEmpty();
    assertThat(RiskIndicators.sortino(steady)).hasValue(ReturnStatistics.LOSSLESS_RATIO);
  }

  @Test
  void aPriceThatNeverMovesHasNeitherRatioNorStrength() {
    double[] flat = new double[100];
    Arrays.fill(flat, 25);

    assertThat(RiskIndicators.sharpe(flat, 0, 1e-12)).isEmpty();
    assertThat(RiskIndicators.sortino(flat)).isEmpty();
    assertThat(PriceIndicators.relativeStrength(flat, 14)).isEmpty();
    assertThat(RiskIndicators.volatility(flat)).hasValue(0);
  }

  @Test
  void theRiskFreeRateIsAnnual() {
    double[] closes = Bars.walk(2, 300, 0.001, 0.02);
    ReturnStatistics returns = ReturnStatistics.of(closes).orElseThrow();

    double difference =
        RiskIndicators.sharpe(closes, 0, 0).orElseThrow()
            - RiskIndicators.sharpe(closes, 0.05, 0).orElseThrow();

    assertThat(difference).isEqualTo(0.05 / returns.volatility(), within(1e-12));
  }

  @Test
  void nothingIsMeasuredOnNoPricesAtAll() {
    double[] none = {};

    assertThat(PriceIndicators.exponentialAverage(none, 200, YoungAverage.MEAN_OF_ALL)).isEmpty();
    assertThat(PriceIndicators.relativeStrength(none, 14)).isEmpty();
    assertThat(PriceIndicators.bollinger(none)).isEmpty();
    assertThat(PriceIndicators.yearHigh(none)).isEmpty();
    assertThat(PriceIndicators.yearLow(none)).isEmpty();
    assertThat(PriceIndicators.momentum(none, 0)).isEmpty();
    assertThat(RiskIndicators.sharpe(none, 0, 0)).isEmpty();
    assertThat(RiskIndicators.sortino(none)).isEmpty();
    assertThat(RiskIndicators.volatility(none)).isEmpty();
    assertThat(RiskIndicators.maximumDrawdown(none)).isEmpty();
    assertThat(RiskIndicators.positionDrawdown(none)).isEmpty();
    assertThat(RiskIndicators.instability(none)).isEmpty();
  }
}
