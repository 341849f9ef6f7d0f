package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.numbers;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.optional;
import static io.arduinotrader.scoring.domain.Example.or;
import static io.arduinotrader.scoring.domain.Example.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.scoring.domain.endstate.EndStateRules;
import io.arduinotrader.scoring.domain.endstate.EndStateScore;
import io.arduinotrader.scoring.domain.endstate.EndStateScorers;
import io.arduinotrader.scoring.domain.endstate.HoldingOutlook;
import io.arduinotrader.scoring.domain.endstate.RiskProfile;
import io.arduinotrader.scoring.domain.group.Rounding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How the worked examples of end states are run. */
final class EndStateExamples {

  private static final EndStateRules FIRST = EndStateRules.FIRST_EDITION;

  private EndStateExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put(
        "scorer.total_return",
        in ->
            value(
                EndStateScorers.yearly(
                    number(in, "total_return"), FIRST.withTarget(number(in, "target")))));
    runners.put(
        "scorer.promise_sortino",
        in -> value(EndStateScorers.sortino(optional(in, "sortino"), FIRST)));
    runners.put(
        "scorer.volatility", in -> value(EndStateScorers.volatility(optional(in, "volatility"))));
    runners.put("end.total_return", EndStateExamples::totalReturn);
    runners.put("end.promise", EndStateExamples::promise);
    runners.put("end.stability", EndStateExamples::stability);
    runners.put("end.portfolio", EndStateExamples::portfolio);
  }

  private static JsonNode value(double value) {
    return Example.value(OptionalDouble.of(value));
  }

  private static HoldingOutlook.Figures figures(JsonNode metrics) {
    return new HoldingOutlook.Figures(
        optional(metrics, "CAGR_5Y"),
        optional(metrics, "DIVIDEND_YIELD"),
        optional(metrics, "CONSISTENCY_SCORE"),
        optional(metrics, "FINANCIAL_STRENGTH"),
        optional(metrics, "DIVIDEND_CONSISTENCY"),
        optional(metrics, "PAYOUT_RATIO"),
        optional(metrics, "SORTINO"),
        optional(metrics, "VOLATILITY_ANNUAL"),
        optional(metrics, "MAX_DRAWDOWN"),
        optional(metrics, "SHARPE"));
  }

  private static JsonNode totalReturn(JsonNode in) {
    JsonNode metrics = in.get("metrics");
    double growth = or(metrics, "CAGR_5Y", 0);
    double yield = or(metrics, "DIVIDEND_YIELD", 0);
    double score = HoldingOutlook.of(figures(metrics), FIRST).totalReturn();
    return result(
        score,
        object()
            .put("cagr", Rounding.halfEven(growth, 4))
            .put("dividend_yield", Rounding.halfEven(yield, 4))
            .put("total_return", Rounding.halfEven(growth + yield, 4))
            .put("score", score));
  }

  private static JsonNode promise(JsonNode in) {
    HoldingOutlook.Figures figures = figures(in.get("metrics"));
    return result(
        HoldingOutlook.of(figures, FIRST).promise(),
        object()
            .put("consistency", rounded(figures.steadiness().orElse(0.5)))
            .put("financial_strength", rounded(figures.financialStrength().orElse(0.5)))
            .put("dividend_consistency", rounded(EndStateScorers.dividends(figures, FIRST)))
            .put("sortino", rounded(EndStateScorers.sortino(figures.sortino(), FIRST))));
  }

  private static JsonNode stability(JsonNode in) {
    HoldingOutlook.Figures figures = figures(in.get("metrics"));
    return result(
        HoldingOutlook.of(figures, FIRST).stability(),
        object()
            .put("volatility", rounded(EndStateScorers.volatility(figures.volatility())))
            .put("drawdown", rounded(EndStateScorers.drawdown(figures.maximumDrawdown())))
            .put("sharpe", rounded(EndStateScorers.sharpe(figures.sharpe()))));
  }

  private static double rounded(double score) {
    return Rounding.halfEven(score, 3);
  }

  private static JsonNode result(double score, ObjectNode parts) {
    ObjectNode node = object().put("score", score);
    node.set("sub", parts);
    return node;
  }

  private static JsonNode portfolio(JsonNode in) {
    List<EndStateScore.Weighed> holdings =
        numbers(in, "positions").entrySet().stream()
            .map(
                position ->
                    new EndStateScore.Weighed(
                        position.getValue(),
                        HoldingOutlook.of(
                            figures(in.path("metrics").path(position.getKey())), FIRST)))
            .toList();
    EndStateScore score =
        EndStateScore.of(
            holdings,
            number(in, "total_value"),
            number(in, "diversification"),
            or(in, "opinion", 0.5),
            RiskProfile.valueOf(text(in, "profile").orElse("balanced").toUpperCase(Locale.ROOT)),
            FIRST);
    if (holdings.isEmpty() || !(number(in, "total_value") > 0)) {
      return object()
          .put("score", score.total())
          .putNull("total_return")
          .putNull("promise")
          .putNull("stability");
    }
    return object()
        .put("score", score.total())
        .put("total_return", rounded(score.totalReturn()))
        .put("promise", rounded(score.promise()))
        .put("stability", rounded(score.stability()));
  }
}
