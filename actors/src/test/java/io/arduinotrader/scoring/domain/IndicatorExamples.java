package io.arduinotrader.scoring.domain;

import static io.arduinotrader.scoring.domain.Example.NONE;
import static io.arduinotrader.scoring.domain.Example.monthly;
import static io.arduinotrader.scoring.domain.Example.number;
import static io.arduinotrader.scoring.domain.Example.object;
import static io.arduinotrader.scoring.domain.Example.prices;
import static io.arduinotrader.scoring.domain.Example.put;
import static io.arduinotrader.scoring.domain.Example.scaled;
import static io.arduinotrader.scoring.domain.Example.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.scoring.domain.indicator.MonthCounting;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.indicator.PriceRun;
import io.arduinotrader.scoring.domain.indicator.ReturnStatistics;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.Instability;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.PositionDrawdown;
import io.arduinotrader.scoring.domain.indicator.YoungAverage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** How the worked examples of raw indicators are run. */
final class IndicatorExamples {

  private static final Instability UNKNOWN = new Instability(0.20, 0.20, NONE);

  private IndicatorExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put(
        "ind.ema",
        in ->
            value(
                PriceIndicators.exponentialAverage(
                    prices(in), in.get("length").asInt(), YoungAverage.MEAN_OF_ALL)));
    runners.put(
        "ind.rsi",
        in -> value(PriceIndicators.relativeStrength(prices(in), in.get("length").asInt())));
    runners.put("ind.bollinger", IndicatorExamples::bollinger);
    runners.put(
        "ind.sharpe",
        in ->
            value(
                RiskIndicators.sharpe(
                    prices(in),
                    ReturnStatistics.of(prices(in)),
                    number(in, "risk_free_daily") * ReturnStatistics.DAYS_PER_YEAR,
                    0)));
    runners.put("ind.max_drawdown", in -> value(RiskIndicators.maximumDrawdown(prices(in))));
    runners.put(
        "ind.volatility",
        in -> value(RiskIndicators.volatility(prices(in), ReturnStatistics.of(prices(in)))));
    runners.put(
        "ind.cagr",
        in -> value(monthly(in).growth(in.get("months").asInt(), MonthCounting.POINTS)));
    runners.put("ind.range_52w", IndicatorExamples::yearRange);
    runners.put("ind.momentum", IndicatorExamples::momentum);
    runners.put("ind.risk_metrics", IndicatorExamples::riskMetrics);
    runners.put("ind.position_drawdown", IndicatorExamples::positionDrawdown);
    runners.put("ind.technical_data", IndicatorExamples::technicalData);
  }

  private static JsonNode bollinger(JsonNode in) {
    return PriceIndicators.bollinger(prices(in))
        .map(
            bands ->
                object()
                    .put("lower", bands.lower())
                    .put("middle", bands.middle())
                    .put("upper", bands.upper())
                    .put("position", bands.position()))
        .orElseThrow();
  }

  private static JsonNode yearRange(JsonNode in) {
    ObjectNode range = object();
    put(range, "high", PriceIndicators.yearHigh(scaled(in, "high_mult")));
    return put(range, "low", PriceIndicators.yearLow(scaled(in, "low_mult")));
  }

  private static JsonNode momentum(JsonNode in) {
    PriceRun closes = prices(in);
    ObjectNode momentum = object();
    put(momentum, "m30", PriceIndicators.momentum(closes, 29));
    return put(momentum, "m90", PriceIndicators.momentum(closes, 89));
  }

  /** The examples bundle the figures of one window and write zero for what is not finite. */
  private static JsonNode riskMetrics(JsonNode in) {
    PriceRun closes = prices(in);
    Optional<ReturnStatistics> returns = ReturnStatistics.of(closes);
    boolean losses = returns.map(each -> each.downsideDeviation() > 0).orElse(false);
    return object()
        .put("max_drawdown", RiskIndicators.deepestDrawdown(closes))
        .put("sharpe_ratio", returns.map(each -> each.sharpe(0, 0)).orElse(NONE).orElse(0))
        .put(
            "sortino_ratio",
            losses ? returns.map(ReturnStatistics::sortino).orElse(NONE).orElse(0) : 0)
        .put("volatility", returns.map(ReturnStatistics::volatility).orElse(0.0));
  }

  private static JsonNode positionDrawdown(JsonNode in) {
    Optional<PositionDrawdown> drawdown = RiskIndicators.positionDrawdown(prices(in));
    ObjectNode node = object();
    OptionalInt bars = drawdown.map(PositionDrawdown::barsUnderWater).orElse(OptionalInt.empty());
    put(node, "current_drawdown", drawdown.map(d -> OptionalDouble.of(d.current())).orElse(NONE));
    put(node, "max_drawdown", drawdown.map(d -> OptionalDouble.of(d.deepest())).orElse(NONE));
    return put(
        node, "days_in_drawdown", bars.isPresent() ? OptionalDouble.of(bars.getAsInt()) : NONE);
  }

  /** The examples write usual figures for a history that is too short. */
  private static JsonNode technicalData(JsonNode in) {
    Instability signs = RiskIndicators.instability(prices(in)).orElse(UNKNOWN);
    return object()
        .put("current_volatility", signs.recentVolatility())
        .put("historical_volatility", signs.usualVolatility())
        .put("distance_from_ma_200", signs.distanceFromAverage().orElse(0));
  }
}
