package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.support.calendar.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the simulated broker does with the orders it has taken, as the market goes on. */
final class OrderWork {

  private final BrokerPrices prices;
  private final MarketCalendars calendars;
  private final MarketClock clock;
  private final OrderMatching matching;

  OrderWork(
      BrokerPrices prices,
      MarketCalendars calendars,
      MarketClock clock,
      SimulationSettings settings) {
    this.prices = prices;
    this.calendars = calendars;
    this.clock = clock;
    this.matching = new OrderMatching(settings);
  }

  /** The calendar of the exchange a security is traded at, empty when no market is known. */
  Optional<MarketCalendar> calendar(BrokerOrder order) {
    return prices
        .quotation(order.isin())
        .map(BrokerPrices.Quotation::exchange)
        .flatMap(calendars::calendar);
  }

  /** Lets every open order meet the market as it is now, oldest first. */
  void advance(SimulatedBook.Entries entries) throws SQLException {
    for (SimulatedOrder order : entries.orders().open()) {
      work(order, entries);
    }
  }

  /** Lets an open order meet the market as it is now. */
  void work(SimulatedOrder order, SimulatedBook.Entries entries) throws SQLException {
    Optional<MarketCalendar> calendar =
        quotation(order).map(BrokerPrices.Quotation::exchange).flatMap(calendars::calendar);
    if (calendar.isEmpty()) {
      return;
    }
    if (order.expires().filter(clock.sessionInstant(calendar.get())::isAfter).isPresent()) {
      end(order, BrokerStatus.EXPIRED, entries);
      return;
    }
    Optional<OrderMatching.Moment> moment = moment(order, entries);
    if (moment.isPresent() && clock.isOpen(calendar.get())) {
      switch (matching.match(order, moment.get())) {
        case OrderMatching.Match.None none -> {}
        case OrderMatching.Match.Unpayable unpayable -> end(order, BrokerStatus.CANCELLED, entries);
        case OrderMatching.Match.Trade trade -> execute(order, trade, moment.get().rate(), entries);
      }
    }
  }

  /**
   * Executes shares of an order whatever its limit, its state and the hour; false when the market
   * is not known.
   */
  boolean executeAnyway(SimulatedOrder order, Quantity shares, SimulatedBook.Entries entries)
      throws SQLException {
    Optional<OrderMatching.Moment> moment = moment(order, entries);
    if (moment.isPresent()) {
      execute(order, matching.at(order, shares, moment.get()), moment.get().rate(), entries);
    }
    return moment.isPresent();
  }

  void end(SimulatedOrder order, BrokerStatus status, SimulatedBook.Entries entries)
      throws SQLException {
    entries.orders().update(order.with(status, order.fills(), clock.now()));
  }

  /** The end of the session that is on or comes next, for an order of the day. */
  Optional<Instant> expiry(BrokerOrder order, MarketCalendar calendar) {
    return order.timeInForce() == TimeInForce.DAY
        ? calendar
            .nextOpen(clock.sessionInstant(calendar))
            .map(calendar::dateOf)
            .flatMap(calendar::session)
            .map(Session::close)
        : Optional.empty();
  }

  private Optional<BrokerPrices.Quotation> quotation(SimulatedOrder order) {
    return prices
        .quotation(order.order().isin())
        .filter(known -> known.last().currency().equals(order.currency()));
  }

  private Optional<OrderMatching.Moment> moment(SimulatedOrder order, SimulatedBook.Entries entries)
      throws SQLException {
    Optional<BrokerPrices.Quotation> quotation = quotation(order);
    Optional<FxRate> rate = rate(order.currency());
    if (quotation.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    return Optional.of(
        new OrderMatching.Moment(
            quotation.get(), rate.get(), entries.orders().tradedOn(order.order().isin(), today)));
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
      account.buy(fill);
    } else {
      account.addCash(fill.value());
      account.setPosition(fill.isin(), held.minus(fill.quantity()));
    }
    List<Fill> fills = new ArrayList<>(order.fills());
    fills.add(fill);
    entries.orders().update(order.with(statusAfter(order, fill), fills, now));
  }

  /** An order that has ended stays ended, whatever is executed afterwards. */
  private static BrokerStatus statusAfter(SimulatedOrder order, Fill fill) {
    if (!order.isOpen()) {
      return order.status();
    }
    Quantity filled = order.filled().plus(fill.quantity());
    return filled.compareTo(order.order().quantity()) >= 0
        ? BrokerStatus.FILLED
        : BrokerStatus.PARTIALLY_FILLED;
  }

  private Optional<FxRate> rate(Currency currency) {
    return currency.equals(Currency.EUR)
        ? Optional.of(FxRate.identity(currency, clock.now()))
        : prices.rate(currency);
  }
}
