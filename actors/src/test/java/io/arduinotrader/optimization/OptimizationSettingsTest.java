package io.arduinotrader.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.config.InvalidSettingsException;
import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.SecurityWish;
import io.arduinotrader.config.TargetGroup;
import java.util.List;
import java.util.OptionalDouble;
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
    assertThat(usual.search())
        .isEqualTo(
            new OptimizationSettings.Search(
                OptimizationSettings.Linkage.SINGLE,
                0,
                OptionalDouble.empty(),
                0.95,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    assertThat(usual.bands())
        .isEqualTo(new OptimizationSettings.Bands(0.10, 0.05, 0.05, 0.07, 0.10));
    assertThat(usual.maximumTurnover()).isEmpty();
    assertThat(usual.wishes()).isEmpty();
    assertThat(usual.indicators().indexSecurities()).isEmpty();
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
                  linkage = ward
                  ridge = 0.2
                  risk-aversion = "4"
                  tail { confidence = 0.9, least-return = "0.06" }
                  maximum-turnover = "0.3"
                  bands.small = 0.2
                  securities = [{ symbol = "SAP.DE", preference = 1.5 }, { symbol = "X", risk-share = 2 }]
                  market.index-securities = ["IDX.DE"]
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
    assertThat(stated.search())
        .isEqualTo(
            new OptimizationSettings.Search(
                OptimizationSettings.Linkage.WARD,
                0.2,
                OptionalDouble.of(4),
                0.9,
                OptionalDouble.of(0.06),
                OptionalDouble.empty()));
    assertThat(stated.maximumTurnover()).hasValue(0.3);
    assertThat(stated.bands().small()).isEqualTo(0.2);
    assertThat(stated.wishes())
        .containsExactly(new SecurityWish("SAP.DE", 1.5, 1), new SecurityWish("X", 1, 2));
    assertThat(stated.indicators().indexSecurities()).containsExactly("IDX.DE");
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
                      linkage = loose
                      ridge = -1
                      risk-aversion = "0"
                      tail { confidence = 1, least-return = "0.1", largest-risk = "0.1" }
                      maximum-turnover = "3"
                      bands { small-below = 0.3, medium = 2 }
                      securities = [
                        { symbol = "SAP.DE", preference = 4 }
                        { symbol = "sap.de", risk-share = 0 }
                        { preference = 1 }
                      ]
                      market.index-securities = ["IDX.DE", "IDX.DE"]
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
            "optimization.linkage: must be one of single, complete, average, ward",
            "optimization.ridge: must be between 0 and 10",
            "optimization.risk-aversion: must be between 0.01 and 1000",
            "optimization.tail.confidence: must be between 0.5 and 0.999",
            "optimization.tail: has a least-return and a largest-risk",
            "optimization.maximum-turnover: must be between 0 and 2",
            "optimization.bands.medium: must be between 0 and 1",
            "optimization.bands.small-below: must not be above large-from",
            "securities[0]: has a preference between 0.1 and 3.0 but it is 4.0",
            "securities[1]: needs a symbol of its own but has 'sap.de'",
            "securities[1]: has a risk-share between 0.1 and 10.0 but it is 0.0",
            "securities[2]: cannot be read",
            "index-securities: must have no blank name and none twice",
            "country-groups[0]: has a target between 0 and 1 but it is 1.4",
            "country-groups[1]: needs a name of its own but has 'Europe'",
            "country-groups[1]: has the member 'germany' of Europe",
            "country-groups[2]: cannot be read",
            "country-groups[3]: has no members");
  }
}
