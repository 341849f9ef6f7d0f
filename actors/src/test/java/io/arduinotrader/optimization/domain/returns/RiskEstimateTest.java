package io.arduinotrader.optimization.domain.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import io.arduinotrader.protocol.optimization.OptimizationWork.RiskModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskEstimateTest {

  /** More assets than days, where a sample alone is singular. */
  private static final ReturnsMatrix RETURNS = RandomMarkets.returns(31, 30, 25);

  @ParameterizedTest
  @EnumSource(RiskModel.class)
  void everyModelIsPossibleAndSaysWhatItDid(RiskModel model) {
    RiskEstimate estimate = RiskEstimate.of(RETURNS, model);

    assertThat(Definiteness.isPositive(estimate.covariance())).isTrue();
    assertThat(estimate.how()).isNotBlank();
    for (RiskModel other : RiskModel.values()) {
      assertThat(
              RiskEstimate.of(RETURNS, other).covariance().get(0, 1)
                  == estimate.covariance().get(0, 1))
          .as("%s and %s", model, other)
          .isEqualTo(model == other);
    }
  }

  @Test
  void shrinkingTowardsOneCorrelationKeepsTheVariances() {
    Covariance equal = RiskEstimate.of(RETURNS, RiskModel.EQUAL_CORRELATIONS).covariance();
    Covariance sample = RiskEstimate.of(RETURNS, RiskModel.SAMPLE).covariance();

    for (int i = 0; i < RETURNS.assets(); i++) {
      assertThat(equal.variance(i)).isEqualTo(sample.variance(i) * 24 / 25, within(1e-15));
    }
  }

  @Test
  void impossibleCorrelationsAreMadePossibleWithTheSameVariances() {
    Covariance impossible =
        Covariance.of(new double[][] {{4, 1.8, -1.8}, {1.8, 1, 0.9}, {-1.8, 0.9, 1}});

    Covariance repaired = Definiteness.repaired(impossible);

    assertThat(Definiteness.isPositive(impossible)).isFalse();
    assertThat(Definiteness.isPositive(repaired)).isTrue();
    assertThat(repaired.variance(0)).isEqualTo(4, within(1e-12));
    assertThat(repaired.get(0, 1)).isPositive();
    assertThat(repaired.get(0, 2)).isNegative();
  }
}
