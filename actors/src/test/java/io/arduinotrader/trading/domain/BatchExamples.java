package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.BROKER;
import static io.arduinotrader.trading.domain.Samples.RULES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.calendar.ExchangeNames;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.TradingHoursRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs examples of whole orders and batches through the whole list of rules. */
final class BatchExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  private static final BigDecimal HONG_KONG_DOLLARS = new BigDecimal("8.45");
  private static final Facts.Cash NOTHING = new Facts.Cash(Samples.eur("0"), Samples.eur("0"));

  private BatchExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("trade.buyFunds", BatchExamples::buyFunds);
    runners.put("trade.validateManual", BatchExamples::validateManual);
    runners.put("trade.executeBatch", BatchExamples::executeBatch);
  }

  /** An order of an example as a limit order of the day at the example's price. */
  private record Order(String symbol, Side side, Quantity quantity, Price price) {

    static Order of(JsonNode trade, Side side) {
      return new Order(
          trade.get("symbol").asText(),
          side,
          new Quantity(trade.get("quantity").decimalValue()),
          new Price(
              trade.get("price").decimalValue(), new Currency(trade.get("currency").asText())));
    }

    Intent intent(int number) {
      Intent wish =
          ExampleHistory.on(Samples.intent("wish-" + number, side, quantity.toString()), symbol);
      return Samples.as(wish, OrderType.LIMIT, Optional.of(price), TimeInForce.DAY);
    }
  }

  private static JsonNode buyFunds(JsonNode inputs) {
    Order order = Order.of(inputs.get("trade"), Side.BUY);
    Currency currency = order.price().currency();
    Facts facts =
        facts(
            order,
            Samples.NOW,
            Samples.open(),
            RuleExamples.rate(inputs, currency),
            books(inputs.get("balances"), currency, Quantity.ZERO));
    TradingRules.Pricing pricing = RULES.pricing();
    TradingRules rules =
        rules(
            new TradingRules.Pricing(
                pricing.commission(),
                pricing.marketMargin(),
                pricing.exchangeMargin(),
                inputs.get("autoConvert").asBoolean(),
                pricing.maximumPriceAge()),
            false);
    Optional<Refusal> refusal =
        SafetyChecks.check(TradingState.empty(), order.intent(1), facts, rules).refusal();
    ObjectNode node = JSON.objectNode();
    node.set("error", refusal.map(ExampleRefusals::json).orElse(JSON.nullNode()));
    node.put("outcome", refusal.map(BatchExamples::word).orElse("pass"));
    return node;
  }

  private static JsonNode validateManual(JsonNode inputs) {
    String symbol = inputs.get("symbol").asText();
    Intent intent =
        ExampleHistory.on(
            Samples.intent(
                "wish", Side.valueOf(inputs.get("side").asText()), inputs.get("quantity").asText()),
            symbol);
    TradingState state = ExampleHistory.of(inputs.get("ledger"));
    for (JsonNode pending : inputs.path("brokerPending")) {
      state =
          Samples.after(
              state,
              state.admit(
                  ExampleHistory.on(Samples.intent("open", Side.BUY, "1"), pending.asText()),
                  ExampleHistory.instant(inputs.get("now"))));
    }
    Quantity held = new Quantity(inputs.get("positions").path(symbol).decimalValue());
    Facts facts =
        Samples.with(
            Samples.withBooks(
                Samples.at(Samples.facts(), ExampleHistory.instant(inputs.get("now"))),
                Optional.of(Samples.books("10000", held.toString()))),
            venue(inputs.get("exchanges").get(symbol).asText(), inputs));
    Optional<Refusal> refusal = SafetyChecks.check(state, intent, facts, RULES).refusal();
    ObjectNode node = JSON.objectNode();
    node.set("detail", refusal.map(ExampleRefusals::json).orElse(JSON.nullNode()));
    node.put(
        "http", refusal.map(no -> no.code() == RefusalCode.PENDING_ORDER ? 409 : 400).orElse(200));
    node.put("valid", refusal.isEmpty());
    return node;
  }

  private static JsonNode executeBatch(JsonNode inputs) {
    if (inputs.has("broker")) {
      return OrderExamples.turnedDownByBroker(inputs.get("trade"));
    }
    return new Batch(inputs).run();
  }

  /** The orders of an example, sales first, each judged with what those before have set aside. */
  private static final class Batch {
    private final JsonNode inputs;
    private final Instant now;
    private final List<Order> orders = new ArrayList<>();
    private final Map<Order, Refusal> refused = new HashMap<>();
    private final ArrayNode sent = JSON.arrayNode();
    private TradingState state;
    private Money free;

    Batch(JsonNode inputs) {
      this.inputs = inputs;
      this.now = ExampleHistory.instant(inputs.get("now_local"));
      this.state = ExampleHistory.of(inputs.get("ledger"));
      for (JsonNode trade : inputs.get("trades")) {
        orders.add(Order.of(trade, Side.valueOf(trade.get("side").asText())));
      }
      Currency currency = orders.getFirst().price().currency();
      this.free = new Money(inputs.path("bal").path(currency.code()).decimalValue(), currency);
    }

    JsonNode run() {
      List<Order> inTurn = new ArrayList<>(orders);
      inTurn.sort(Comparator.comparing((Order order) -> order.side() == Side.BUY));
      inTurn.forEach(this::place);
      return report(inTurn);
    }

    private void place(Order order) {
      Intent intent = order.intent(sent.size() + refused.size());
      Facts facts = facts(order, now, venueOf(order), rate(order), booksFor(order));
      SafetyChecks.Verdict verdict =
          SafetyChecks.check(state, intent, isListed(order) ? facts : unlisted(facts), rules());
      if (verdict.refusal().isPresent()) {
        refused.put(order, verdict.refusal().get());
        return;
      }
      state = Samples.after(state, state.admit(intent, now));
      free = free.minus(verdict.costs().orElseThrow().worst());
      sent.add(
          JSON.arrayNode()
              .add(order.symbol())
              .add(order.side().name())
              .add(order.quantity().value()));
    }

    private Optional<Facts.Books> booksFor(Order order) {
      Facts.Cash cash = new Facts.Cash(free, free);
      boolean inBase = free.currency().equals(Currency.EUR);
      Quantity held = new Quantity(inputs.get("positions").path(order.symbol()).decimalValue());
      return Optional.of(new Facts.Books(cash, inBase ? cash : NOTHING, held, held));
    }

    private FxRate rate(Order order) {
      Currency currency = order.price().currency();
      return currency.equals(Currency.EUR)
          ? FxRate.identity(currency, now)
          : new FxRate(Currency.EUR, currency, HONG_KONG_DOLLARS, now, "example");
    }

    /** Examples about several orders at once switch off the pause between orders. */
    private TradingRules rules() {
      boolean aboutFrequency = inputs.get("secs").isEmpty();
      TradingRules.Frequency limits = RULES.frequency();
      return new TradingRules(
          new TradingRules.Frequency(
              aboutFrequency,
              limits.minimumGap(),
              limits.perDay(),
              limits.perWeek(),
              limits.zone()),
          RULES.patience(),
          RULES.losses(),
          RULES.pricing(),
          RULES.warnings(),
          RULES.maximumQuantity(),
          true);
    }

    private Facts.Venue venueOf(Order order) {
      return inputs.get("secs").has(order.symbol())
          ? venue(inputs.get("secs").get(order.symbol()).asText(), inputs)
          : Samples.open();
    }

    /** Examples about frequency name no security; only a single unknown one is meant so. */
    private boolean isListed(Order order) {
      return inputs.get("secs").has(order.symbol()) || orders.size() > 1;
    }

    private JsonNode report(List<Order> inTurn) {
      ObjectNode node = JSON.objectNode();
      node.set("brokerOrders", sent);
      ArrayNode results = JSON.arrayNode();
      ArrayNode blocked = JSON.arrayNode();
      for (Order order : orders) {
        ObjectNode result = JSON.objectNode();
        Refusal refusal = refused.get(order);
        if (refusal != null) {
          result.set("error", ExampleRefusals.json(refusal));
          blocked.add(order.symbol());
        }
        result.put("status", refusal == null ? "success" : word(refusal));
        result.put("symbol", order.symbol());
        results.add(result);
      }
      node.set("results", results);
      node.set("blockedSymbols", blocked);
      refused.values().stream()
          .findFirst()
          .ifPresent(refusal -> node.set("blocked", ExampleRefusals.json(refusal)));
      node.set(
          "submitOrder",
          JSON.arrayNode()
              .addAll(
                  inTurn.stream().<JsonNode>map(order -> JSON.textNode(order.symbol())).toList()));
      return node;
    }
  }

  private static Facts facts(
      Order order, Instant now, Facts.Venue venue, FxRate rate, Optional<Facts.Books> books) {
    Intent intent = order.intent(0);
    return new Facts(
        now,
        Optional.of(
            new Facts.Listing(
                intent.symbol(), order.price().currency(), Quantity.of(1), true, true)),
        Optional.of(new Quote(intent.isin(), order.price(), venue.at(), "example")),
        Optional.of(rate),
        books,
        venue,
        new Facts.BrokerState(true, BROKER),
        Optional.of(new Facts.Worth(Samples.eur("100000"), Optional.empty(), Samples.eur("0"))));
  }

  private static Facts unlisted(Facts facts) {
    return Samples.withListing(facts, Optional.empty());
  }

  private static Facts.Venue venue(String exchange, JsonNode inputs) {
    Instant at = ExampleHistory.instant(inputs.get("utc"));
    MarketCalendar calendar = CALENDARS.calendar(exchange).orElseThrow();
    return new Facts.Venue(
        calendar.isOpen(at) ? Facts.Hours.OPEN : Facts.Hours.CLOSED,
        at,
        calendar.lastCloseBefore(at),
        TradingHoursRule.mustObeyHours(ExchangeNames.micOf(exchange), Optional.of(Side.BUY)));
  }

  private static Optional<Facts.Books> books(JsonNode balances, Currency currency, Quantity held) {
    if (balances.isNull()) {
      return Optional.empty();
    }
    Money traded = new Money(balances.path(currency.code()).decimalValue(), currency);
    Money base = new Money(balances.path("EUR").decimalValue(), Currency.EUR);
    return Optional.of(
        new Facts.Books(new Facts.Cash(traded, traded), new Facts.Cash(base, base), held, held));
  }

  private static TradingRules rules(TradingRules.Pricing pricing, boolean queueBuys) {
    return new TradingRules(
        RULES.frequency(),
        RULES.patience(),
        RULES.losses(),
        pricing,
        RULES.warnings(),
        RULES.maximumQuantity(),
        queueBuys);
  }

  private static String word(Refusal refusal) {
    return switch (refusal.code()) {
      case INSUFFICIENT_FUNDS, FX_CONVERSION_FAILED, NO_POSITION, OVERSELL -> "skipped";
      default -> "blocked";
    };
  }
}
