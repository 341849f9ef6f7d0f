package io.arduinotrader.portfolio.domain.valuation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PerformanceFigures;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Worked examples of values, allocations, states' names and performance. */
public final class ValuationExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ValuationExamples() {}

  public static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("portfolio.reprice", ValuationExamples::reprice);
    runners.put("portfolio.syncTotals", ValuationExamples::totals);
    runners.put("portfolio.allocation", ValuationExamples::allocation);
    runners.put("portfolio.hash", ValuationExamples::hash);
    runners.put("portfolio_hash", ValuationExamples::hash);
    runners.put("portfolio.applyPending", ValuationExamples::applyPending);
    runners.put("perf.metrics", ValuationExamples::metrics);
    runners.put("perf.contract", ValuationExamples::contract);
  }

  private static JsonNode reprice(JsonNode inputs) {
    FxRate rate = Values.rate(Currency.USD, inputs.get("foreignPerEur").decimalValue());
    Repricing repricing =
        Repricing.of(
            Values.position(
                Values.APPLE,
                "A.US",
                inputs.get("quantity").decimalValue(),
                inputs.get("avgPrice").decimalValue(),
                rate),
            new Price(inputs.get("price").decimalValue(), Currency.USD),
            rate);
    return JSON.objectNode()
        .put("marketValueEur", repricing.marketValue())
        .put("unrealizedPnlEur", repricing.gain())
        .put("unrealizedPnlPct", repricing.gainPercent());
  }

  /**
   * Positions by symbol, some with a price; a figure is only in the answer when it is asked for.
   */
  private static JsonNode totals(JsonNode inputs) {
    List<Position> positions = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    Map<Currency, FxRate> rates = new TreeMap<>();
    for (JsonNode node : inputs.get("positions")) {
      Currency currency = new Currency(node.get("currency").asText());
      FxRate rate =
          currency.equals(Currency.EUR)
              ? FxRate.identity(currency, Values.NOW)
              : Values.rate(currency, inputs.get("rates").get(currency + "_EUR").decimalValue());
      rates.put(currency, rate);
      String symbol = node.get("symbol").asText();
      Isin isin = Values.ISINS.get(positions.size());
      positions.add(
          Values.position(
              isin,
              symbol,
              node.get("quantity").decimalValue(),
              node.get("avg_price").decimalValue(),
              rate));
      JsonNode saved = inputs.get("saved").path(symbol).path("current_price");
      if (saved.isNumber()) {
        quotes.add(new Quote(isin, new Price(saved.decimalValue(), currency), Values.NOW, "test"));
      }
    }
    AccountValue value =
        Values.valued(
            Valuation.of(
                Values.view(positions, List.of()),
                Market.of(quotes, List.copyOf(rates.values()), Values.NOW, Values.FRESH),
                Map.of()));
    boolean allPriced = quotes.size() == positions.size();
    ObjectNode result = JSON.objectNode().put("totalValueEur", value.invested().amount());
    if (!allPriced) {
      ArrayNode stale = result.putArray("stale");
      value.positions().stream()
          .filter(PositionValue::stale)
          .forEach(position -> stale.add(position.symbol().value()));
      return result;
    }
    result.put("investedValueEur", value.cost().amount());
    result.put("unrealizedPnlEur", value.gain().amount());
    ObjectNode regions = result.putObject("geo");
    value
        .regions()
        .forEach(
            share ->
                regions.put(share.label(), share.fraction().multiply(value.invested().amount())));
    ArrayNode rows = result.putArray("rows");
    value.positions().stream()
        .sorted((one, other) -> one.symbol().compareTo(other.symbol()))
        .forEach(
            position ->
                rows.addArray()
                    .add(position.symbol().value())
                    .add(position.quote().orElseThrow().price().amount())
                    .add(position.marketValue().amount())
                    .add(
                        requireNonNull(rates.get(position.averagePrice().currency()))
                            .quotePerBase()));
    return result;
  }

  /** By name: target, share, value and deviation; values without a name are only in the total. */
  private static JsonNode allocation(JsonNode inputs) {
    Money total = Money.zero(Currency.EUR);
    List<Money> values = new ArrayList<>();
    for (JsonNode node : inputs.get("positions")) {
      Money value =
          node.get("market_value_eur").isNumber()
              ? Money.rounded(node.get("market_value_eur").decimalValue(), Currency.EUR)
              : Money.rounded(
                  node.get("quantity")
                      .decimalValue()
                      .multiply(node.get("avg_price").decimalValue()),
                  Currency.EUR);
      values.add(value);
      total = total.plus(value);
    }
    ObjectNode result = JSON.objectNode();
    result.set("country", rows(inputs, "country", "universeCountries", values, total));
    result.set("industry", rows(inputs, "industry", "universeIndustries", values, total));
    return result.put("total", total.amount());
  }

  private static ArrayNode rows(
      JsonNode inputs, String kind, String universe, List<Money> values, Money total) {
    Allocation allocation = Allocation.nothing(total);
    for (int i = 0; i < values.size(); i++) {
      allocation =
          allocation.with(
              Allocation.labels(inputs.get("positions").get(i).get(kind).asText("")),
              values.get(i));
    }
    Map<String, BigDecimal> fractions = new TreeMap<>();
    allocation.shares().forEach(share -> fractions.put(share.label(), share.fraction()));
    TreeSet<String> names = new TreeSet<>(fractions.keySet());
    inputs.path(universe).forEach(name -> names.add(name.asText()));
    Map<String, BigDecimal> targets = new TreeMap<>();
    inputs
        .get("targets")
        .properties()
        .forEach(
            target -> {
              if (target.getKey().startsWith(kind + ":")) {
                targets.put(
                    target.getKey().substring(kind.length() + 1), target.getValue().decimalValue());
              }
            });
    names.addAll(targets.keySet());
    ArrayNode rows = JSON.arrayNode();
    for (String name : names) {
      BigDecimal target = targets.getOrDefault(name, BigDecimal.ZERO);
      BigDecimal share = Values.rounded(fractions.getOrDefault(name, BigDecimal.ZERO), 4);
      rows.addArray()
          .add(name)
          .add(target)
          .add(share)
          .add(Values.rounded(allocation.amounts().getOrDefault(name, BigDecimal.ZERO), 2))
          .add(share.subtract(target));
    }
    return rows;
  }

  private static JsonNode hash(JsonNode inputs) {
    HashedState state = state(inputs);
    for (JsonNode order : inputs.path("pending")) {
      state = state.after(order(order));
    }
    Map<Symbol, SecurityFacts> securities = new TreeMap<>();
    for (JsonNode node : inputs.path("securities")) {
      Symbol symbol = symbol(node);
      securities.put(
          symbol,
          new SecurityFacts(
              Values.APPLE,
              symbol,
              "",
              true,
              node.path("allow_buy").asBoolean(true),
              node.path("allow_sell").asBoolean(false),
              target(node, "min"),
              target(node, "max"),
              node.path("country").asText("").replace("null", ""),
              "",
              node.path("industry").asText("").replace("null", "")));
    }
    return JSON.textNode(PortfolioHasher.hash(state, securities).value());
  }

  private static Optional<BigDecimal> target(JsonNode node, String which) {
    JsonNode given = node.path(which + "_portfolio_target");
    JsonNode value = given.isMissingNode() ? node.path(which + "_target") : given;
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  private static JsonNode applyPending(JsonNode inputs) {
    HashedState state = state(inputs);
    for (JsonNode order : inputs.get("orders")) {
      state = state.after(order(order));
    }
    ObjectNode result = JSON.objectNode();
    ObjectNode cash = result.putObject("cash");
    state.cash().forEach((currency, amount) -> cash.put(currency.code(), amount));
    ArrayNode positions = result.putArray("positions");
    state
        .quantities()
        .forEach(
            (symbol, quantity) ->
                positions.addObject().put("quantity", quantity).put("symbol", symbol.value()));
    return result;
  }

  private static HashedState state(JsonNode inputs) {
    List<Money> cash = new ArrayList<>();
    inputs
        .path("cash")
        .properties()
        .forEach(
            balance ->
                cash.add(
                    Money.rounded(
                        balance.getValue().decimalValue(),
                        new Currency(balance.getKey().toUpperCase(Locale.ROOT)))));
    HashedState state = HashedState.of(cash);
    for (JsonNode position : inputs.get("positions")) {
      state =
          state.holding(symbol(position), new Quantity(position.get("quantity").decimalValue()));
    }
    return state;
  }

  private static HashedState.OpenOrder order(JsonNode node) {
    Currency currency = new Currency(node.get("currency").asText());
    Quantity quantity = new Quantity(node.get("quantity").decimalValue());
    Price price = new Price(node.get("price").decimalValue(), currency);
    return new HashedState.OpenOrder(
        symbol(node),
        Side.valueOf(node.get("side").asText().toUpperCase(Locale.ROOT)),
        quantity,
        List.of(Money.rounded(price.times(quantity), currency)));
  }

  private static Symbol symbol(JsonNode node) {
    return Symbol.parse(node.get("symbol").asText()).orElseThrow();
  }

  private static JsonNode metrics(JsonNode inputs) {
    double[] values = numbers(inputs.get("values"));
    double[] returns = Returns.timeWeighted(values, new double[values.length]);
    double riskFree = inputs.get("riskFreeDaily").asDouble();
    ObjectNode result = JSON.objectNode();
    result
        .putObject("metrics")
        .put("annual_return", Returns.annual(returns))
        .put("calmar_ratio", Returns.calmar(returns))
        .put("max_drawdown", Returns.deepestFall(returns))
        .put("sharpe_ratio", Returns.sharpe(returns, riskFree))
        .put("sortino_ratio", Returns.sortino(returns, riskFree))
        .put("volatility", Returns.volatility(returns));
    ArrayNode list = result.putArray("returns");
    for (double value : returns) {
      list.add(value);
    }
    return result;
  }

  private static JsonNode contract(JsonNode inputs) {
    List<DayValue> marks = new ArrayList<>();
    LocalDate day = LocalDate.parse("2026-03-02");
    for (int i = 0; i < inputs.get("values").size(); i++) {
      Money value = Money.rounded(inputs.get("values").get(i).decimalValue(), Currency.EUR);
      Money flow = Money.rounded(inputs.get("flowsEndOfDay").get(i).decimalValue(), Currency.EUR);
      marks.add(new DayValue(day, value, Money.zero(Currency.EUR), flow));
      day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    }
    PerformanceFigures figures = Performance.figures(marks).orElseThrow();
    int peak = 0;
    while (!marks.get(peak).day().equals(figures.peakDay())) {
      peak++;
    }
    return JSON.objectNode()
        .put("annualizedReturnPct", figures.annualReturnPercent())
        .put("maxDrawdownPct", figures.maximumDrawdownPercent())
        .put("peakIndex", peak)
        .put("peakValue", figures.peakValue().amount())
        .put("sharpe", figures.sharpe())
        .put("totalReturnPct", figures.totalReturnPercent())
        .put("volatility", figures.volatility());
  }

  private static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).asDouble();
    }
    return numbers;
  }
}
