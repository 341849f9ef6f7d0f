package io.arduinotrader.trading.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Refusals in examples: an object with a code and the figures that decided. */
final class ExampleRefusals {

  private static final Set<String> FIGURES =
      Set.of("remainingMinutes", "minMinutes", "daysHeld", "minDays", "limit", "need", "held");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExampleRefusals() {}

  /** A refusal as an example shows it, null for none. */
  static JsonNode json(Refusal refusal) {
    ObjectNode node = JSON.objectNode();
    node.put("code", refusal.code().name());
    node.put("text", refusal.message());
    return node;
  }

  /** The same value with every refusal reduced to its code. */
  static JsonNode codes(JsonNode node) {
    if (node.isObject() && node.has("code")) {
      return node.get("code");
    }
    if (node.isObject()) {
      ObjectNode reduced = JSON.objectNode();
      node.properties().forEach(field -> reduced.set(field.getKey(), codes(field.getValue())));
      return reduced;
    }
    if (node.isArray()) {
      return JSON.arrayNode().addAll(elements(node).stream().map(ExampleRefusals::codes).toList());
    }
    return node;
  }

  /** What the messages of the refusals in a value say. */
  static String messages(JsonNode node) {
    return String.join("; ", node.findValuesAsText("text"));
  }

  /** The figures of the refusals in a value that a message has to name. */
  static List<String> figures(JsonNode node) {
    List<String> figures = new ArrayList<>();
    for (String name : FIGURES) {
      for (JsonNode figure : node.findValues(name)) {
        figures.add(figure.decimalValue().stripTrailingZeros().toPlainString());
      }
    }
    return figures;
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }
}
