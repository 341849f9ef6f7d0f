package io.arduinotrader.optimization.domain.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketIndicatorsTest {

  @ParameterizedTest
  @CsvSource({"40, -0.05", "12, 0.01", "15, 0", "30, 0", "80, -0.10", "0, 0", "-3, 0"})
  void volatility(double index, double expected) {
    assertThat(volatilityOnly(index)).isEqualTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"-0.01, -0.075", "0.02, 0.0225", "-0.05, -0.15", "0.01, 0", "0, 0", "0.1, 0.045"})
  void slope(double slope, double expected) {
    assertThat(slopeOnly(slope)).isEqualTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"32.5, -0.05", "18, 0.05", "16, 0.075", "24, 0", "60, -0.10", "5, 0.10"})
  void priceEarnings(double ratio, double expected) {
    assertThat(earningsOnly(ratio)).isEqualTo(expected, within(1e-12));
  }

  @Test
  void togetherTheyAreBounded() {
    assertThat(of(50.0, -0.02, 39.0).adjustment()).isEqualTo(-0.20, within(1e-12));
    assertThat(MarketIndicators.UNKNOWN.adjustment()).isZero();
    assertThat(MarketIndicators.UNKNOWN.missing()).hasSize(3);
    assertThat(of(50.0, -0.02, 39.0).missing()).isEmpty();
  }

  @Test
  void noTermJumps() {
    assertContinuous(MarketIndicatorsTest::volatilityOnly, 0.001, 100);
    assertContinuous(MarketIndicatorsTest::slopeOnly, -0.1, 0.1);
    assertContinuous(MarketIndicatorsTest::earningsOnly, 0.001, 100);
  }

  @Test
  void regimes() {
    assertThat(Regime.of(OptionalDouble.of(0.05))).isEqualTo(Regime.RISING);
    assertThat(Regime.of(OptionalDouble.of(-0.05))).isEqualTo(Regime.FALLING);
    assertThat(Regime.of(OptionalDouble.of(0.049))).isEqualTo(Regime.SIDEWAYS);
    assertThat(Regime.of(OptionalDouble.empty())).isEqualTo(Regime.SIDEWAYS);
  }

  private static void assertContinuous(DoubleUnaryOperator term, double from, double to) {
    double step = (to - from) / 10_000;
    for (double x = from; x < to; x += step) {
      assertThat(Math.abs(term.applyAsDouble(x + step) - term.applyAsDouble(x)))
          .as("at %s", x)
          .isLessThan(0.001);
    }
  }

  private static double volatilityOnly(double index) {
    return new MarketIndicators(
            OptionalDouble.of(index), OptionalDouble.empty(), OptionalDouble.empty())
        .adjustment();
  }

  private static double slopeOnly(double slope) {
    return new MarketIndicators(
            OptionalDouble.empty(), OptionalDouble.of(slope), OptionalDouble.empty())
        .adjustment();
  }

  private static double earningsOnly(double ratio) {
    return new MarketIndicators(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(ratio))
        .adjustment();
  }

  private static MarketIndicators of(double volatility, double slope, double earnings) {
    return new MarketIndicators(
        OptionalDouble.of(volatility), OptionalDouble.of(slope), OptionalDouble.of(earnings));
  }
}
