package io.arduinotrader.scoring.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the worked examples do not show: the choices of the edition in use and degenerate input. */
class IndicatorsTest {

  @Test
  void anAverageOverMoreBarsThanThereAreIsAbsent() {
    double[] prices = Bars.walk(1, 199, 0, 0.02);
    PriceRun young = PriceRun.of(prices);

    assertThat(PriceIndicators.exponentialAverage(young, 200, YoungAverage.ABSENT)).isEmpty();
    assertThat(
            PriceIndicators.exponentialAverage(young, 200, YoungAverage.MEAN_OF_ALL).orElseThrow())
        .isEqualTo(Arrays.stream(prices).average().orElseThrow(), within(1e-12));
  }

  @Test
  void momentumLooksBackWholeBars() {
    assertThat(PriceIndicators.momentum(PriceRun.of(100, 50, 120), 2).orElseThrow())
        .isEqualTo(0.2, within(1e-15));
    assertThat(PriceIndicators.momentum(PriceRun.of(100, 50, 120), 3)).isEmpty();
  }

  @Test
  void aSteadyRiseHasNoSharpeRatioAndTheBestSortinoRatio() {
    double[] steady = new double[100];
    Arrays.setAll(steady, i -> 100 * Math.pow(1.001, i));
    Optional<ReturnStatistics> returns = ReturnStatistics.of(PriceRun.of(steady));

    assertThat(RiskIndicators.sharpe(PriceRun.of(steady), returns, 0, 1e-12)).isEmpty();
    assertThat(RiskIndicators.sortino(PriceRun.of(steady), returns))
        .hasValue(ReturnStatistics.LOSSLESS_RATIO);
  }

  @Test
  void aPriceThatNeverMovesHasNeitherRatioNorStrength() {
    double[] prices = new double[100];
    Arrays.fill(prices, 25);
    PriceRun flat = PriceRun.of(prices);
    Optional<ReturnStatistics> returns = ReturnStatistics.of(flat);

    assertThat(RiskIndicators.sharpe(flat, returns, 0, 1e-12)).isEmpty();
    assertThat(RiskIndicators.sortino(flat, returns)).isEmpty();
    assertThat(PriceIndicators.relativeStrength(flat, 14)).isEmpty();
    assertThat(RiskIndicators.volatility(flat, returns)).hasValue(0);
  }

  @Test
  void theRiskFreeRateIsAnnual() {
    PriceRun closes = PriceRun.of(Bars.walk(2, 300, 0.001, 0.02));
    Optional<ReturnStatistics> returns = ReturnStatistics.of(closes);

    double difference =
        RiskIndicators.sharpe(closes, returns, 0, 0).orElseThrow()
            - RiskIndicators.sharpe(closes, returns, 0.05, 0).orElseThrow();

    assertThat(difference).isEqualTo(0.05 / returns.orElseThrow().volatility(), within(1e-12));
  }

  @Test
  void nothingIsMeasuredOnNoPricesAtAll() {
    PriceRun none = PriceRun.of();
    Optional<ReturnStatistics> returns = ReturnStatistics.of(none);

    assertThat(PriceIndicators.exponentialAverage(none, 200, YoungAverage.MEAN_OF_ALL)).isEmpty();
    assertThat(PriceIndicators.relativeStrength(none, 14)).isEmpty();
    assertThat(PriceIndicators.bollinger(none)).isEmpty();
    assertThat(PriceIndicators.yearHigh(none)).isEmpty();
    assertThat(PriceIndicators.yearLow(none)).isEmpty();
    assertThat(PriceIndicators.momentum(none, 0)).isEmpty();
    assertThat(RiskIndicators.sharpe(none, returns, 0, 0)).isEmpty();
    assertThat(RiskIndicators.sortino(none, returns)).isEmpty();
    assertThat(RiskIndicators.volatility(none, returns)).isEmpty();
    assertThat(RiskIndicators.maximumDrawdown(none)).isEmpty();
    assertThat(RiskIndicators.positionDrawdown(none)).isEmpty();
    assertThat(RiskIndicators.instability(none)).isEmpty();
  }
}
