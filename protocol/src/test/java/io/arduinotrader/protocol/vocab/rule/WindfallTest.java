package io.arduinotrader.protocol.vocab.rule;

import static io.arduinotrader.protocol.vocab.rule.WindfallRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.vocab.rule.Windfall.Reason;
import io.arduinotrader.protocol.vocab.rule.Windfall.Taking;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindfallTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void atMostHalfOfThePositionIsTaken() {
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

  /** All that the settings allow, from 0 to 10. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.05, 0.10, 0.25, 0.40, 1, 10})
  void nothingIsTakenOfWhatIsNotAboveItsTrend(double least) {
    for (double trend : new double[] {-0.3, 0, 0.1, 0.5, 1.5}) {
      for (double gain = -0.9; gain < 3; gain += 0.005) {
        Windfall windfall = of(gain, trend);
        Taking taking = windfall.taking(SECOND_EDITION, least);

        if (gain <= 0 || windfall.excess() <= 0) {
          assertThat(taking.share()).as("gain %.3f, trend %.1f", gain, trend).isZero();
        }
        assertThat(
                List.of(Reason.NORMAL_RANGE, Reason.NEAR, Reason.UNDER).contains(taking.reason()))
            .as("gain %.3f, trend %.1f: %s", gain, trend, taking)
            .isEqualTo(!taking.sells());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.05, 0.10, 0.25, 0.40, 1, 10})
  void theShareToTakeGrowsWithTheGainAndNeverJumps(double least) {
    for (double gain = -0.5; gain < 3; gain += 0.001) {
      double less = of(gain, 0.1).taking(SECOND_EDITION, least).share();
      double more = of(gain + 0.001, 0.1).taking(SECOND_EDITION, least).share();

      assertThat(more).as("gain %.3f", gain).isBetween(less, less + 0.003);
    }
  }

  @Test
  void theReasonIsTheRuleThatDecidesTheShare() {
    assertThat(of(0.38, 0.1).taking(SECOND_EDITION, 0.30).reason())
        .as("a part of the fifth")
        .isEqualTo(Reason.MEDIUM_WINDFALL);
    assertThat(of(0.70, 0.1).taking(SECOND_EDITION, 0.30).reason()).isEqualTo(Reason.HIGH_WINDFALL);
    assertThat(of(1.2, 0.1).taking(SECOND_EDITION, 0.30).reason())
        .isEqualTo(Reason.WINDFALL_DOUBLER);
    assertThat(of(1.2, 0.1).taking(SECOND_EDITION, 5))
        .isEqualTo(new Taking(Reason.CONSISTENT_DOUBLER, 0.3));
    assertThat(of(1.2, 1.5).taking(SECOND_EDITION, 0.30))
        .as("doubled, and yet behind its trend")
        .isEqualTo(new Taking(Reason.UNDER, 0));
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
