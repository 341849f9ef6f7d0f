package io.arduinotrader.portfolio.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Reserve;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Worked examples of positions, cash and reservations. */
final class BookExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BookExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("position.applyFills", BookExamples::applyFills);
    runners.put("cash.afterTrades", BookExamples::afterTrades);
    runners.put("cash.reserve", BookExamples::reserve);
  }

  private static JsonNode applyFills(JsonNode inputs) {
    Books books = new Books();
    int number = 0;
    for (JsonNode node : inputs.get("fills")) {
      if (books.request(new BookFill(fill(number, Currency.EUR, node)))
          instanceof Decision.Refused refused) {
        return JSON.objectNode().put("at", number).put("error", refused.refusal().code().name());
      }
      number++;
    }
    Position position = books.view().position(Books.SAP).orElseThrow();
    ObjectNode result = JSON.objectNode();
    result.set(
        "avgPrice",
        position
            .averagePrice()
            .<JsonNode>map(price -> JSON.numberNode(price.amount()))
            .orElse(JSON.nullNode()));
    return result
        .put("costBasis", position.cost())
        .put("fees", position.fees())
        .put("quantity", position.quantity().value())
        .put("realizedGross", position.realisedGross())
        .put("realizedNet", position.realisedGross().subtract(position.fees()));
  }

  private static JsonNode afterTrades(JsonNode inputs) {
    List<Money> opening = new ArrayList<>();
    inputs
        .get("balances")
        .properties()
        .forEach(
            balance ->
                opening.add(Money.of(balance.getValue().asText(), new Currency(balance.getKey()))));
    CashBook cash = CashBook.of(opening);
    int number = 0;
    for (JsonNode trade : inputs.get("trades")) {
      Currency currency = new Currency(trade.get("currency").asText());
      cash = cash.plus(CashBook.movesOf(fill(number++, currency, trade)));
    }
    ObjectNode result = JSON.objectNode();
    cash.balances()
        .forEach(
            (currency, balance) -> result.put(currency.code(), balance.amount().toPlainString()));
    return result;
  }

  /** Orders as quantity and price; the commission is two euros and 0.2 percent of the value. */
  private static JsonNode reserve(JsonNode inputs) {
    Books books = new Books().granted(Books.deposit("d", inputs.get("balance").asText()));
    ArrayNode outcomes = JSON.arrayNode();
    for (JsonNode order : inputs.get("orders")) {
      BigDecimal value = order.get(0).decimalValue().multiply(order.get(1).decimalValue());
      BigDecimal commission = new BigDecimal("2.00").add(value.multiply(new BigDecimal("0.002")));
      Reserve request =
          Books.buy(
              "intent-" + outcomes.size(), Money.roundedUp(value.add(commission), Currency.EUR));
      outcomes.add(
          switch (books.request(request)) {
            case Decision.Events granted -> "RESERVED";
            case Decision.Refused refused -> refused.refusal().code().name();
          });
    }
    BigDecimal free = books.view().free(Currency.EUR).amount().setScale(3);
    ObjectNode result = JSON.objectNode().put("free", free.toPlainString());
    result.set("outcomes", outcomes);
    return result;
  }

  private static Fill fill(int number, Currency currency, JsonNode node) {
    return new Fill(
        new FillId("f" + number),
        new IntentId("i" + number),
        new BrokerOrderId("o" + number),
        AccountId.DEFAULT,
        Books.SAP,
        Books.SAP_DE,
        Side.valueOf(node.get("side").asText()),
        new Quantity(node.get("q").decimalValue()),
        new Price(node.get("p").decimalValue(), currency),
        Money.of(node.get("fee").asText(), currency),
        currency.equals(Currency.EUR)
            ? Books.EUR_EUR
            : new FxRate(Currency.EUR, currency, new BigDecimal("2"), Books.START, "test"),
        Optional.empty(),
        Books.START);
  }
}
