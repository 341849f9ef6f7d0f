package io.arduinotrader.replay;

import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the events an account's orders leave behind; a minute passes between two of them. */
final class History {

  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  static final Isin ISIN = new Isin("US0378331005");
  static final Symbol SYMBOL = new Symbol("AAA.EU");

  private final AccountStreams streams;
  private final AccountId account;
  private final WrittenJournal journal;
  private Instant now = START;

  History(WrittenJournal journal, AccountId account) {
    this.journal = journal;
    this.account = account;
    this.streams = AccountStreams.of(account);
  }

  History(WrittenJournal journal) {
    this(journal, AccountId.DEFAULT);
  }

  Instant now() {
    return now;
  }

  History after(Duration pause) {
    now = now.plus(pause);
    return this;
  }

  History deposit(String id, String euros) {
    return book(
        new PortfolioEvent.DepositBooked(
            new DepositId(id), Money.of(euros, Currency.EUR), "test", now));
  }

  /** An order from the wish to its end, filled at once. */
  History order(String id, Side side, String shares, String price, String commission) {
    return open(id, side, shares, price).fill(id, side, shares, price, commission).end(id);
  }

  /** An order the broker has. */
  History open(String id, Side side, String shares, String price) {
    IntentId intent = new IntentId(id);
    Quantity quantity = quantity(shares);
    order(
        id,
        new OrderEvent.IntentRecorded(
            new Intent(
                intent,
                account,
                ISIN,
                SYMBOL,
                side,
                quantity,
                OrderType.LIMIT,
                Optional.of(Price.of(price, Currency.EUR)),
                Optional.empty(),
                TimeInForce.DAY,
                Intent.Origin.CALLER,
                "single trade"),
            new ClientOrderId("C-" + id),
            now));
    journal.add(
        streams.trading(),
        JournalCodecs.TRADING_EVENTS,
        new TradingEvent.IntentAdmitted(intent, ISIN, side, now));
    book(
        side == Side.BUY
            ? new PortfolioEvent.FundsReserved(
                intent, ISIN, quantity, List.of(worst(shares, price)), now)
            : new PortfolioEvent.SharesReserved(intent, ISIN, quantity, now));
    order(id, new OrderEvent.OrderAdmitted(now));
    order(id, new OrderEvent.SubmissionStarted(1, now));
    return order(id, new OrderEvent.OrderAccepted(new BrokerOrderId("B-" + id), now));
  }

  History fill(String id, Side side, String shares, String price, String commission) {
    Fill fill =
        new Fill(
            new FillId("F-" + id),
            new IntentId(id),
            new BrokerOrderId("B-" + id),
            account,
            ISIN,
            SYMBOL,
            side,
            quantity(shares),
            Price.of(price, Currency.EUR),
            Money.of(commission, Currency.EUR),
            FxRate.identity(Currency.EUR, now),
            Optional.empty(),
            now);
    order(id, new OrderEvent.FillRecorded(fill, now));
    return book(new PortfolioEvent.FillBooked(fill, now));
  }

  History end(String id) {
    IntentId intent = new IntentId(id);
    book(new PortfolioEvent.ReservationReleased(intent, now));
    journal.add(
        streams.trading(),
        JournalCodecs.TRADING_EVENTS,
        new TradingEvent.IntentSettled(intent, now));
    return order(id, new OrderEvent.OrderSettled(now));
  }

  History order(String id, OrderEvent event) {
    journal.add(AccountStreams.order(id), JournalCodecs.ORDER_EVENTS, event);
    return after(Duration.ofMinutes(1));
  }

  History book(PortfolioEvent event) {
    journal.add(streams.portfolio(), JournalCodecs.PORTFOLIO_EVENTS, event);
    return after(Duration.ofMinutes(1));
  }

  private static Quantity quantity(String shares) {
    return new Quantity(new BigDecimal(shares));
  }

  private static Money worst(String shares, String price) {
    return Money.roundedUp(
        new BigDecimal(shares).multiply(new BigDecimal(price)).add(BigDecimal.TEN), Currency.EUR);
  }
}
