package io.arduinotrader.scoring.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import io.arduinotrader.vectors.PriceColumn;
import java.util.Optional;
import java.util.OptionalDouble;

/** Between the JSON of worked examples and the types of the domain. */
final class Example {

  static final OptionalDouble NONE = OptionalDouble.empty();

  private Example() {}

  static double[] prices(JsonNode inputs) {
    return PriceColumn.of(inputs.get("prices"));
  }

  static double[] scaled(double[] prices, JsonNode factor) {
    double by = factor.isNull() ? 1 : factor.asDouble();
    double[] scaled = prices.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= by;
    }
    return scaled;
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

  static ObjectNode put(ObjectNode node, String name, OptionalDouble value) {
    return value.isPresent() ? node.put(name, value.getAsDouble()) : node.putNull(name);
  }
}
