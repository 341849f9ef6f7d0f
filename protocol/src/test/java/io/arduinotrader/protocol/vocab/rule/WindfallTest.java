package io.arduinotrader.protocol.vocab.rule;

import static io.arduinotrader.protocol.vocab.rule.WindfallRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WindfallTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void theShareToTakeGrowsWithTheGainAndNeverJumps() {
    for (double gain = -0.5; gain < 3; gain += 0.001) {
      double less = of(gain, 0.1).taking(SECOND_EDITION, 0.25).share();
      double more = of(gain + 0.001, 0.1).taking(SECOND_EDITION, 0.25).share();

      assertThat(more).as("gain %.3f", gain).isBetween(less, less + 0.003);
    }
    assertThat(of(3, 0.1).taking(SECOND_EDITION, 0.25).share()).isEqualTo(0.5);
    assertThat(of(0.1, 0.1).taking(SECOND_EDITION, 0.25).sells()).isFalse();
  }

  @Test
  void whatIsTakenStartsTenPointsBelowWhatTheSettingsSay() {
    assertThat(of(0.39, 0.1).taking(SECOND_EDITION, 0.40).sells()).isFalse();
    assertThat(of(0.41, 0.1).taking(SECOND_EDITION, 0.40).sells()).isTrue();
    assertThat(of(0.50, 0.1).taking(SECOND_EDITION, 0.40).share()).isEqualTo(0.2, within(1e-12));
    assertThat(of(0.70, 0.1).taking(SECOND_EDITION, 0.40).share())
        .isLessThan(of(0.70, 0.1).taking(SECOND_EDITION, 0.20).share());
  }

  @Test
  void aFallingTrendMakesNoGainAMarvel() {
    assertThat(of(0.1, -0.3).excess()).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void theLongTrendStandsInForTheRecentOne() {
    Windfall windfall = Windfall.of(0.5, 1, NONE, OptionalDouble.of(0.2), SECOND_EDITION);

    assertThat(windfall.trend()).isEqualTo(0.2);
    assertThat(windfall.expected()).isEqualTo(0.2, within(1e-12));
  }

  private static Windfall of(double gain, double trend) {
    return Windfall.of(gain, 1, OptionalDouble.of(trend), NONE, SECOND_EDITION);
  }
}
