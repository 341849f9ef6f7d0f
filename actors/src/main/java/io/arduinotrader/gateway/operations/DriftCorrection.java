package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Basis;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectCash;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPosition;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.TradingView.OpenDrift;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.util.Optional;

/**
 * The change of the books that makes a difference good.
 *
 * @param drift what a person approved
 * @param by who that is
 * @param now when rates of a currency to itself are true
 */
record DriftCorrection(
    OpenDrift drift,
    String reason,
    String by,
    Securities securities,
    ExchangeRates rates,
    Instant now) {

  private static final String PRICE = "average_price";

  /**
   * The change.
   *
   * @param price what the shares cost, stated by the person
   * @throws InvalidRequestException when a price is stated that is not asked for, or missing
   */
  PortfolioRequest of(Optional<Price> price, PortfolioView books) {
    return switch (drift.drift().kind()) {
      case CASH -> {
        unasked(price);
        Currency currency = new Currency(drift.drift().subject());
        yield new CorrectCash(
            id(),
            Money.of(drift.drift().ours(), currency),
            Money.of(drift.drift().brokers(), currency),
            reason,
            by);
      }
      case MISSING_LOCALLY -> {
        if (price.isEmpty()) {
          throw new InvalidRequestException(
              PRICE, "is required: our books know nothing of these shares");
        }
        yield position(books, ours(), brokers(), price);
      }
      case QUANTITY -> position(books, ours(), brokers(), price);
      case MISSING_AT_BROKER -> {
        unasked(price);
        yield position(books, ours(), brokers(), price);
      }
      case AVERAGE_PRICE -> {
        unasked(price);
        Quantity held =
            books.position(isin()).map(PortfolioView.Position::quantity).orElse(Quantity.ZERO);
        yield position(books, held, held, Optional.of(price(drift.drift().brokers())));
      }
    };
  }

  /** Two differences with the same figures at different times are two corrections. */
  private String id() {
    return "drift:" + drift.id() + ":" + drift.since().toEpochMilli();
  }

  private PortfolioRequest position(
      PortfolioView books, Quantity expected, Quantity quantity, Optional<Price> price) {
    return new CorrectPosition(
        id(),
        isin(),
        symbol(books),
        expected,
        quantity,
        price.map(average -> new Basis(average, rates.of(average.currency(), now))),
        reason,
        by);
  }

  private Symbol symbol(PortfolioView books) {
    return books
        .position(isin())
        .map(PortfolioView.Position::symbol)
        .or(() -> securities.find(isin()).map(SecurityRecord::symbol))
        .orElseThrow(
            () ->
                CallRefusedException.failedPrecondition(
                    isin() + " is not in the universe: add it first"));
  }

  private Isin isin() {
    return new Isin(drift.drift().subject());
  }

  private Quantity ours() {
    return Quantity.of(drift.drift().ours());
  }

  private Quantity brokers() {
    return Quantity.of(drift.drift().brokers());
  }

  private static Price price(String text) {
    String[] parts = text.split(" ", -1);
    return Price.of(parts[0], new Currency(parts[1]));
  }

  private static void unasked(Optional<Price> price) {
    if (price.isPresent()) {
      throw new InvalidRequestException(PRICE, "is not asked for by this difference");
    }
  }
}
