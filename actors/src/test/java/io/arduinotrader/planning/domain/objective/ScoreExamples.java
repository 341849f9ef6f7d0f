package io.arduinotrader.planning.domain.objective;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.candidate.TradeCost;
import io.arduinotrader.planning.domain.objective.Objective.Part;
import io.arduinotrader.protocol.planning.PlannerSettings.Profile;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Examples of the objective in its first form: cash counts for nothing and is not in the total,
 * costs are not paid, and parts are rounded.
 */
public final class ScoreExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double OPINION = 0.5;

  private ScoreExamples() {}

  /** Adds what computes each function. */
  public static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("portfolio_score", in -> new Example(in, JSON.objectNode()).portfolio());
    runners.put("end_state_score", ScoreExamples::endState);
    runners.put("evaluate_sequence_end_state", ScoreExamples::evaluated);
    runners.put("simulate_and_evaluate", ScoreExamples::simulatedAndEvaluated);
    runners.put("simulate", ScoreExamples::simulated);
  }

  /** A portfolio of an example in numbers of the objective. */
  private static final class Example {

    final Situation situation;
    final Objective objective;
    final double total;
    final Map<String, Asset> assets = new TreeMap<>();

    Example(JsonNode context, JsonNode metrics) {
      total = context.get("total_value").asDouble();
      TreeSet<String> symbols = new TreeSet<>();
      context.get("positions").fieldNames().forEachRemaining(symbols::add);
      context.path("security_countries").fieldNames().forEachRemaining(symbols::add);
      context.path("security_scores").fieldNames().forEachRemaining(symbols::add);
      metrics.fieldNames().forEachRemaining(symbols::add);
      Plans plans = Plans.with("1000000").free().set("enable_industry_targets", false);
      context
          .path("country_targets")
          .properties()
          .forEach(target -> plans.country(target.getKey(), target.getValue().asDouble()));
      int number = 0;
      for (String symbol : symbols) {
        plans.and(stock(number++, symbol, context, metrics.path(symbol)));
      }
      situation = Situation.of(plans.inputs());
      objective = Objective.of(situation);
      situation.assets().forEach(asset -> assets.put(asset.security().symbol().value(), asset));
    }

    private static Stock stock(int number, String symbol, JsonNode context, JsonNode metrics) {
      String country = context.path("security_countries").path(symbol).asText("");
      JsonNode quality = context.path("security_scores");
      JsonNode yields = context.path("security_dividends");
      return Stock.number(number)
          .named(symbol)
          .price(1)
          .held(context.get("positions").path(symbol).asDouble(0))
          .country(context.path("country_to_group").path(country).asText("OTHER"))
          .outlook(
              MetricParts.of(
                  metrics,
                  quality.isObject() ? quality.path(symbol).asDouble(0.5) : Double.NaN,
                  yields.isObject() ? yields.path(symbol).asDouble(0) : Double.NaN));
    }

    double[] values() {
      return situation.assets().stream().mapToDouble(Asset::value).toArray();
    }

    List<Part> parts(double[] values) {
      return objective.score(values, 0, total, 0).parts();
    }

    /** Spread, dividends and quality on the scale 0 to 100. */
    ObjectNode portfolio(double[] values) {
      double countries = Math.max(0, 100 * part(values, "countries"));
      double dividend = 100 * part(values, "dividend");
      double quality = 100 * part(values, "quality");
      DiversificationRules rules = objective.spread();
      return JSON.objectNode()
          .put("diversification", rounded(countries, 1))
          .put("dividend", rounded(dividend, 1))
          .put("quality", rounded(quality, 1))
          .put(
              "total",
              rounded(
                  rules.country() * countries
                      + rules.dividend() * dividend
                      + rules.quality() * quality,
                  1));
    }

    ObjectNode portfolio() {
      return portfolio(values());
    }

    double diversification(double[] values) {
      return portfolio(values).get("total").asDouble() / 100;
    }

    double part(double[] values, String name) {
      return parts(values).stream()
          .filter(part -> part.name().equals(name))
          .findFirst()
          .orElseThrow()
          .score();
    }

    double endState(double[] values, double diversification, Profile profile) {
      ProfileWeights weights = ProfileWeights.of(profile);
      return rounded(
          Math.min(
              1,
              weights.totalReturn() * part(values, "total_return")
                  + weights.diversification() * diversification
                  + weights.promise() * part(values, "promise")
                  + weights.stability() * part(values, "stability")
                  + weights.opinion() * OPINION),
          3);
    }

    List<Candidate> trades(JsonNode sequence) {
      List<Candidate> trades = new ArrayList<>();
      for (JsonNode trade : sequence) {
        Asset asset = requireNonNull(assets.get(trade.get("symbol").asText()));
        trades.add(
            new Candidate(
                asset,
                Side.valueOf(trade.get("side").asText()),
                trade.get("quantity").asDouble(),
                trade.get("value_eur").asDouble(),
                0,
                0,
                List.of(),
                List.of()));
      }
      return trades;
    }
  }

  /** The context with the countries of all securities, also of those not held. */
  private static JsonNode withCountries(JsonNode in) {
    ObjectNode context = in.get("context").deepCopy();
    ObjectNode countries = (ObjectNode) context.get("security_countries");
    for (JsonNode security : in.path("securities")) {
      if (security.has("country")) {
        countries.put(security.get("symbol").asText(), security.get("country").asText());
      }
    }
    return context;
  }

  private static double rounded(double number, int places) {
    return new BigDecimal(number).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static JsonNode endState(JsonNode in) {
    ObjectNode context = in.deepCopy();
    Example example = new Example(context, in.get("metrics"));
    double[] values = example.values();
    Profile profile =
        Profile.valueOf(in.path("risk_profile").asText("balanced").toUpperCase(Locale.ROOT));
    double diversification = in.get("diversification").asDouble();
    ObjectNode result =
        JSON.objectNode().put("score", example.endState(values, diversification, profile));
    ProfileWeights weights = ProfileWeights.of(profile);
    ObjectNode breakdown = result.putObject("breakdown");
    weighted(
        breakdown, "total_return", example.part(values, "total_return"), weights.totalReturn());
    breakdown
        .putObject("diversification")
        .put("score", diversification)
        .put("weight", weights.diversification())
        .put("contribution", rounded(weights.diversification() * diversification, 3));
    weighted(breakdown, "long_term_promise", example.part(values, "promise"), weights.promise());
    weighted(breakdown, "stability", example.part(values, "stability"), weights.stability());
    breakdown
        .putObject("opinion")
        .put("score", OPINION)
        .put("weight", weights.opinion())
        .put("contribution", rounded(weights.opinion() * OPINION, 3));
    breakdown
        .put("end_state_score", example.endState(values, diversification, profile))
        .put("risk_profile", profile.name().toLowerCase(Locale.ROOT));
    return result;
  }

  private static void weighted(ObjectNode breakdown, String name, double score, double weight) {
    breakdown
        .putObject(name)
        .put("weighted_score", rounded(score, 3))
        .put("weight", weight)
        .put("contribution", rounded(weight * score, 3));
  }

  private static double cost(JsonNode in, JsonNode sequence) {
    TradeCost costs =
        new TradeCost(in.path("fixed").asDouble(2), in.path("percent").asDouble(0.002), 0, 0.01);
    double cost = 0;
    for (JsonNode trade : sequence) {
      cost += costs.of(trade.get("value_eur").asDouble());
    }
    return cost;
  }

  private static double penalised(JsonNode in, double score, double cost, double total) {
    return Math.max(0, score - in.path("cost_penalty_factor").asDouble(0.1) * cost / total);
  }

  private static JsonNode evaluated(JsonNode in) {
    Example example = new Example(in.get("end_context"), in.get("metrics"));
    double[] values = example.values();
    double score = example.endState(values, example.diversification(values), Profile.BALANCED);
    return JSON.objectNode()
        .put("score", penalised(in, score, cost(in, in.get("sequence")), example.total))
        .put("end_state_score", score);
  }

  private static JsonNode simulatedAndEvaluated(JsonNode in) {
    Example example = new Example(withCountries(in), in.get("metrics"));
    Ending ending = Ending.of(example.situation, example.trades(in.get("sequence")));
    double cash = ending.cash() - example.situation.cash() + in.get("cash").asDouble();
    double diversification = example.diversification(ending.values());
    double cost = cost(in, in.get("sequence"));
    return JSON.objectNode()
        .put(
            "score",
            penalised(
                in,
                example.endState(ending.values(), diversification, Profile.BALANCED),
                cost,
                example.total))
        .put("diversification_0_1", diversification)
        .put("cost", cost)
        .put("end_cash", cash);
  }

  /** A purchase that cannot be paid is no part of any sequence, so it is left out. */
  private static JsonNode simulated(JsonNode in) {
    Example example = new Example(withCountries(in), JSON.objectNode());
    double cash = in.get("cash").asDouble();
    ArrayNode paid = JSON.arrayNode();
    for (JsonNode trade : in.get("sequence")) {
      ObjectNode valued = trade.deepCopy();
      JsonNode multiplier = in.path("price_multipliers").path(trade.get("symbol").asText());
      if (!multiplier.isMissingNode()) {
        valued.put(
            "value_eur",
            trade.get("quantity").asDouble()
                * trade.get("price").asDouble()
                * multiplier.asDouble());
      }
      double value = valued.get("value_eur").asDouble();
      boolean buy = trade.get("side").asText().equals("BUY");
      if (!buy || value <= cash) {
        paid.add(valued);
        cash += buy ? -value : value;
      }
    }
    Ending ending = Ending.of(example.situation, example.trades(paid));
    ObjectNode positions = JSON.objectNode();
    example.assets.forEach(
        (symbol, asset) -> {
          double value = ending.values()[asset.number()];
          if (value > 0) {
            positions.put(symbol, value);
          }
        });
    ObjectNode result = JSON.objectNode().put("total_value", example.total);
    result.set("positions", positions);
    return result.put("cash", ending.cash() - example.situation.cash() + in.get("cash").asDouble());
  }
}
