package io.arduinotrader.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.scoring.ScoringAims;
import io.arduinotrader.protocol.vocab.rule.DipBand;
import io.arduinotrader.scoring.domain.ScoreConfiguration;
import io.arduinotrader.scoring.domain.endstate.RiskProfile;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores measure by what target weights and plans are made with. */
class StandardsTest {

  @Test
  void withoutSettingsTheUsualConfigurationHolds() {
    Standards usual = ScoringHouse.STANDARDS;

    assertThat(ScoreConfiguration.STANDARD.aimedAt(usual.aims()))
        .isEqualTo(ScoreConfiguration.STANDARD);
    assertThat(usual.selling().minimumHoldDays()).isEqualTo(90);
    assertThat(usual.profile()).isEqualTo(RiskProfile.BALANCED);
  }

  @Test
  void aimsAreThoseOfTargetWeightsAndPlans() {
    Standards standards =
        ScoringHouse.standards(
            Map.of(
                "arduino-trader.optimization.target-return",
                0.08,
                "arduino-trader.optimization.risk-free-rate",
                0.02,
                "arduino-trader.optimization.market.price-earnings",
                18,
                "arduino-trader.planning.knobs.preset",
                "conservative"));

    assertThat(standards.aims())
        .isEqualTo(new ScoringAims(0.08, 0.02, OptionalDouble.of(18), new DipBand(0.20, 0.30)));
    assertThat(standards.endState().target()).isEqualTo(0.08);
    assertThat(standards.profile()).isEqualTo(RiskProfile.CONSERVATIVE);
    assertThat(standards.windfallExcess()).isEqualTo(0.40);
  }

  @ParameterizedTest
  @EnumSource
  void theAccountIsJudgedByTheProfileOfThePlans(PlannerSettings.Profile profile) {
    Standards standards =
        ScoringHouse.standards(
            Map.of(
                "arduino-trader.planning.knobs.risk_profile",
                profile.name().toLowerCase(Locale.ROOT)));

    assertThat(standards.profile()).hasToString(profile.name());
  }

  @Test
  void explanationsWaitAsLongAsPlansAndTrading() {
    Standards cautious =
        ScoringHouse.standards(Map.of("arduino-trader.planning.knobs.preset", "conservative"));
    Standards bold =
        ScoringHouse.standards(Map.of("arduino-trader.planning.knobs.preset", "aggressive"));

    assertThat(cautious.selling().minimumHoldDays()).isEqualTo(120);
    assertThat(cautious.selling().cooldownDays()).isEqualTo(240);
    assertThat(cautious.selling().maximumLoss()).isEqualTo(-0.15);
    assertThat(bold.selling().minimumHoldDays()).as("trading refuses earlier sales").isEqualTo(90);
    assertThat(bold.selling().cooldownDays()).isEqualTo(120);
  }
}
