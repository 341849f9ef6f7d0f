package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.numbers;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.optional;
import static io.arduinotrader.scoring.domain.Example.or;
import static io.arduinotrader.scoring.domain.Example.text;
import static io.arduinotrader.scoring.domain.Example.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.scoring.domain.group.Rounding;
import io.arduinotrader.scoring.domain.group.ScoringRules.Cliffs;
import io.arduinotrader.scoring.domain.indicator.PriceRun;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.Instability;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.PositionDrawdown;
import io.arduinotrader.scoring.domain.sell.HeldPosition;
import io.arduinotrader.scoring.domain.sell.SaleSize;
import io.arduinotrader.scoring.domain.sell.SellBlock;
import io.arduinotrader.scoring.domain.sell.SellPart;
import io.arduinotrader.scoring.domain.sell.SellReasons;
import io.arduinotrader.scoring.domain.sell.SellScore;
import io.arduinotrader.scoring.domain.sell.SellSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the worked examples of selling are run. */
final class SellExamples {

  private SellExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("sell.underperformance", SellExamples::underperformance);
    runners.put("sell.time_held", SellExamples::timeHeld);
    runners.put(
        "sell.balance",
        in ->
            value(
                OptionalDouble.of(
                    balance(in, number(in, "position_value"), number(in, "total_value")))));
    runners.put("sell.instability", SellExamples::instability);
    runners.put(
        "sell.drawdown",
        in -> value(OptionalDouble.of(SellReasons.drawdown(drawdown(in), Cliffs.SHEER))));
    runners.put("sell.eligibility", SellExamples::eligibility);
    runners.put("sell.quantity", SellExamples::quantity);
    runners.put("sell.score", SellExamples::score);
  }

  private static JsonNode underperformance(JsonNode in) {
    double average = number(in, "avg_price");
    boolean known = average > 0 && in.get("days_held").asLong() > 0;
    double profit = known ? (number(in, "price") - average) / average : 0;
    return object()
        .put("profit_pct", profit)
        .put(
            "score",
            SellReasons.underperformance(
                average > 0,
                profit,
                in.get("days_held").asLong(),
                settings(90, 180, number(in, "max_loss"), 100, Map.of())));
  }

  private static JsonNode timeHeld(JsonNode in) {
    OptionalLong days = days(in, "first_bought_at");
    return object()
        .put("days_held", days.orElse(365))
        .put(
            "score",
            SellReasons.timeHeld(
                days, settings((int) number(in, "min_hold_days"), 180, -0.2, 100, Map.of())));
  }

  private static double balance(JsonNode in, double position, double total) {
    return SellReasons.balance(
        numbers(in, "country_alloc").getOrDefault(text(in, "country").orElse(""), 0.0),
        industryShares(in).stream().mapToDouble(Double::doubleValue).toArray(),
        total > 0 ? position / total : -1,
        Cliffs.SHEER);
  }

  /** An industry without a name is one nobody has shares of. */
  private static List<Double> industryShares(JsonNode in) {
    Map<String, Double> shares = numbers(in, "industry_alloc");
    return text(in, "industry").filter(names -> !names.isBlank()).stream()
        .flatMap(names -> Stream.of(names.split(",", -1)))
        .map(name -> shares.getOrDefault(name.strip(), 0.0))
        .toList();
  }

  private static JsonNode instability(JsonNode in) {
    Instability signs =
        new Instability(number(in, "vol_now"), number(in, "vol_hist"), optional(in, "dist_ma200"));
    return value(
        OptionalDouble.of(
            SellReasons.instability(
                Optional.of(signs),
                number(in, "profit_pct"),
                in.get("days_held").asLong(),
                Cliffs.SHEER)));
  }

  private static Optional<PositionDrawdown> drawdown(JsonNode in) {
    return in.path("prices").isNull() || in.path("prices").isMissingNode()
        ? Optional.empty()
        : RiskIndicators.positionDrawdown(lastYear(Example.prices(in)));
  }

  private static PriceRun lastYear(PriceRun prices) {
    return prices.newest(365);
  }

  private static JsonNode eligibility(JsonNode in) {
    OptionalLong since = days(in, "last_transaction_at");
    Optional<SellBlock> block =
        SellBlock.of(
            in.get("allow_sell").asBoolean(),
            number(in, "profit_pct"),
            since,
            since,
            settings(
                in.get("min_hold_days").asInt(),
                in.get("cooldown_days").asInt(),
                number(in, "max_loss"),
                100,
                Map.of()));
    ObjectNode node = object().put("eligible", block.isEmpty());
    return node.put("blocked_by", block.map(SellBlock::name).orElse(null));
  }

  private static JsonNode quantity(JsonNode in) {
    SaleSize size =
        SaleSize.of(
            number(in, "score"),
            number(in, "quantity"),
            number(in, "price"),
            number(in, "min_lot"),
            settings(90, 180, -0.2, number(in, "min_value"), Map.of()));
    return object().put("pct", size.share()).put("quantity", size.quantity());
  }

  private static JsonNode score(JsonNode in) {
    JsonNode given = in.path("settings");
    Map<SellPart, Double> weights = new EnumMap<>(SellPart.class);
    Map<String, Double> named = numbers(in, "weights");
    for (SellPart part : SellPart.values()) {
      if (named.containsKey(part.key())) {
        weights.put(part, named.get(part.key()));
      }
    }
    SellSettings settings =
        settings(
            (int) or(given, "min_hold_days", 90),
            (int) or(given, "sell_cooldown_days", 180),
            or(given, "max_loss_threshold", -0.2),
            or(given, "min_sell_value", 100),
            weights);
    HeldPosition position = position(in);
    SellScore score = SellScore.of(position, settings);
    boolean looked = !score.parts().isEmpty();
    double profit = position.profit();
    return object()
        .put("eligible", score.block().isEmpty())
        .put("blocked_by", score.block().map(SellBlock::name).orElse(null))
        .put("days_held", position.daysHeld().orElse(365))
        .put("profit_pct", looked ? Rounding.halfEven(profit, 4) : profit)
        .put("total", Rounding.halfEven(score.total(), 3))
        .put("underperformance", part(score, SellPart.UNDERPERFORMANCE))
        .put("time_held", part(score, SellPart.TIME_HELD))
        .put("balance", part(score, SellPart.BALANCE))
        .put("instability", part(score, SellPart.INSTABILITY))
        .put("quantity", score.size().quantity())
        .put("pct", Rounding.halfEven(score.size().share(), 3))
        .put("value", Rounding.halfEven(score.value(), 2));
  }

  private static double part(SellScore score, SellPart part) {
    return Rounding.halfEven(score.parts().getOrDefault(part, 0.0), 3);
  }

  private static HeldPosition position(JsonNode in) {
    OptionalLong bought = days(in, "first_bought_at");
    OptionalLong sold = days(in, "last_sold_at");
    OptionalLong last =
        bought.isEmpty() || sold.isEmpty()
            ? (bought.isEmpty() ? sold : bought)
            : OptionalLong.of(Math.min(bought.getAsLong(), sold.getAsLong()));
    double average = number(in, "avg_price");
    return new HeldPosition(
        in.path("allow_sell").asBoolean(false),
        number(in, "quantity"),
        or(in, "min_lot", 1),
        or(in, "price", average),
        average,
        bought,
        last,
        last,
        new HeldPosition.Surroundings(
            numbers(in, "country_alloc").getOrDefault(text(in, "country").orElse(""), 0.0),
            industryShares(in),
            number(in, "total_value")),
        signs(in.path("technical")),
        drawdown(in));
  }

  private static Optional<Instability> signs(JsonNode technical) {
    return technical.isArray()
        ? Optional.of(
            new Instability(
                technical.get(0).asDouble(),
                technical.get(1).asDouble(),
                OptionalDouble.of(technical.get(2).asDouble())))
        : Optional.empty();
  }

  private static SellSettings settings(
      int hold, int cooldown, double loss, double value, Map<SellPart, Double> weights) {
    return new SellSettings(hold, cooldown, loss, value, weights, Cliffs.SHEER);
  }

  /** Whole days from a time to now; unreadable times are unknown ones. */
  static OptionalLong days(JsonNode in, String name) {
    Optional<LocalDateTime> then = text(in, name).flatMap(SellExamples::time);
    return then.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            Math.floorDiv(
                Duration.between(then.get(), LocalDateTime.parse(in.get("now").asText()))
                    .toSeconds(),
                86_400L));
  }

  private static Optional<LocalDateTime> time(String text) {
    String local = text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "");
    try {
      return Optional.of(
          local.length() == 10
              ? LocalDate.parse(local).atStartOfDay()
              : LocalDateTime.parse(local.replace(' ', 'T')));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
