package io.arduinotrader.planning.domain.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.protocol.planning.PlannerSettings.Patience;
import io.arduinotrader.protocol.vocab.rule.Windfall;
import io.arduinotrader.protocol.vocab.rule.WindfallRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Examples of costs, sizes, gains and waiting times. */
public final class MoneyExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double USUAL_RATIO = 0.01;
  private static final double LEAST_EXCESS = 0.25;

  private MoneyExamples() {}

  /** Adds what computes each function. */
  public static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("transaction_cost", MoneyExamples::transactionCost);
    runners.put("min_trade_amount", MoneyExamples::smallestTrade);
    runners.put("trade_worthwhile", MoneyExamples::worthwhile);
    runners.put("size_buy", MoneyExamples::sizeBuy);
    runners.put("size_sell_lots", MoneyExamples::sizeSell);
    runners.put("weight_gaps", MoneyExamples::gaps);
    runners.put("excess_gain", MoneyExamples::excess);
    runners.put("take_profit_rule", MoneyExamples::takeProfit);
    runners.put("windfall_score", MoneyExamples::windfall);
    runners.put("sell_eligible", MoneyExamples::mayBeSold);
    runners.put("filter.eligibility", MoneyExamples::patient);
    runners.put("filter.recently_traded", MoneyExamples::notTradedLately);
    runners.put("select_diverse", MoneyExamples::diverse);
  }

  private static TradeCost cost(double fixed, double percent, double ratio) {
    return new TradeCost(fixed, percent, 0, ratio);
  }

  private static JsonNode transactionCost(JsonNode in) {
    TradeCost cost = cost(in.get("fixed").asDouble(), in.get("percent").asDouble(), USUAL_RATIO);
    double sum = 0;
    for (JsonNode trade : in.get("sequence")) {
      sum += cost.of(trade.get("value_eur").asDouble());
    }
    return DoubleNode.valueOf(sum);
  }

  private static JsonNode smallestTrade(JsonNode in) {
    return DoubleNode.valueOf(
        cost(
                in.get("transaction_cost_fixed").asDouble(),
                in.get("transaction_cost_percent").asDouble(),
                in.path("max_cost_ratio").asDouble(USUAL_RATIO))
            .smallestTrade());
  }

  private static JsonNode worthwhile(JsonNode in) {
    return BooleanNode.valueOf(
        cost(in.get("fixed").asDouble(), in.get("percent").asDouble(), USUAL_RATIO)
            .isWorthwhile(in.get("gap_value").asDouble()));
  }

  private static JsonNode sizeBuy(JsonNode in) {
    double price = in.get("price").asDouble();
    double lot = Math.max(1, in.path("min_lot").asDouble(1));
    double given = in.path("exchange_rate").asDouble(1);
    double rate = given > 0 ? given : 1;
    double shares = Lots.bought(in.get("target_value_eur").asDouble(), price / rate, lot);
    return JSON.objectNode()
        .put("quantity", shares)
        .put("value_native", shares * price)
        .put("value_eur", shares * price / rate)
        .put("lots", shares / lot);
  }

  private static JsonNode sizeSell(JsonNode in) {
    return DoubleNode.valueOf(
        Lots.sold(
            in.get("target_quantity").asDouble(),
            in.path("min_lot").asDouble(1),
            in.path("current_holdings").asDouble(Double.MAX_VALUE)));
  }

  private static JsonNode gaps(JsonNode in) {
    double total = in.get("total").asDouble();
    Set<String> symbols = new LinkedHashSet<>();
    in.get("targets").fieldNames().forEachRemaining(symbols::add);
    in.get("current").fieldNames().forEachRemaining(symbols::add);
    double invested = 0;
    for (JsonNode weight : in.get("current")) {
      invested += weight.asDouble() * total;
    }
    Plans plans =
        Plans.with(
                BigDecimal.valueOf(total - invested)
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .toPlainString())
            .free()
            .set("weight_gap", 0.005);
    int number = 0;
    for (String symbol : symbols) {
      plans.and(
          Stock.number(number++)
              .named(symbol)
              .price(1)
              .held(in.get("current").path(symbol).asDouble(0) * total)
              .target(in.get("targets").path(symbol).asDouble(0)));
    }
    Situation situation = Situation.of(plans.inputs());
    ArrayNode gaps = JSON.arrayNode();
    WeightIdeas.all(situation)
        .sorted(Comparator.comparingDouble((Idea idea) -> -idea.amount()))
        .forEach(
            idea -> {
              double current = situation.weight(idea.asset());
              double target = situation.targets().of(idea.asset());
              double sign = Math.signum(target - current);
              gaps.addObject()
                  .put("symbol", idea.asset().security().symbol().value())
                  .put("current", current)
                  .put("target", target)
                  .put("gap", target - current)
                  .put("gap_value", sign * idea.amount());
            });
    return gaps;
  }

  private static JsonNode excess(JsonNode in) {
    return DoubleNode.valueOf(gain(in).excess());
  }

  private static Windfall gain(JsonNode in) {
    return Windfall.of(
        in.get("current_gain").asDouble(),
        in.get("years_held").asDouble(),
        OptionalDouble.of(in.get("historical_cagr").asDouble()),
        OptionalDouble.empty(),
        WindfallRules.FIRST_EDITION);
  }

  private static JsonNode takeProfit(JsonNode in) {
    Windfall.Taking taking = gain(in).taking(WindfallRules.FIRST_EDITION, LEAST_EXCESS);
    return JSON.objectNode().put("take", taking.sells()).put("sell_fraction", taking.share());
  }

  private static JsonNode windfall(JsonNode in) {
    JsonNode metrics = in.path("metrics");
    double trend =
        in.path("cagr")
            .asDouble(metrics.path("CAGR_5Y").asDouble(metrics.path("CAGR_10Y").asDouble(0.10)));
    if (!in.has("gain")) {
      return JSON.objectNode()
          .put("score", 0.0)
          .putNull("excess")
          .putNull("expected")
          .put("cagr", trend);
    }
    Windfall windfall =
        Windfall.of(
            in.get("gain").asDouble(),
            in.get("years").asDouble(),
            OptionalDouble.of(trend),
            OptionalDouble.empty(),
            WindfallRules.FIRST_EDITION);
    return JSON.objectNode()
        .put("score", rounded(windfall.score(), 3))
        .put("excess", rounded(windfall.excess(), 4))
        .put("expected", rounded(windfall.gain() - windfall.excess(), 4))
        .put("cagr", trend);
  }

  private static double rounded(double number, int places) {
    return new BigDecimal(number).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
  }

  /** The last trade is taken for both a purchase and a sale. */
  private static JsonNode mayBeSold(JsonNode in) {
    Optional<Long> days =
        in.has("last_trade_days_ago")
            ? Optional.of(in.get("last_trade_days_ago").asLong())
            : Optional.empty();
    return BooleanNode.valueOf(
        in.path("allow_sell").asBoolean(true)
            && Eligibility.patience(
                    patience(), Optional.of(in.get("profit").asDouble()), days, days)
                .isEmpty());
  }

  private static Patience patience() {
    return new Patience(90, 180, 30, -0.20);
  }

  private static JsonNode patient(JsonNode in) {
    JsonNode params = in.path("params");
    Patience patience =
        new Patience(
            params.path("enforce_min_hold").asBoolean(true) ? 90 : 0,
            params.path("enforce_cooldown").asBoolean(true) ? 180 : 0,
            0,
            params.path("enforce_max_loss").asBoolean(true) ? -0.20 : -1);
    return kept(
        in.get("sequences"),
        trade ->
            !trade.get("side").asText().equals("SELL")
                || Eligibility.patience(
                        patience,
                        number(in.path("returns"), trade),
                        number(in.path("held_days"), trade).map(Double::longValue),
                        number(in.path("sold_days_ago"), trade).map(Double::longValue))
                    .isEmpty());
  }

  private static JsonNode notTradedLately(JsonNode in) {
    return kept(
        in.get("sequences"),
        trade -> {
          JsonNode days = in.path("days_ago").path(trade.get("symbol").asText());
          boolean buy = trade.get("side").asText().equals("BUY");
          String last = buy ? "last_buy" : "last_sell";
          if (!days.has(last)) {
            return true;
          }
          Stock stock = Stock.number(1).held(1);
          Stock traded =
              buy
                  ? stock.lastBought(days.get(last).asLong())
                  : stock.lastSold(days.get(last).asLong());
          Asset asset = Asset.of(0, traded.security());
          Eligibility eligibility =
              new Eligibility(Plans.with("0").inputs().settings(), Stock.NOW, false);
          return (buy ? eligibility.buy(asset) : eligibility.sell(asset)).isEmpty();
        });
  }

  private static Optional<Double> number(JsonNode by, JsonNode trade) {
    JsonNode value = by.path(trade.get("symbol").asText());
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asDouble());
  }

  private static JsonNode kept(JsonNode sequences, Function<JsonNode, Boolean> allowed) {
    ArrayNode kept = JSON.arrayNode();
    for (JsonNode sequence : sequences) {
      boolean all = true;
      ArrayNode names = JSON.arrayNode();
      for (JsonNode trade : sequence) {
        all &= allowed.apply(trade);
        names.add(trade.get("side").asText() + ":" + trade.get("symbol").asText());
      }
      if (all) {
        kept.add(names);
      }
    }
    return kept;
  }

  /** Priorities up to a hundred there are up to one here. */
  private static JsonNode diverse(JsonNode in) {
    List<JsonNode> candidates = new ArrayList<>();
    in.get("candidates").forEach(candidates::add);
    ArrayNode chosen = JSON.arrayNode();
    new DiverseSelection<JsonNode>(
            in.get("max").asInt(),
            in.path("weight").asDouble(0.3),
            candidate -> candidate.get("priority").asDouble() / 100,
            candidate -> cluster(candidate.get("symbol").asText(), in.path("securities")))
        .of(candidates)
        .forEach(candidate -> chosen.add(candidate.get("symbol").asText()));
    return chosen;
  }

  private static String cluster(String symbol, JsonNode securities) {
    for (JsonNode security : securities) {
      if (security.get("symbol").asText().equals(symbol)) {
        return security.has("country")
            ? security.get("country").asText()
            : security.path("industry").asText(symbol);
      }
    }
    return symbol.substring(0, Math.min(3, symbol.length()));
  }
}
