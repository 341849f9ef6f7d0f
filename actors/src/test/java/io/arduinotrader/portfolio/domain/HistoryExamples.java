package io.arduinotrader.portfolio.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Worked examples of how positions and cash came to be, day by day, by replaying what happened. */
final class HistoryExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private HistoryExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("positions.history", HistoryExamples::positions);
    runners.put("cash.reconstruct", HistoryExamples::cash);
  }

  /** Quantities at the first day and on every day that changed them; what is gone is left out. */
  private static JsonNode positions(JsonNode inputs) {
    LocalDate start = LocalDate.parse(inputs.get("start").asText());
    Map<String, Isin> isins = new LinkedHashMap<>();
    Map<LocalDate, PortfolioState> ends = new LinkedHashMap<>();
    PortfolioState state = PortfolioState.empty(AccountId.DEFAULT);
    int number = 0;
    for (JsonNode trade : inputs.get("trades")) {
      Fill fill = fill(number++, trade, isins);
      switch (PortfolioRules.decide(state, new BookFill(fill), fill.executedAt())) {
        case Decision.Events booked -> state = state.apply(booked.events().getFirst());
        case Decision.Refused refused -> {
          return oversell(refused, state, fill);
        }
      }
      LocalDate day = LocalDate.ofInstant(fill.executedAt(), ZoneOffset.UTC);
      ends.put(day.isBefore(start) ? start : day, state);
    }
    return rows(ends, isins, LocalDate.parse(inputs.get("end").asText()));
  }

  private static ArrayNode rows(
      Map<LocalDate, PortfolioState> ends, Map<String, Isin> isins, LocalDate last) {
    ArrayNode rows = JSON.arrayNode();
    Map<Isin, Quantity> shown = new LinkedHashMap<>();
    ends.forEach(
        (day, state) ->
            isins.forEach(
                (symbol, isin) -> {
                  Quantity quantity = state.holdings().quantity(isin);
                  boolean isNew = !quantity.equals(shown.getOrDefault(isin, Quantity.ZERO));
                  shown.put(isin, quantity);
                  if (isNew && !quantity.isZero() && !day.isAfter(last)) {
                    rows.addObject()
                        .put("date", day.toString())
                        .put("quantity", quantity.value())
                        .put("symbol", symbol);
                  }
                }));
    return rows;
  }

  private static JsonNode oversell(Decision.Refused refused, PortfolioState state, Fill fill) {
    ObjectNode error = JSON.objectNode();
    error
        .putObject("error")
        .put("code", refused.refusal().code().name())
        .put("date", LocalDate.ofInstant(fill.executedAt(), ZoneOffset.UTC).toString())
        .put("held", state.holdings().quantity(fill.isin()).value())
        .put("quantity", fill.quantity().value());
    return error;
  }

  /** The balance at the end of every day: purchases and fees lower it, the rest raises it. */
  private static JsonNode cash(JsonNode inputs) {
    LocalDate last = LocalDate.parse(inputs.get("end").asText());
    CashBook book = CashBook.of(List.of(euros(inputs.get("initial").decimalValue())));
    ObjectNode days = JSON.objectNode();
    for (LocalDate day = LocalDate.parse(inputs.get("start").asText());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (JsonNode flow : inputs.get("flows")) {
        if (flow.get("date").asText().equals(day.toString())) {
          book = book.plus(List.of(move(flow)));
        }
      }
      for (JsonNode trade : inputs.get("trades")) {
        if (trade.get("date").asText().equals(day.toString())) {
          book = book.plus(CashBook.movesOf(fill(trade)));
        }
      }
      days.put(day.toString(), book.balance(Currency.EUR).amount());
    }
    return days;
  }

  private static Money move(JsonNode flow) {
    Money amount = euros(flow.get("eur").decimalValue());
    return switch (flow.get("type").asText()) {
      case "trading_fee" -> amount.negated();
      case "withdrawal" -> amount.signum() > 0 ? amount.negated() : amount;
      default -> amount;
    };
  }

  private static Money euros(BigDecimal amount) {
    return Money.rounded(amount, Currency.EUR);
  }

  private static Fill fill(int number, JsonNode trade, Map<String, Isin> isins) {
    List<Isin> known = List.of(Books.SAP, Books.APPLE);
    String symbol = trade.get("symbol").asText();
    Isin isin = isins.computeIfAbsent(symbol, unseen -> known.get(isins.size()));
    return new Fill(
        new FillId("f" + number),
        new IntentId("i" + number),
        new BrokerOrderId("o" + number),
        AccountId.DEFAULT,
        isin,
        new Symbol(symbol),
        Side.valueOf(trade.get("side").asText()),
        new Quantity(trade.get("quantity").decimalValue()),
        Price.of("1", Currency.EUR),
        Money.zero(Currency.EUR),
        Books.EUR_EUR,
        Optional.empty(),
        LocalDateTime.parse(trade.get("at").asText()).toInstant(ZoneOffset.UTC));
  }

  private static Fill fill(JsonNode trade) {
    return new Fill(
        new FillId("f"),
        new IntentId("i"),
        new BrokerOrderId("o"),
        AccountId.DEFAULT,
        Books.SAP,
        Books.SAP_DE,
        Side.valueOf(trade.get("side").asText()),
        new Quantity(trade.get("q").decimalValue()),
        new Price(trade.get("p").decimalValue(), Currency.EUR),
        Money.zero(Currency.EUR),
        Books.EUR_EUR,
        Optional.empty(),
        Books.START);
  }
}
