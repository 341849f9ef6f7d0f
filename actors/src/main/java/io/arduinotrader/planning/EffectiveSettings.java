package io.arduinotrader.planning;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.planning.domain.settings.SettingsProblem;
import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings a plan is made with: what the request says, over what the node says. */
public final class EffectiveSettings {

  private static final String PRESET = "preset";

  private EffectiveSettings() {}

  /** What is wrong with the node's own settings, sentences. */
  public static List<String> problems(TraderSettings settings) {
    return switch (of(settings, Map.of())) {
      case SettingsText.Read read -> List.of();
      case SettingsText.Unreadable unreadable ->
          unreadable.problems().stream()
              .map(SettingsProblem::message)
              .map(message -> "arduino-trader.planning.knobs: " + message)
              .toList();
    };
  }

  /**
   * The settings of a plan for which nothing is asked.
   *
   * @throws IllegalArgumentException when the node's own settings are wrong; one with {@link
   *     #problems} does not start
   */
  public static PlannerSettings ofNode(TraderSettings settings) {
    return switch (of(settings, Map.of())) {
      case SettingsText.Read read -> read.settings();
      case SettingsText.Unreadable unreadable ->
          throw new IllegalArgumentException(unreadable.problems().toString());
    };
  }

  /**
   * The settings with which a plan is made; a preset of the request leaves the node's knobs out.
   */
  static SettingsText.Reading of(TraderSettings settings, Map<String, String> asked) {
    Map<String, String> knobs = new TreeMap<>();
    TraderSettings.Planning planning = settings.planning();
    knobs.put("min_cash_reserve", planning.minimumCash().toPlainString());
    knobs.put("max_cost_ratio", planning.maximumCostRatio().toPlainString());
    knobs.put("half_spread", planning.halfSpread().toPlainString());
    knobs.put("transaction_cost_fixed", settings.trading().commissionFixed().toPlainString());
    knobs.put("transaction_cost_percent", settings.trading().commissionPercent().toPlainString());
    if (!asked.containsKey(PRESET)) {
      knobs.putAll(planning.knobs());
    }
    knobs.putAll(asked);
    return SettingsText.read(knobs);
  }
}
