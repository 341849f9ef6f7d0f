package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders and facts to test with: a share at 100 EUR, 10,000 EUR in cash, an open market. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  public static final AccountId ACCOUNT = AccountId.DEFAULT;
  public static final Isin SAP = new Isin("DE0007164600");
  public static final Symbol SAP_DE = new Symbol("SAP.DE");
  public static final Isin APPLE = new Isin("US0378331005");
  public static final TradingRules RULES = TradingRules.defaults(ZoneOffset.UTC);
  public static final BrokerCapabilities BROKER = broker(BrokerCapabilities.Uniqueness.ENFORCED);

  private Samples() {}

  /** A broker of whole shares that keeps client order ids in one way or another. */
  public static BrokerCapabilities broker(BrokerCapabilities.Uniqueness clientOrderIds) {
    return new BrokerCapabilities(
        clientOrderIds,
        Set.of(OrderType.MARKET, OrderType.LIMIT),
        Set.of(TimeInForce.DAY, TimeInForce.GTC),
        false,
        BrokerCapabilities.Cancelling.AT_ONCE,
        Set.of(BrokerCapabilities.Lookup.values()),
        false);
  }

  /** A market order of the day for SAP. */
  public static Intent intent(String id, Side side, String quantity) {
    return new Intent(
        new IntentId(id),
        ACCOUNT,
        SAP,
        SAP_DE,
        side,
        Quantity.of(quantity),
        OrderType.MARKET,
        Optional.empty(),
        Optional.empty(),
        TimeInForce.DAY,
        Intent.Origin.CALLER,
        "test");
  }

  /** The same wish for another security. */
  public static Intent on(Intent intent, Isin isin, Symbol symbol) {
    return new Intent(
        intent.id(),
        intent.account(),
        isin,
        symbol,
        intent.side(),
        intent.quantity(),
        intent.type(),
        intent.limit(),
        intent.stop(),
        intent.timeInForce(),
        intent.origin(),
        intent.cause());
  }

  /** The same wish with another type, limit and time in force. */
  public static Intent as(
      Intent intent, OrderType type, Optional<Price> limit, TimeInForce timeInForce) {
    return new Intent(
        intent.id(),
        intent.account(),
        intent.isin(),
        intent.symbol(),
        intent.side(),
        intent.quantity(),
        type,
        limit,
        intent.stop(),
        timeInForce,
        intent.origin(),
        intent.cause());
  }

  /** The same wish with a limit in euro. */
  public static Intent limited(Intent intent, String limit) {
    return as(
        intent, OrderType.LIMIT, Optional.of(Price.of(limit, Currency.EUR)), intent.timeInForce());
  }

  /** The same wish of the trading cycle. */
  public static Intent ofCycle(Intent intent) {
    return new Intent(
        intent.id(),
        intent.account(),
        intent.isin(),
        intent.symbol(),
        intent.side(),
        intent.quantity(),
        intent.type(),
        intent.limit(),
        intent.stop(),
        intent.timeInForce(),
        Intent.Origin.CYCLE,
        intent.cause());
  }

  /** Facts under which every order of up to 50 shares may go. */
  public static Facts facts() {
    return new Facts(
        NOW,
        Optional.of(new Facts.Listing(SAP_DE, Currency.EUR, Quantity.of(1), true, true)),
        Optional.of(new Quote(SAP, Price.of("100", Currency.EUR), NOW.minusSeconds(60), "test")),
        Optional.of(FxRate.identity(Currency.EUR, NOW)),
        Optional.of(books("10000", "50")),
        open(),
        new Facts.BrokerState(true, BROKER),
        Optional.of(new Facts.Worth(eur("100000"), Optional.of(eur("100000")), eur("0"))));
  }

  /** Books of an account in euro with nothing set aside. */
  public static Facts.Books books(String cash, String shares) {
    Facts.Cash euro = new Facts.Cash(eur(cash), eur(cash));
    return new Facts.Books(euro, euro, Quantity.of(shares), Quantity.of(shares));
  }

  static Facts.Venue open() {
    return new Facts.Venue(
        Facts.Hours.OPEN, NOW, Optional.of(NOW.minus(Duration.ofHours(20))), false);
  }

  static Facts.Venue closed() {
    return new Facts.Venue(
        Facts.Hours.CLOSED, NOW, Optional.of(NOW.minus(Duration.ofMinutes(5))), false);
  }

  static Facts with(Facts facts, Facts.Venue venue) {
    return new Facts(
        facts.now(),
        facts.listing(),
        facts.quote(),
        facts.rate(),
        facts.books(),
        venue,
        facts.broker(),
        facts.worth());
  }

  static Facts withWorth(Facts facts, Optional<Facts.Worth> worth) {
    return new Facts(
        facts.now(),
        facts.listing(),
        facts.quote(),
        facts.rate(),
        facts.books(),
        facts.venue(),
        facts.broker(),
        worth);
  }

  static Facts withBooks(Facts facts, Optional<Facts.Books> books) {
    return new Facts(
        facts.now(),
        facts.listing(),
        facts.quote(),
        facts.rate(),
        books,
        facts.venue(),
        facts.broker(),
        facts.worth());
  }

  static Facts withQuote(Facts facts, Optional<Quote> quote) {
    return new Facts(
        facts.now(),
        facts.listing(),
        quote,
        facts.rate(),
        facts.books(),
        facts.venue(),
        facts.broker(),
        facts.worth());
  }

  static Facts withListing(Facts facts, Optional<Facts.Listing> listing) {
    return new Facts(
        facts.now(),
        listing,
        facts.quote(),
        facts.rate(),
        facts.books(),
        facts.venue(),
        facts.broker(),
        facts.worth());
  }

  static Facts withRate(Facts facts, Optional<FxRate> rate) {
    return new Facts(
        facts.now(),
        facts.listing(),
        facts.quote(),
        rate,
        facts.books(),
        facts.venue(),
        facts.broker(),
        facts.worth());
  }

  static Facts withBroker(Facts facts, Facts.BrokerState broker) {
    return new Facts(
        facts.now(),
        facts.listing(),
        facts.quote(),
        facts.rate(),
        facts.books(),
        facts.venue(),
        broker,
        facts.worth());
  }

  static Facts at(Facts facts, Instant now) {
    return new Facts(
        now,
        facts.listing(),
        facts.quote(),
        facts.rate(),
        facts.books(),
        facts.venue(),
        facts.broker(),
        facts.worth());
  }

  /** An execution of an intent at 100 EUR unless the price says otherwise. */
  public static Fill fill(Intent intent, String id, String quantity, String price) {
    return new Fill(
        new FillId(id),
        intent.id(),
        new BrokerOrderId("SIM-O-1"),
        intent.account(),
        intent.isin(),
        intent.symbol(),
        intent.side(),
        Quantity.of(quantity),
        Price.of(price, Currency.EUR),
        eur("2"),
        FxRate.identity(Currency.EUR, NOW),
        Optional.empty(),
        NOW);
  }

  /** An order after events. */
  static OrderState.Placed order(Intent intent, OrderEvent... after) {
    OrderState state =
        OrderState.BLANK.apply(
            new OrderEvent.IntentRecorded(intent, ClientOrderIds.of(intent.id()), NOW));
    for (OrderEvent event : after) {
      state = state.apply(event);
    }
    return (OrderState.Placed) state;
  }

  /** An order the broker has in the market. */
  static OrderState.Placed working(Intent intent) {
    return order(
        intent,
        new OrderEvent.OrderAdmitted(NOW),
        new OrderEvent.SubmissionStarted(1, NOW),
        new OrderEvent.OrderAccepted(new BrokerOrderId("SIM-O-1"), NOW),
        new OrderEvent.OrderWorking(NOW));
  }

  /** A memory in which a security was traded at given instants. */
  static TradingState traded(Isin isin, Side side, List<Instant> instants) {
    TradingState state = TradingState.empty();
    int number = 0;
    for (Instant at : instants) {
      number++;
      state =
          state.apply(
              new TradingEvent.FillNoted(
                  new IntentId("past-" + number),
                  new FillId("past-" + side + "-" + number),
                  isin,
                  side,
                  at,
                  at));
    }
    return state;
  }

  static TradingState after(TradingState state, List<TradingEvent> events) {
    TradingState next = state;
    for (TradingEvent event : events) {
      next = next.apply(event);
    }
    return next;
  }

  public static Money eur(String amount) {
    return new Money(new BigDecimal(amount), Currency.EUR);
  }
}
