package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.Example.fundamentals;
import static io.arduinotrader.scoring.domain.Example.monthly;
import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.optional;
import static io.arduinotrader.scoring.domain.Example.or;
import static io.arduinotrader.scoring.domain.Example.prices;
import static io.arduinotrader.scoring.domain.Example.scaled;
import static io.arduinotrader.scoring.domain.group.ScoringRules.FIRST_EDITION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.scoring.domain.group.AnalystView;
import io.arduinotrader.scoring.domain.group.CompanyGroups;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.PartScore;
import io.arduinotrader.scoring.domain.group.PriceGroups;
import io.arduinotrader.scoring.domain.group.Rounding;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.indicator.PriceRun;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How the worked examples of groups are run, from prices to the rounded result. */
final class GroupExamples {

  private static final PriceRun NO_PRICES = PriceRun.of();
  private static final MonthlyPrices NO_MONTHS = MonthlyPrices.consecutive(new double[0]);

  private GroupExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("group.long_term", GroupExamples::longTerm);
    runners.put("group.fundamentals", GroupExamples::fundamentalGroup);
    runners.put("group.opportunity", GroupExamples::opportunity);
    runners.put(
        "group.dividends", in -> result(CompanyGroups.dividends(fundamentals(in), FIRST_EDITION)));
    runners.put("group.short_term", GroupExamples::shortTerm);
    runners.put("group.technicals", GroupExamples::technicals);
    runners.put("group.opinion", GroupExamples::opinion);
    runners.put("total.grade", in -> object().put("grade", Grade.of(number(in, "score")).letter()));
  }

  /** The examples hand the Sortino ratio in. */
  private static JsonNode longTerm(JsonNode in) {
    PriceMeasures measures = measures(prices(in), monthly(in));
    return result(
        PriceGroups.longTerm(
            measures.recentGrowth(),
            optional(in, "sortino"),
            measures.sharpe(),
            or(in, "target", 0.11),
            FIRST_EDITION));
  }

  private static JsonNode fundamentalGroup(JsonNode in) {
    PriceMeasures measures = measures(NO_PRICES, monthly(in));
    return result(
        CompanyGroups.fundamentals(
            fundamentals(in), measures.recentGrowth(), measures.earlierGrowth(), FIRST_EDITION));
  }

  private static JsonNode opportunity(JsonNode in) {
    PriceMeasures measures =
        PriceMeasures.of(
            prices(in),
            PriceIndicators.yearHigh(scaled(in, "high_mult")),
            NO_MONTHS,
            0,
            FIRST_EDITION);
    return result(
        CompanyGroups.opportunity(
            measures.bars(),
            measures.belowYearHigh(),
            fundamentals(in),
            or(in, "market_pe", 22),
            FIRST_EDITION));
  }

  /** The examples may hand the drawdown in. */
  private static JsonNode shortTerm(JsonNode in) {
    PriceMeasures measures = measures(prices(in), NO_MONTHS);
    OptionalDouble given = optional(in, "drawdown");
    return result(
        PriceGroups.shortTerm(
            measures.shortMomentum(),
            measures.longMomentum(),
            given.isPresent() ? given : measures.drawdown(),
            FIRST_EDITION));
  }

  private static JsonNode technicals(JsonNode in) {
    PriceMeasures measures = measures(prices(in), NO_MONTHS);
    return result(
        PriceGroups.technicals(
            measures.bars(),
            measures.relativeStrength(),
            measures.bandPosition(),
            measures.averageDistance(),
            FIRST_EDITION));
  }

  /** The examples give the upside in percent points. */
  private static JsonNode opinion(JsonNode in) {
    return result(CompanyGroups.opinion(analysts(in), FIRST_EDITION));
  }

  static Optional<AnalystView> analysts(JsonNode in) {
    JsonNode analyst = in.get("analyst");
    OptionalDouble upside = optional(analyst, "upside_pct");
    return analyst.isNull()
        ? Optional.empty()
        : Optional.of(
            new AnalystView(
                optional(analyst, "recommendation_score"),
                upside.isPresent() ? OptionalDouble.of(upside.getAsDouble() / 100) : upside));
  }

  /** Measures with figures that are handed in. */
  static PriceMeasures with(PriceMeasures on, OptionalDouble sortino, OptionalDouble drawdown) {
    return new PriceMeasures(
        on.bars(),
        on.months(),
        on.recentGrowth(),
        on.earlierGrowth(),
        on.decadeGrowth(),
        on.sharpe(),
        sortino,
        on.volatility(),
        on.recentVolatility(),
        on.shortMomentum(),
        on.longMomentum(),
        drawdown.isPresent() ? drawdown : on.drawdown(),
        on.maximumDrawdown(),
        on.relativeStrength(),
        on.bandPosition(),
        on.averageDistance(),
        on.longAverage(),
        on.yearHigh(),
        on.belowYearHigh());
  }

  private static PriceMeasures measures(PriceRun closes, MonthlyPrices months) {
    return PriceMeasures.of(closes, PriceIndicators.yearHigh(closes), months, 0, FIRST_EDITION);
  }

  static JsonNode result(GroupScore group) {
    ObjectNode parts = object();
    for (PartScore part : group.parts()) {
      parts.put(part.part().key(), Rounding.halfEven(part.score().orElseThrow(), 3));
    }
    ObjectNode node = object().put("score", group.score().orElseThrow());
    node.set("sub", parts);
    return node;
  }
}
