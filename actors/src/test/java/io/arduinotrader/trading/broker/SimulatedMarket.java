package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.WallMarketClock;
import io.arduinotrader.trading.domain.ClientOrderIds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A market of two shares whose prices and time the test decides. */
public final class SimulatedMarket {

  public static final Isin SAP = new Isin("DE0007164600");
  public static final Isin APPLE = new Isin("US0378331005");
  public static final Instant OPEN = Instant.parse("2026-05-04T14:00:00Z");

  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  public final QuoteBoard board = new QuoteBoard();
  private volatile Instant now = OPEN;

  /** SAP at 100 EUR, Apple at 200 USD, a euro at 1.25 USD, on a Monday with both markets open. */
  public SimulatedMarket() {
    price(SAP, "XETRA", "100", Currency.EUR);
    price(APPLE, "NasdaqGS", "200", Currency.USD);
    rate("1.25");
  }

  public Instant now() {
    return now;
  }

  public void at(String instant) {
    now = Instant.parse(instant);
  }

  public void price(Isin isin, String exchange, String price, Currency currency) {
    board.post(
        isin,
        new BrokerPrices.Quotation(exchange, Price.of(price, currency), OptionalLong.empty()));
  }

  public void volume(Isin isin, String exchange, String price, long volume) {
    board.post(
        isin,
        new BrokerPrices.Quotation(
            exchange, Price.of(price, Currency.EUR), OptionalLong.of(volume)));
  }

  public void rate(String dollars) {
    board.post(new FxRate(Currency.EUR, Currency.USD, new BigDecimal(dollars), OPEN, "test"));
  }

  /** The broker of this market with its book in a folder. */
  public SimulatedBroker broker(Path folder) {
    return broker(folder, board);
  }

  /** The broker of this market that sees other prices. */
  public SimulatedBroker broker(Path folder, BrokerPrices prices) {
    return new SimulatedBroker(
        folder.resolve("broker"),
        prices,
        CALENDARS,
        new WallMarketClock(this::now),
        SimulationSettings.defaults());
  }

  /** A market order of the day. */
  public static BrokerOrder market(
      String intent, Isin isin, Side side, long shares, Money... funds) {
    return order(intent, isin, side, shares, Optional.empty(), TimeInForce.DAY, funds);
  }

  public static BrokerOrder order(
      String intent,
      Isin isin,
      Side side,
      long shares,
      Optional<Price> limit,
      TimeInForce timeInForce,
      Money... funds) {
    IntentId id = new IntentId(intent);
    return new BrokerOrder(
        ClientOrderIds.of(id),
        id,
        AccountId.DEFAULT,
        isin,
        new Symbol(isin.equals(SAP) ? "SAP.DE" : "AAPL.US"),
        side,
        Quantity.of(shares),
        limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET,
        limit,
        timeInForce,
        List.copyOf(Arrays.asList(funds)));
  }

  public static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }

  public static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
