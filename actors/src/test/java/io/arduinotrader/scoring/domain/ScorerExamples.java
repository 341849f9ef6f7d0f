package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.Example.NONE;
import static io.arduinotrader.scoring.domain.Example.figures;
import static io.arduinotrader.scoring.domain.Example.fundamentals;
import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.optional;
import static io.arduinotrader.scoring.domain.Example.value;
import static io.arduinotrader.scoring.domain.group.ScoringRules.FIRST_EDITION;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.scoring.domain.group.CompanyGroups;
import io.arduinotrader.scoring.domain.group.CompanyScorers;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.PriceGroups;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How the worked examples of single scores are run: through the group they belong to, so that what
 * the group does with a missing figure is run as well.
 */
final class ScorerExamples {

  private static final int ENOUGH_BARS = 100;

  private ScorerExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put(
        "scorer.cagr",
        in -> longTerm("cagr", optional(in, "cagr"), NONE, NONE, number(in, "target")));
    runners.put(
        "scorer.sortino", in -> longTerm("sortino", NONE, optional(in, "sortino"), NONE, 0.11));
    runners.put(
        "scorer.sharpe", in -> longTerm("sharpe", NONE, NONE, optional(in, "sharpe"), 0.11));
    runners.put("scorer.below_52w_high", ScorerExamples::belowYearHigh);
    runners.put("scorer.pe", ScorerExamples::priceEarnings);
    runners.put("scorer.momentum", ScorerExamples::momentum);
    runners.put("scorer.drawdown", ScorerExamples::drawdown);
    runners.put("scorer.rsi", in -> technical("rsi", optional(in, "rsi"), NONE, NONE));
    runners.put(
        "scorer.bollinger", in -> technical("bollinger", NONE, optional(in, "position"), NONE));
    runners.put(
        "scorer.ema_distance",
        in ->
            technical(
                "ema",
                NONE,
                NONE,
                PriceIndicators.distance(number(in, "price"), number(in, "ema"))));
    runners.put("scorer.dividend_yield", ScorerExamples::dividendYield);
    runners.put(
        "scorer.dividend_consistency",
        in -> part(CompanyGroups.dividends(fundamentals(in), FIRST_EDITION), "consistency"));
    runners.put(
        "scorer.financial_strength",
        in ->
            part(
                CompanyGroups.fundamentals(fundamentals(in), NONE, NONE, FIRST_EDITION),
                "financial_strength"));
    runners.put("scorer.consistency", ScorerExamples::consistency);
    runners.put(
        "scorer.payout",
        in ->
            value(
                OptionalDouble.of(
                    CompanyScorers.payout(number(in, "payout"), FIRST_EDITION.cliffs()))));
  }

  private static JsonNode longTerm(
      String asked,
      OptionalDouble growth,
      OptionalDouble sortino,
      OptionalDouble sharpe,
      double target) {
    return part(PriceGroups.longTerm(growth, sortino, sharpe, target, FIRST_EDITION), asked);
  }

  private static JsonNode belowYearHigh(JsonNode in) {
    OptionalDouble distance = PriceIndicators.distance(number(in, "price"), number(in, "high_52w"));
    OptionalDouble below = distance.isPresent() ? OptionalDouble.of(-distance.getAsDouble()) : NONE;
    return part(
        CompanyGroups.opportunity(ENOUGH_BARS, below, Optional.empty(), 22, FIRST_EDITION),
        "below_52w_high");
  }

  private static JsonNode priceEarnings(JsonNode in) {
    FundamentalFigures figures =
        new FundamentalFigures(
            optional(in, "pe"), optional(in, "forward_pe"), NONE, NONE, NONE, NONE, NONE, NONE);
    return part(
        CompanyGroups.opportunity(
            ENOUGH_BARS, NONE, Optional.of(figures), number(in, "market_pe"), FIRST_EDITION),
        "pe_ratio");
  }

  private static JsonNode momentum(JsonNode in) {
    return part(
        PriceGroups.shortTerm(optional(in, "momentum"), NONE, NONE, FIRST_EDITION), "momentum");
  }

  private static JsonNode drawdown(JsonNode in) {
    return part(
        PriceGroups.shortTerm(NONE, NONE, optional(in, "drawdown"), FIRST_EDITION), "drawdown");
  }

  private static JsonNode technical(
      String asked, OptionalDouble rsi, OptionalDouble position, OptionalDouble distance) {
    return part(PriceGroups.technicals(ENOUGH_BARS, rsi, position, distance, FIRST_EDITION), asked);
  }

  private static JsonNode dividendYield(JsonNode in) {
    FundamentalFigures figures = figures(object().set("dividend_yield", in.get("yield")));
    return part(CompanyGroups.dividends(Optional.of(figures), FIRST_EDITION), "yield");
  }

  private static JsonNode consistency(JsonNode in) {
    return part(
        CompanyGroups.fundamentals(
            Optional.empty(), optional(in, "cagr_5y"), optional(in, "cagr_10y"), FIRST_EDITION),
        "consistency");
  }

  private static JsonNode part(GroupScore group, String key) {
    return group.parts().stream()
        .filter(part -> part.part().key().equals(key))
        .map(part -> value(part.score()))
        .findFirst()
        .orElseThrow();
  }
}
