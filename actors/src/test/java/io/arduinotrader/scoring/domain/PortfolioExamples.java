package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.Example.fundamentals;
import static io.arduinotrader.scoring.domain.Example.monthly;
import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.numbers;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.optional;
import static io.arduinotrader.scoring.domain.Example.or;
import static io.arduinotrader.scoring.domain.Example.prices;
import static io.arduinotrader.scoring.domain.Example.put;
import static io.arduinotrader.scoring.domain.Example.scaled;
import static io.arduinotrader.scoring.domain.Example.text;
import static io.arduinotrader.scoring.domain.group.ScoringRules.FIRST_EDITION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.scoring.domain.group.FitGroup;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.Rounding;
import io.arduinotrader.scoring.domain.group.ScoreGroup;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import io.arduinotrader.scoring.domain.indicator.Bars;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.portfolio.HealthRules;
import io.arduinotrader.scoring.domain.portfolio.Holding;
import io.arduinotrader.scoring.domain.portfolio.PortfolioHealth;
import io.arduinotrader.scoring.domain.portfolio.PortfolioPicture;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** How the worked examples of a portfolio, and of a security within one, are run. */
final class PortfolioExamples {

  private PortfolioExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("group.diversification", PortfolioExamples::diversification);
    runners.put("total.security_score", PortfolioExamples::total);
    runners.put("portfolio.score", in -> health(score(picture(in.get("context")))));
    runners.put("portfolio.post_transaction", PortfolioExamples::afterBuying);
  }

  private static JsonNode diversification(JsonNode in) {
    return GroupExamples.result(
        FitGroup.of(
            fit(in),
            optional(in, "quality"),
            optional(in, "opportunity"),
            ScoreConfiguration.STANDARD.dips(),
            FIRST_EDITION));
  }

  /** The examples give room directly, as the weight of a group, and average prices by symbol. */
  private static Optional<PortfolioFit> fit(JsonNode in) {
    JsonNode context = in.path("context");
    if (!context.isObject() || text(in, "country").filter(name -> !name.isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    String symbol = in.get("symbol").asText();
    Map<String, Double> countries = numbers(context, "country_weights");
    Map<String, Double> industries = numbers(context, "industry_weights");
    double value = numbers(context, "positions").getOrDefault(symbol, 0.0);
    double total = number(context, "total_value");
    return Optional.of(
        new PortfolioFit(
            OptionalDouble.of(
                countries.getOrDefault(
                    group(context, "country_to_group", in.get("country").asText()), 0.0)),
            industries(in).stream()
                .map(
                    name -> industries.getOrDefault(group(context, "industry_to_group", name), 0.0))
                .toList(),
            value > 0
                ? Optional.of(
                    new PortfolioFit.Held(total > 0 ? value / total : 0, loss(context, symbol)))
                : Optional.empty()));
  }

  private static OptionalDouble loss(JsonNode context, String symbol) {
    OptionalDouble paid = optional(context.path("position_avg_prices"), symbol);
    OptionalDouble price = optional(context.path("current_prices"), symbol);
    return paid.orElse(0) > 0 && price.isPresent()
        ? OptionalDouble.of((paid.getAsDouble() - price.getAsDouble()) / paid.getAsDouble())
        : OptionalDouble.empty();
  }

  static List<String> industries(JsonNode in) {
    return text(in, "industry").stream()
        .flatMap(names -> Arrays.stream(names.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String group(JsonNode context, String map, String name) {
    return context.path(map).path(name).asText("OTHER");
  }

  /** The examples may hand Sortino ratio and drawdown in, and have no dates. */
  private static JsonNode total(JsonNode in) {
    PriceMeasures measures =
        GroupExamples.with(
            PriceMeasures.of(
                prices(in),
                PriceIndicators.yearHigh(scaled(in, "high_mult")),
                monthly(in),
                0,
                FIRST_EDITION),
            optional(in, "sortino"),
            optional(in, "drawdown"));
    Map<ScoreGroup, Double> own = new EnumMap<>(ScoreGroup.class);
    Map<String, Double> given = numbers(in, "weights");
    for (ScoreGroup group : ScoreGroup.values()) {
      own.put(group, given.getOrDefault(group.key(), group.defaultWeight()));
    }
    boolean usable = own.values().stream().mapToDouble(Double::doubleValue).sum() > 0;
    ScoreConfiguration configuration =
        new ScoreConfiguration(
            FIRST_EDITION,
            usable ? GroupWeights.of(own) : GroupWeights.STANDARD,
            or(in, "target", 0.11),
            0,
            or(in, "market_pe", 22),
            600,
            121,
            50,
            12,
            0,
            ScoreConfiguration.STANDARD.dips());
    BarSeries unused = Bars.of(1, 1);
    List<GroupScore> groups =
        SecurityScorer.groups(
            measures,
            new SecurityInputs(unused, true, fundamentals(in), GroupExamples.analysts(in), fit(in)),
            configuration);
    ObjectNode scores = object();
    groups.forEach(group -> scores.put(group.group().key(), group.score().orElseThrow()));
    ObjectNode node =
        object()
            .put(
                "total",
                SecurityScorer.total(
                    ScoreCard.shares(groups, configuration.weights()), FIRST_EDITION));
    OptionalDouble volatility = measures.volatility();
    put(
        node,
        "volatility",
        volatility.orElse(0) == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Rounding.halfEven(volatility.getAsDouble(), 4)));
    node.set("groups", scores);
    return node;
  }

  /** The examples add the value from outside. */
  private static JsonNode afterBuying(JsonNode in) {
    JsonNode context = in.get("context");
    PortfolioPicture before = picture(context);
    Holding security =
        new Holding(
            0,
            text(in, "country").map(name -> group(context, "country_to_group", name)),
            industries(in),
            optional(in, "dividend"),
            optional(in, "quality"));
    PortfolioHealth after =
        score(before.afterAdding(in.get("symbol").asText(), security, number(in, "value")));
    return health(after).put("change", after.over(score(before)));
  }

  private static PortfolioHealth score(PortfolioPicture picture) {
    return PortfolioHealth.of(picture, HealthRules.FIRST_EDITION);
  }

  private static ObjectNode health(PortfolioHealth health) {
    return object()
        .put("total", health.total())
        .put("diversification", health.diversification())
        .put("dividend", health.dividend())
        .put("quality", health.quality());
  }

  /** What is known of a security that is not held is a holding without value. */
  private static PortfolioPicture picture(JsonNode context) {
    Map<String, Double> positions = numbers(context, "positions");
    Map<String, Double> yields = numbers(context, "security_dividends");
    Map<String, Double> qualities = numbers(context, "security_scores");
    Set<String> names = new LinkedHashSet<>(positions.keySet());
    names.addAll(yields.keySet());
    names.addAll(qualities.keySet());
    Map<String, Holding> holdings = new LinkedHashMap<>();
    for (String name : names) {
      holdings.put(
          name,
          new Holding(
              positions.getOrDefault(name, 0.0),
              text(context.path("security_countries"), name)
                  .map(country -> group(context, "country_to_group", country)),
              List.of(),
              known(yields, name),
              known(qualities, name)));
    }
    double invested = positions.values().stream().mapToDouble(Double::doubleValue).sum();
    return new PortfolioPicture(
        holdings,
        number(context, "total_value") - invested,
        numbers(context, "country_weights"),
        Map.of());
  }

  private static OptionalDouble known(Map<String, Double> map, String name) {
    Double value = map.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
