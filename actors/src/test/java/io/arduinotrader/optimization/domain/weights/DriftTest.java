package io.arduinotrader.optimization.domain.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.returns.Covariance;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final Weights CURRENT = Weights.of(0.5, 0.3, 0.2);
  private static final Weights TARGET = Weights.of(0.4, 0.3, 0.3);

  @Test
  void driftInThreeMeasures() {
    Drift drift = Drift.of(CURRENT, TARGET);

    assertThat(drift.largest()).isEqualTo(0.1, within(1e-12));
    assertThat(drift.oneWay()).isEqualTo(0.1, within(1e-12));
    assertThat(drift.distance()).isEqualTo(Math.sqrt(0.02), within(1e-12));
    assertThat(Drift.of(TARGET, TARGET)).isEqualTo(new Drift(0, 0, 0));
  }

  @Test
  void trackingErrorIsTheVolatilityOfTheDifference() {
    Covariance covariance =
        Covariance.of(new double[][] {{0.04, 0, 0.01}, {0, 0.09, 0}, {0.01, 0, 0.16}});

    assertThat(Drift.trackingError(CURRENT, TARGET, covariance))
        .isEqualTo(0.1 * Math.sqrt(0.04 + 0.16 - 0.02), within(1e-12));
  }

  @Test
  void bandsAreRelativeAndTighterForLargePositions() {
    RebalanceBands bands = new RebalanceBands(0.10, 0.05, 0.05, 0.07, 0.10);

    assertThat(bands.isOutside(0.21, 0.20)).isFalse();
    assertThat(bands.isOutside(0.2101, 0.20)).isTrue();
    assertThat(bands.isOutside(0.075, 0.08)).isFalse();
    assertThat(bands.isOutside(0.074, 0.08)).isTrue();
    assertThat(bands.isOutside(0.044, 0.04)).isFalse();
    assertThat(bands.isOutside(0.0441, 0.04)).isTrue();
    assertThat(bands.isOutside(0.001, 0)).isTrue();
    assertThat(bands.isOutside(0, 0)).isFalse();
    assertThat(bands.isOutside(0, 0.001)).isTrue();
  }

  @Test
  void figuresOfWeights() {
    Covariance covariance = Covariance.of(new double[][] {{0.04, 0}, {0, 0.09}});

    PortfolioFigures figures =
        PortfolioFigures.of(Weights.of(0.5, 0.4), new double[] {0.10, 0.05}, covariance, 0.02);

    assertThat(figures.expectedReturn()).isEqualTo(0.07, within(1e-12));
    assertThat(figures.volatility()).isEqualTo(Math.sqrt(0.01 + 0.0144), within(1e-12));
    assertThat(figures.sharpeRatio().orElseThrow())
        .isEqualTo(0.05 / Math.sqrt(0.0244), within(1e-12));
    assertThat(
            PortfolioFigures.of(Weights.of(0, 0), new double[] {0.1, 0.1}, covariance, 0)
                .sharpeRatio())
        .isEmpty();
  }
}
