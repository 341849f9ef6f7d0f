package io.arduinotrader.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.config.InvalidSettingsException;
import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.TargetGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizationSettingsTest {

  @Test
  void theUsualAims() {
    OptimizationSettings usual = MarketSamples.settings("").optimization();

    assertThat(usual.targetReturn()).isEqualTo(0.11);
    assertThat(usual.targetVolatility()).isEqualTo(0.15);
    assertThat(usual.blend()).isEqualTo(0.5);
    assertThat(usual.smallestWeight()).isEqualTo(0.005);
    assertThat(usual.expectations()).isEqualTo(OptimizationSettings.Expectations.SCORES);
    assertThat(usual.riskModel()).isEqualTo(OptimizationSettings.RiskModel.EQUAL_VARIANCES);
    assertThat(usual.pursuit()).isEqualTo(OptimizationSettings.Pursuit.RETURN);
    assertThat(usual.indicators().volatilityIndex()).isEmpty();
    assertThat(usual.countryGroups()).isEmpty();
  }

  @Test
  void groupsAndIndicatorsCanBeStated() {
    OptimizationSettings stated =
        MarketSamples.settings(
                """
                arduino-trader.optimization {
                  market.volatility-index = "18.5"
                  expected-returns = views
                  risk-model = one-factor
                  pursuit = tail-loss
                  industry-groups = [
                    { name = "Technology", members = [" Software ", "Semiconductors"], target = 0.3 }
                  ]
                }
                """)
            .optimization();

    assertThat(stated.indicators().volatilityIndex()).hasValue(18.5);
    assertThat(stated.expectations()).isEqualTo(OptimizationSettings.Expectations.VIEWS);
    assertThat(stated.riskModel()).isEqualTo(OptimizationSettings.RiskModel.ONE_FACTOR);
    assertThat(stated.pursuit()).isEqualTo(OptimizationSettings.Pursuit.TAIL_LOSS);
    assertThat(stated.industryGroups())
        .containsExactly(new TargetGroup("Technology", List.of("Software", "Semiconductors"), 0.3));
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                MarketSamples.settings(
                    """
                    arduino-trader.optimization {
                      blend = 1.5
                      target-return = "a lot"
                      expected-returns = hope
                      risk-model = none
                      market.price-earnings = "-4"
                      execution.maximum-slices = 0
                      country-groups = [
                        { name = "Europe", members = ["Germany"], target = 1.4 }
                        { name = "Europe", members = ["germany"], target = 0.1 }
                        { name = "Asia", target = 0.1 }
                        { name = "Empty", members = [], target = 0.1 }
                      ]
                    }
                    """))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContainingAll(
            "optimization.blend",
            "optimization.target-return",
            "must be one of scores, views but is 'hope'",
            "optimization.risk-model: must be one of equal-variances, normal-returns,",
            "optimization.market.price-earnings",
            "optimization.execution.maximum-slices",
            "country-groups[0]: has a target between 0 and 1 but it is 1.4",
            "country-groups[1]: needs a name of its own but has 'Europe'",
            "country-groups[1]: has the member 'germany' of Europe",
            "country-groups[2]: cannot be read",
            "country-groups[3]: has no members");
  }
}
