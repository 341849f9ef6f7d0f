package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.support.calendar.Session;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A broker with invented money that trades at real prices. It keeps its own book, names its own
 * orders and executions, charges commission and spread, fills in parts when the day's volume is
 * small, and obeys trading hours. Time passes for its open orders whenever somebody asks it
 * something. A second order under a known name is the first one.
 */
public final class SimulatedBroker implements BrokerPort, AutoCloseable {

  private static final BrokerCapabilities CAPABILITIES =
      new BrokerCapabilities(
          Set.of(OrderType.MARKET, OrderType.LIMIT),
          Set.of(TimeInForce.DAY, TimeInForce.GTC),
          false,
          true);

  private final SimulatedBook book;
  private final BrokerPrices prices;
  private final MarketCalendars calendars;
  private final MarketClock clock;
  private final OrderMatching matching;

  /**
   * A broker whose book is in the given file.
   *
   * @param file without the database's own ending; made when there is none
   */
  public SimulatedBroker(
      Path file,
      BrokerPrices prices,
      MarketCalendars calendars,
      MarketClock clock,
      SimulationSettings settings) {
    this.book = SimulatedBook.at(file);
    this.prices = prices;
    this.calendars = calendars;
    this.clock = clock;
    this.matching = new OrderMatching(settings);
  }

  @Override
  public BrokerCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    return book.transact(
        entries -> {
          Optional<SimulatedOrder> known = entries.orders().order(order.id());
          if (known.isPresent()) {
            return new SubmitAnswer.Taken(known.get().id());
          }
          Optional<BrokerPrices.Quotation> quotation = prices.quotation(order.isin());
          Optional<MarketCalendar> calendar =
              quotation.map(BrokerPrices.Quotation::exchange).flatMap(calendars::calendar);
          if (quotation.isEmpty() || calendar.isEmpty()) {
            return new SubmitAnswer.Refused("no market is known for " + order.symbol());
          }
          if (order.side() == Side.SELL
              && order.quantity().compareTo(entries.account().position(order.isin())) > 0) {
            return new SubmitAnswer.Refused(
                "not " + order.quantity() + " shares of " + order.symbol() + " in the account");
          }
          if (order.side() == Side.BUY && !isCovered(order, entries)) {
            return new SubmitAnswer.Refused(
                "the account does not have what is set aside for the order: " + order.funds());
          }
          Optional<Instant> expires = expiry(order, calendar.get());
          if (order.timeInForce() == TimeInForce.DAY && expires.isEmpty()) {
            return new SubmitAnswer.Refused("no further session is known for " + order.symbol());
          }
          Currency currency = quotation.get().last().currency();
          SimulatedOrder taken =
              entries.orders().insert(order, currency, clock.now(), expiry(order, calendar.get()));
          work(taken, entries);
          return new SubmitAnswer.Taken(taken.id());
        });
  }

  @Override
  public CancelAnswer cancel(ClientOrderId id) {
    return book.transact(
        entries -> {
          Optional<SimulatedOrder> order = entries.orders().order(id);
          if (order.isEmpty()) {
            return new CancelAnswer.Refused("no such order");
          }
          if (order.get().status() == BrokerStatus.CANCELLED) {
            return new CancelAnswer.Taken();
          }
          if (!order.get().isOpen()) {
            return new CancelAnswer.Refused("the order has ended: " + order.get().status());
          }
          end(order.get(), BrokerStatus.CANCELLED, entries);
          return new CancelAnswer.Taken();
        });
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId id) {
    return book.transact(entries -> entries.orders().order(id).map(SimulatedOrder::report));
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId id) {
    return book.transact(
        entries -> entries.orders().order(id).map(order -> order.order().intent()));
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    return book.transact(
        entries -> {
          advance(entries);
          return entries.orders().openOrChangedSince(changedSince).stream()
              .map(SimulatedOrder::report)
              .toList();
        });
  }

  @Override
  public BrokerAccount account() {
    return book.transact(
        entries -> new BrokerAccount(entries.account().cash(), entries.account().positions()));
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    book.transact(
        entries -> {
          entries.account().deposit(id, amount);
          return id;
        });
  }

  @Override
  public void close() {
    book.close();
  }

  /** Lets every open order meet the market as it is now, oldest first. */
  private void advance(SimulatedBook.Entries entries) throws SQLException {
    for (SimulatedOrder order : entries.orders().open()) {
      work(order, entries);
    }
  }

  private void work(SimulatedOrder order, SimulatedBook.Entries entries) throws SQLException {
    Isin isin = order.order().isin();
    Optional<BrokerPrices.Quotation> quotation =
        prices.quotation(isin).filter(known -> known.last().currency().equals(order.currency()));
    Optional<MarketCalendar> calendar =
        quotation.map(BrokerPrices.Quotation::exchange).flatMap(calendars::calendar);
    if (calendar.isEmpty()) {
      return;
    }
    if (order.expires().filter(clock.sessionInstant(calendar.get())::isAfter).isPresent()) {
      end(order, BrokerStatus.EXPIRED, entries);
      return;
    }
    Optional<FxRate> rate = rate(order.currency());
    if (rate.isPresent() && clock.isOpen(calendar.get())) {
      LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
      OrderMatching.Moment moment =
          new OrderMatching.Moment(
              quotation.get(), rate.get(), entries.orders().tradedOn(isin, today));
      switch (matching.match(order, moment)) {
        case OrderMatching.Match.None none -> {}
        case OrderMatching.Match.Unpayable unpayable -> end(order, BrokerStatus.CANCELLED, entries);
        case OrderMatching.Match.Trade trade -> execute(order, trade, rate.get(), entries);
      }
    }
  }

  private void execute(
      SimulatedOrder order,
      OrderMatching.Match.Trade trade,
      FxRate rate,
      SimulatedBook.Entries entries)
      throws SQLException {
    Instant now = clock.now();
    AccountRows account = entries.account();
    Quantity held = account.position(order.order().isin());
    if (order.order().side() == Side.SELL && trade.quantity().compareTo(held) > 0) {
      end(order, BrokerStatus.CANCELLED, entries);
      return;
    }
    Fill fill = entries.orders().insert(order, trade, rate, now);
    if (fill.conversion().isPresent()) {
      Conversion conversion = fill.conversion().get();
      account.addCash(conversion.sold().negated());
      account.addCash(conversion.bought());
    }
    account.addCash(fill.commission().negated());
    if (fill.side() == Side.BUY) {
      account.addCash(fill.value().negated());
      account.setPosition(fill.isin(), held.plus(fill.quantity()));
    } else {
      account.addCash(fill.value());
      account.setPosition(fill.isin(), held.minus(fill.quantity()));
    }
    List<Fill> fills = new ArrayList<>(order.fills());
    fills.add(fill);
    SimulatedOrder executed = order.with(order.status(), fills, now);
    boolean complete = executed.filled().equals(order.order().quantity());
    entries
        .orders()
        .update(
            executed.with(
                complete ? BrokerStatus.FILLED : BrokerStatus.PARTIALLY_FILLED, fills, now));
  }

  private void end(SimulatedOrder order, BrokerStatus status, SimulatedBook.Entries entries)
      throws SQLException {
    entries.orders().update(order.with(status, order.fills(), clock.now()));
  }

  private static boolean isCovered(BrokerOrder order, SimulatedBook.Entries entries)
      throws SQLException {
    for (Money money : order.funds()) {
      if (entries.account().cash(money.currency()).isLessThan(money)) {
        return false;
      }
    }
    return !order.funds().isEmpty();
  }

  private Optional<FxRate> rate(Currency currency) {
    return currency.equals(Currency.EUR)
        ? Optional.of(FxRate.identity(currency, clock.now()))
        : prices.rate(currency);
  }

  /** The end of the session that is on or comes next, for an order of the day. */
  private Optional<Instant> expiry(BrokerOrder order, MarketCalendar calendar) {
    return order.timeInForce() == TimeInForce.DAY
        ? calendar
            .nextOpen(clock.sessionInstant(calendar))
            .map(calendar::dateOf)
            .flatMap(calendar::session)
            .map(Session::close)
        : Optional.empty();
  }
}
