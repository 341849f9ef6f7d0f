package io.arduinotrader.scoring.domain;

import static io.arduinotrader.protocol.vocab.rule.WindfallRules.FIRST_EDITION;
import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.optional;
import static io.arduinotrader.scoring.domain.Example.put;
import static io.arduinotrader.scoring.domain.Example.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.vocab.rule.PriceCeiling;
import io.arduinotrader.protocol.vocab.rule.Windfall;
import io.arduinotrader.scoring.domain.dividend.DividendHistory;
import io.arduinotrader.scoring.domain.group.Rounding;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** How the worked examples of windfalls, dividends and the price gate are run. */
final class GainExamples {

  private static final double LEAST_EXCESS = 0.25;

  private GainExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put(
        "windfall.excess",
        in -> value(OptionalDouble.of(windfall(in, optional(in, "cagr")).excess())));
    runners.put("windfall.score", GainExamples::score);
    runners.put("windfall.take_profits", GainExamples::taking);
    runners.put("windfall.recommendation", GainExamples::recommendation);
    runners.put(
        "gate.price_too_high",
        in ->
            object()
                .put("blocked", PriceCeiling.blocks(number(in, "price"), number(in, "high_52w"))));
    runners.put("div.cut", GainExamples::cut);
    runners.put("div.growth", in -> value(history(in).growth()));
    runners.put(
        "div.stability",
        in ->
            object()
                .put(
                    "score",
                    Rounding.halfEven(
                        history(in).stability(optional(in, "yield"), number(in, "portfolio_yield")),
                        3)));
    runners.put(
        "div.consistent",
        in ->
            object()
                .put(
                    "consistent",
                    DividendHistory.consistent(optional(in, "yield"), number(in, "stability"))));
  }

  private static Windfall windfall(JsonNode in, OptionalDouble trend) {
    return Windfall.of(
        number(in, "gain"), number(in, "years"), trend, OptionalDouble.empty(), FIRST_EDITION);
  }

  /** Without gain or years there is no windfall to look at. */
  private static JsonNode score(JsonNode in) {
    JsonNode metrics = in.get("metrics");
    OptionalDouble gain = optional(in, "gain");
    OptionalDouble years = optional(in, "years");
    Windfall windfall =
        Windfall.of(
            gain.orElse(0),
            years.orElse(0),
            optional(metrics, "CAGR_5Y"),
            optional(metrics, "CAGR_10Y"),
            FIRST_EDITION);
    boolean known = gain.isPresent() && years.isPresent();
    ObjectNode node =
        object()
            .put("historical_cagr", Rounding.halfEven(windfall.trend(), 4))
            .put("score", known ? Rounding.halfEven(windfall.score(), 3) : 0);
    put(node, "excess_gain", rounded(known, windfall.excess()));
    return put(node, "expected_gain", rounded(known, windfall.expected()));
  }

  private static OptionalDouble rounded(boolean known, double figure) {
    return known ? OptionalDouble.of(Rounding.halfEven(figure, 4)) : OptionalDouble.empty();
  }

  private static JsonNode taking(JsonNode in) {
    Windfall.Taking taking = windfall(in, optional(in, "cagr")).taking(FIRST_EDITION, LEAST_EXCESS);
    return object()
        .put("sell", taking.sells())
        .put("pct", taking.share())
        .put("reason", taking.reason().name());
  }

  /** The examples count a year for an unknown date, and show percent points. */
  private static JsonNode recommendation(JsonNode in) {
    double average = number(in, "avg_price");
    if (!(average > 0)) {
      return object().put("error", "INVALID_AVG_PRICE");
    }
    double gain = (number(in, "price") - average) / average;
    OptionalLong days = SellExamples.days(in, "first_bought_at");
    JsonNode metrics = in.get("metrics");
    Windfall windfall =
        Windfall.of(
            gain,
            days.isEmpty() ? 1 : Windfall.years(days.getAsLong()),
            optional(metrics, "CAGR_5Y"),
            optional(metrics, "CAGR_10Y"),
            FIRST_EDITION);
    Windfall.Taking taking = windfall.taking(FIRST_EDITION, LEAST_EXCESS);
    return object()
        .put("gain_pct", Rounding.halfEven(gain * 100, 1))
        .put("years", Rounding.halfEven(windfall.years(), 2))
        .put("cagr_pct", points(windfall.trend()))
        .put("expected_pct", points(windfall.expected()))
        .put("excess_pct", points(windfall.excess()))
        .put("score", Rounding.halfEven(windfall.score(), 3))
        .put("sell", taking.sells())
        .put("sell_pct", Rounding.halfEven(taking.share() * 100, 0))
        .put("reason", taking.reason().name());
  }

  private static double points(double fraction) {
    return Rounding.halfEven(Rounding.halfEven(fraction, 4) * 100, 1);
  }

  private static DividendHistory history(JsonNode in) {
    JsonNode amounts = in.get("history");
    double[] history = new double[amounts.size()];
    for (int i = 0; i < history.length; i++) {
      history[i] = amounts.get(i).asDouble();
    }
    return DividendHistory.of(history);
  }

  private static JsonNode cut(JsonNode in) {
    OptionalInt since = history(in).yearsSinceCut();
    ObjectNode node = object().put("cut", since.isPresent());
    return put(
        node,
        "years_since",
        since.isPresent() ? OptionalDouble.of(since.getAsInt()) : OptionalDouble.empty());
  }
}
