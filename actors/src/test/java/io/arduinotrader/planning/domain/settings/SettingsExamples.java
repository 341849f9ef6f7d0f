package io.arduinotrader.planning.domain.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Examples of sliders and of wrong settings. */
public final class SettingsExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What the examples call the knobs that have another key. */
  private static final Map<String, String> NAMES =
      Map.of(
          "max_position_share",
          "max_position_concentration",
          "max_sell_share",
          "windfall_sell_pct");

  private static final Map<String, String> KEYS = Map.of("max_depth", "max_plan_depth");

  private SettingsExamples() {}

  /** Adds what computes each function. */
  public static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("slider.risk_appetite", in -> at(Slider.RISK_APPETITE, in));
    runners.put("slider.hold_duration", in -> at(Slider.HOLD_DURATION, in));
    runners.put(
        "slider.position_spread",
        in -> {
          ObjectNode values = at(Slider.POSITION_SPREAD, in);
          values.set("max_position_size", values.remove("max_position_concentration"));
          return values;
        });
    runners.put("slider.profit_taking", in -> at(Slider.PROFIT_TAKING, in));
    runners.put("config_validation_counts", SettingsExamples::problems);
  }

  private static ObjectNode at(Slider slider, JsonNode in) {
    ObjectNode values = JSON.objectNode();
    slider
        .at(new BigDecimal(in.asText()))
        .forEach(
            (key, value) -> values.put(NAMES.getOrDefault(key, key), Double.parseDouble(value)));
    return values;
  }

  private static JsonNode problems(JsonNode in) {
    Map<String, String> given = new LinkedHashMap<>();
    in.properties()
        .forEach(
            entry ->
                given.put(
                    KEYS.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue().asText()));
    int errors =
        switch (SettingsText.read(given)) {
          case SettingsText.Read read -> 0;
          case SettingsText.Unreadable unreadable -> unreadable.problems().size();
        };
    return JSON.objectNode().put("errors", errors);
  }
}
