package io.arduinotrader.planning.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are read strictly; every problem names its key. */
class SettingsTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"conservative", "default", "aggressive"})
  void whatIsWrittenReadsTheSame(String preset) {
    PlannerSettings settings = Presets.named(preset).orElseThrow();
    Map<String, String> lines = new LinkedHashMap<>();
    SettingsText.of(settings)
        .lines()
        .map(line -> line.split(" = "))
        .forEach(line -> lines.put(line[0], line[1]));

    PlannerSettings again = read(lines);

    assertThat(SettingsText.of(again)).isEqualTo(SettingsText.of(settings));
    assertThat(lines).hasSize(Knob.values().length).containsEntry("max_cost_ratio", "0.01");
    assertThat(read(Map.of("preset", preset))).isEqualTo(settings);
  }

  /** D18: no knob is ignored. */
  @Test
  void everyKnobIsInTheTextAndHasAnEffectOnTheSettings() {
    for (Knob knob : Knob.values()) {
      String text = knob.text(Presets.DEFAULT);
      List<String> others =
          List.of("true", "false", "1", "0", "0.005", "-0.3", "17", "5000", "aggressive");
      assertThat(others)
          .as(knob.key())
          .anySatisfy(
              other -> {
                assertThat(other).isNotEqualTo(text);
                assertThat(knob.text(read(Map.of(knob.key(), other)))).isEqualTo(other);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "no_such_key, 1, there is no setting 'no_such_key'",
    "max_plan_depth, 0, 'max_plan_depth must be between 1 and 10, not 0'",
    "max_plan_depth, 11, 'max_plan_depth must be between 1 and 10, not 11'",
    "max_plan_depth, 2.5, 'max_plan_depth must be a whole number, not ''2.5'''",
    "priority_threshold, 1.5, 'priority_threshold must be between 0 and 1, not 1.5'",
    "priority_threshold, NaN, 'priority_threshold must be a number, not ''NaN'''",
    "allow_buy, yes, 'allow_buy must be true or false, not ''yes'''",
    "transaction_cost_percent, 0.02,"
        + " 'transaction_cost_percent must be between 0 and 0.01, not 0.02'",
    "risk_profile, brave,"
        + " 'risk_profile must be conservative, balanced or aggressive, not ''brave'''",
    "preset, bold, 'preset must be conservative, default or aggressive, not ''bold'''",
    "risk_appetite, 2, 'risk_appetite must be a number between 0 and 1, not ''2'''",
    "averaging_down_min_dip, -0.5,"
        + " 'averaging_down_max_loss contradicts averaging_down_min_dip: the deepest dip must be"
        + " below the shallowest'",
    "max_cost_ratio, 0.002,"
        + " 'transaction_cost_percent contradicts max_cost_ratio: every trade would cost too much'"
  })
  void aWrongSettingIsNamed(String key, String value, String message) {
    assertThat(problems(Map.of(key, value)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo(message));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(problems(Map.of("depth", "1", "beam_width", "x", "half_spread", "1")))
        .extracting(SettingsProblem::key)
        .containsExactly("beam_width", "depth", "half_spread");
  }

  @Test
  void aSliderAndItsKnobContradictEachOther() {
    assertThat(problems(Map.of("risk_appetite", "0.5", "cost_penalty_factor", "0.1")))
        .singleElement()
        .isInstanceOf(SettingsProblem.Contradiction.class);
    assertThat(problems(Map.of("risk_appetite", "0.5", "position_spread", "0.5"))).hasSize(1);
  }

  @Test
  void aSliderTurnsItsKnobs() {
    PlannerSettings settings = read(Map.of("hold_duration", "0.6"));

    assertThat(settings.patience().holdDays()).isEqualTo(120);
    assertThat(Arrays.stream(Slider.values()).map(Slider::key)).doesNotContain("entry_style");
  }

  private static PlannerSettings read(Map<String, String> given) {
    SettingsText.Reading reading = SettingsText.read(given);
    assertThat(reading).isInstanceOf(SettingsText.Read.class);
    return ((SettingsText.Read) reading).settings();
  }

  private static List<SettingsProblem> problems(Map<String, String> given) {
    SettingsText.Reading reading = SettingsText.read(given);
    assertThat(reading).isInstanceOf(SettingsText.Unreadable.class);
    return ((SettingsText.Unreadable) reading).problems();
  }
}
