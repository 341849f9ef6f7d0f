package io.arduinotrader.planning.domain.candidate;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Examples of the ideas of each category, in whole lots. */
public final class CandidateExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Refusal BLOCKED = Refusal.of(RefusalCode.SELL_DISABLED, "no");

  /** Just beyond a bound that does not belong to a range. */
  private static final double OPEN = 1e-9;

  /** Enough to buy anything. */
  private static final String RICH = "1000000";

  private CandidateExamples() {}

  /** Adds what computes each function. */
  public static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("opportunity.profit_taking.heuristic", CandidateExamples::profits);
    runners.put("opportunity.profit_taking.modular", CandidateExamples::profits);
    runners.put("opportunity.averaging_down.heuristic", in -> dips(in, -1, -0.20 - OPEN));
    runners.put("opportunity.averaging_down.modular", in -> dips(in, -0.15 - OPEN, -OPEN));
    runners.put("opportunity.rebalance_sells.heuristic", CandidateExamples::groupSells);
    runners.put("opportunity.rebalance_sells.modular", CandidateExamples::groupSells);
    runners.put("opportunity.rebalance_buys.heuristic", CandidateExamples::groupBuys);
    runners.put("opportunity.quality_buys.heuristic", CandidateExamples::opportunities);
    runners.put("opportunity.weight_based", CandidateExamples::weights);
    runners.put("opportunity.weight_based.modular", in -> flat(weights(in)));
  }

  /** Securities by symbol with all that any part of an example says about them. */
  private static Map<String, Stock> stocks(JsonNode in) {
    Map<String, Stock> stocks = new TreeMap<>();
    JsonNode context = in.path("context");
    for (JsonNode security : in.path("securities")) {
      String symbol = security.get("symbol").asText();
      Stock stock =
          Stock.number(symbol.hashCode() & 0xffff)
              .named(symbol)
              .lot(security.path("min_lot").asText("1"))
              .priority(security.path("priority_multiplier").asDouble(1));
      String country = security.path("country").asText("");
      JsonNode groups =
          context.has("country_to_group")
              ? context.get("country_to_group")
              : in.path("country_to_group");
      stock.country(country.isEmpty() ? "" : groups.path(country).asText("OTHER"));
      JsonNode quality =
          context.has("security_scores")
              ? context.get("security_scores").path(symbol)
              : in.path("scores").path(symbol);
      if (!quality.isMissingNode()) {
        stock.score(quality.asDouble());
      }
      price(stock, symbol, security, in);
      if (!security.path("allow_sell").asBoolean(true)
          || contains(in.path("recently_sold"), symbol)
          || contains(in.path("ineligible"), symbol)) {
        stock.sellBlocked(BLOCKED);
      }
      if (in.path("targets").has(symbol)) {
        stock.target(in.get("targets").get(symbol).asDouble());
      }
      stocks.put(symbol, stock);
    }
    return stocks;
  }

  private static void price(Stock stock, String symbol, JsonNode security, JsonNode in) {
    String currency = security.path("currency").asText("EUR");
    JsonNode position = position(in, symbol);
    double price =
        in.path("prices").path(symbol).asDouble(position.path("current_price").asDouble(0));
    currency = position.path("currency").asText(currency);
    if (price <= 0) {
      stock.unpriced();
      return;
    }
    stock.in(new Currency(currency), price, in.path("rates").path(currency).asDouble(1));
    JsonNode context = in.path("context");
    JsonNode average = context.path("position_avg_prices").path(symbol);
    double value = context.path("positions").path(symbol).asDouble(0);
    if (position.path("market_value_eur").asDouble(1) > 0 && position.has("quantity")) {
      stock.held(position.get("quantity").asDouble());
    } else if (value > 0 && position.isMissingNode()) {
      stock.held(Math.ceil(value / price));
    }
    if (position.has("avg_price")) {
      stock.boughtAt(position.get("avg_price").asDouble());
    } else if (!average.isMissingNode()) {
      stock.boughtAt(average.asDouble());
    }
  }

  private static JsonNode position(JsonNode in, String symbol) {
    for (JsonNode position : in.path("positions")) {
      if (position.get("symbol").asText().equals(symbol)) {
        return position;
      }
    }
    return JSON.objectNode().path("none");
  }

  private static boolean contains(JsonNode names, String name) {
    for (JsonNode each : names) {
      if (each.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Plans plans(Map<String, Stock> stocks, String cash) {
    return Plans.with(cash).free().and(stocks.values().toArray(Stock[]::new));
  }

  /** Ideas for the amount of an example's usual trade. */
  private static Situation situation(JsonNode in, Map<String, Stock> stocks, Plans plans) {
    Situation first = Situation.of(plans(stocks, RICH).inputs());
    double amount = in.path("base_amount").asDouble(1000);
    return Situation.of(plans.set("trade_share", Math.min(1, amount / first.total())).inputs());
  }

  /** The examples count a year for an unknown date. */
  private static JsonNode profits(JsonNode in) {
    Map<String, Stock> stocks = stocks(in);
    stocks.values().forEach(stock -> stock.firstBought(365));
    Situation situation = Situation.of(plans(stocks, "1").inputs());
    return trades(situation, HoldingIdeas.profits(situation));
  }

  private static JsonNode dips(JsonNode in, double deepest, double shallowest) {
    Map<String, Stock> stocks = stocks(in);
    Plans plans =
        plans(stocks, RICH)
            .set("averaging_down_max_loss", deepest)
            .set("averaging_down_min_dip", shallowest);
    Situation situation = situation(in, stocks, plans);
    return trades(situation, HoldingIdeas.dips(situation));
  }

  private static JsonNode groupSells(JsonNode in) {
    JsonNode params = in.path("params");
    Situation situation =
        Situation.of(
            plans(stocks(in), "1")
                .set("rebalance_band", params.path("overweight_threshold").asDouble(0.05))
                .set("max_sell_share", params.path("max_sell_pct").asDouble(0.30))
                .inputs());
    double total = in.path("total").asDouble(10000);
    return trades(
        situation,
        situation.assets().stream()
            .filter(asset -> asset.value() > 0)
            .filter(asset -> in.path("allocations").has(asset.security().countryGroup()))
            .flatMap(
                asset ->
                    GroupIdeas.sell(
                        situation.settings(), asset, allocated(in, asset), target(in, asset), total)
                        .stream()));
  }

  private static JsonNode groupBuys(JsonNode in) {
    Situation situation =
        Situation.of(plans(stocks(in), RICH).set("rebalance_band", 0.05).inputs());
    return trades(
        situation,
        situation.assets().stream()
            .filter(Asset::priced)
            .flatMap(
                asset ->
                    GroupIdeas.buy(
                        situation.settings(),
                        asset,
                        allocated(in, asset),
                        target(in, asset),
                        in.path("base_amount").asDouble(1000))
                        .stream()));
  }

  private static double allocated(JsonNode in, Asset asset) {
    return in.path("allocations").path(asset.security().countryGroup()).asDouble(0);
  }

  private static double target(JsonNode in, Asset asset) {
    JsonNode targets =
        in.has("context") ? in.get("context").path("country_targets") : in.path("country_targets");
    return targets.path(asset.security().countryGroup()).asDouble(0);
  }

  private static JsonNode opportunities(JsonNode in) {
    Map<String, Stock> stocks = stocks(in);
    Situation situation = situation(in, stocks, plans(stocks, RICH));
    return trades(situation, GroupIdeas.opportunities(situation));
  }

  private static JsonNode weights(JsonNode in) {
    Map<String, Stock> stocks = stocks(in);
    Situation invested = Situation.of(plans(stocks, "1").inputs());
    double total = in.path("context").path("total_value").asDouble(invested.total() - 1);
    if (total <= 0) {
      return JSON.objectNode();
    }
    Plans plans =
        plans(stocks, String.valueOf(Math.rint(total - invested.total() + 1)))
            .set("transaction_cost_fixed", 2)
            .set("transaction_cost_percent", 0.002)
            .set("max_cost_ratio", 1)
            .set("weight_gap", in.path("params").path("min_gap_threshold").asDouble(0.005));
    Situation situation = Situation.of(plans.inputs());
    Map<String, ArrayNode> byCategory = new LinkedHashMap<>();
    for (JsonNode trade : trades(situation, WeightIdeas.all(situation))) {
      boolean averaging = trade.get("tags").get(0).asText().equals("averaging_down");
      boolean sell = trade.get("side").asText().equals("SELL");
      String category = sell ? "rebalance_sells" : averaging ? "averaging_down" : "rebalance_buys";
      requireNonNull(byCategory.computeIfAbsent(category, key -> JSON.arrayNode())).add(trade);
    }
    ObjectNode result = JSON.objectNode();
    byCategory.forEach(result::set);
    return result;
  }

  private static JsonNode flat(JsonNode byCategory) {
    ArrayNode all = JSON.arrayNode();
    byCategory.forEach(category -> category.forEach(all::add));
    return all;
  }

  /** What the ideas come to in whole lots, but for what may not be sold. */
  private static JsonNode trades(Situation situation, Stream<Idea> ideas) {
    ArrayNode trades = JSON.arrayNode();
    ideas
        .map(idea -> Sized.of(situation, idea))
        .filter(sized -> sized.refusal().isEmpty())
        .filter(
            sized ->
                sized.side() == Side.BUY || sized.idea().asset().security().sellBlocked().isEmpty())
        .forEach(
            sized -> {
              Asset asset = sized.idea().asset();
              ObjectNode trade =
                  trades
                      .addObject()
                      .put("side", sized.side().name())
                      .put("symbol", asset.security().symbol().value())
                      .put("quantity", sized.shares())
                      .put("price", asset.security().price().orElseThrow().amount().doubleValue())
                      .put("value_eur", sized.value())
                      .put("currency", asset.security().rate().quote().code());
              ArrayNode tags = trade.putArray("tags");
              sized.idea().tags().forEach(tags::add);
            });
    return trades;
  }
}
