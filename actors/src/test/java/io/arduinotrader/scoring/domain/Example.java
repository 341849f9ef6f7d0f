package io.arduinotrader.scoring.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import io.arduinotrader.scoring.domain.indicator.PriceRun;
import io.arduinotrader.vectors.PriceColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Between the JSON of worked examples and the types of the domain. */
final class Example {

  static final OptionalDouble NONE = OptionalDouble.empty();

  private Example() {}

  static PriceRun prices(JsonNode inputs) {
    return scaled(inputs, "none");
  }

  /** The prices times a factor that may be null or absent. */
  static PriceRun scaled(JsonNode inputs, String factor) {
    double by = or(inputs, factor, 1);
    double[] prices = PriceColumn.of(inputs.get("prices"));
    for (int i = 0; i < prices.length; i++) {
      prices[i] *= by;
    }
    return PriceRun.of(prices);
  }

  static MonthlyPrices monthly(JsonNode inputs) {
    return MonthlyPrices.consecutive(PriceColumn.of(inputs.get("monthly")));
  }

  static double number(JsonNode inputs, String name) {
    return inputs.get(name).asDouble();
  }

  /** A number that may be null or absent. */
  static OptionalDouble optional(JsonNode inputs, String name) {
    JsonNode node = inputs.path(name);
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : NONE;
  }

  static double or(JsonNode inputs, String name, double otherwise) {
    return optional(inputs, name).orElse(otherwise);
  }

  static Optional<FundamentalFigures> fundamentals(JsonNode inputs) {
    JsonNode node = inputs.path("fundamentals");
    return node.isObject() ? Optional.of(figures(node)) : Optional.empty();
  }

  /** Debt to equity is in percent in the examples and a ratio in the domain. */
  static FundamentalFigures figures(JsonNode node) {
    OptionalDouble debt = optional(node, "debt_to_equity");
    return new FundamentalFigures(
        optional(node, "pe_ratio"),
        optional(node, "forward_pe"),
        optional(node, "profit_margin"),
        debt.isPresent() ? OptionalDouble.of(debt.getAsDouble() / 100) : debt,
        optional(node, "current_ratio"),
        optional(node, "dividend_yield"),
        optional(node, "payout_ratio"),
        optional(node, "five_year_avg_dividend_yield"));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode value(OptionalDouble value) {
    return put(object(), "value", value);
  }

  /** A text that may be null or absent. */
  static Optional<String> text(JsonNode inputs, String name) {
    JsonNode node = inputs.path(name);
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** A map of numbers that may be null or absent, in the order of the example. */
  static Map<String, Double> numbers(JsonNode inputs, String name) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : inputs.path(name).properties()) {
      numbers.put(each.getKey(), each.getValue().asDouble());
    }
    return numbers;
  }

  static ObjectNode put(ObjectNode node, String name, OptionalDouble value) {
    return value.isPresent() ? node.put(name, value.getAsDouble()) : node.putNull(name);
  }
}
