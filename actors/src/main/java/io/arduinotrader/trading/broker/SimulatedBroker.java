package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
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

  /** What the simulated broker can do, wherever it runs. */
  public static final BrokerCapabilities CAPABILITIES =
      new BrokerCapabilities(
          BrokerCapabilities.Uniqueness.ENFORCED,
          Set.of(OrderType.MARKET, OrderType.LIMIT),
          Set.of(TimeInForce.DAY, TimeInForce.GTC),
          false,
          BrokerCapabilities.Cancelling.AT_ONCE,
          Set.of(
              BrokerCapabilities.Lookup.CLIENT_ORDER_ID, BrokerCapabilities.Lookup.BROKER_ORDER_ID),
          false);

  private final SimulatedBook book;
  private final BrokerPrices prices;
  private final MarketClock clock;
  private final OrderWork work;

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
    this.clock = clock;
    this.work = new OrderWork(prices, calendars, clock, settings);
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
          Optional<MarketCalendar> calendar = work.calendar(order);
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
          Optional<Instant> expires = work.expiry(order, calendar.get());
          if (order.timeInForce() == TimeInForce.DAY && expires.isEmpty()) {
            return new SubmitAnswer.Refused("no further session is known for " + order.symbol());
          }
          Currency currency = quotation.get().last().currency();
          SimulatedOrder taken = entries.orders().insert(order, currency, clock.now(), expires);
          work.work(taken, entries);
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
          work.end(order.get(), BrokerStatus.CANCELLED, entries);
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
          work.advance(entries);
          return entries.orders().openOrChangedSince(changedSince).stream()
              .map(SimulatedOrder::report)
              .toList();
        });
  }

  @Override
  public BrokerAccount account() {
    return book.transact(
        entries ->
            new BrokerAccount(
                entries.account().cash(),
                entries.account().positions(),
                entries.account().averages()));
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    book.transact(
        entries -> {
          entries.account().deposit(id, amount);
          return id;
        });
  }

  /**
   * An order somebody places past this house, as in the broker's own app; it may spend whatever is
   * in the account.
   */
  public SubmitAnswer placeByHand(
      AccountId account, Isin isin, Symbol symbol, Side side, Quantity quantity) {
    String name = book.transact(entries -> "hand-" + entries.orders().nextNumber());
    return submit(
        new BrokerOrder(
            new ClientOrderId(name),
            new IntentId("broker:" + name),
            account,
            isin,
            symbol,
            side,
            quantity,
            OrderType.MARKET,
            Optional.empty(),
            TimeInForce.DAY,
            side == Side.BUY ? account().cash() : List.of()));
  }

  /**
   * Executes shares of an order whatever its limit, its state and the hour, as a real broker may:
   * after a cancellation, or more than was ordered. False when there is no such order or no market.
   */
  public boolean executeAnyway(ClientOrderId id, Quantity shares) {
    return book.transact(
        entries -> {
          Optional<SimulatedOrder> order = entries.orders().order(id);
          return order.isPresent() && work.executeAnyway(order.get(), shares, entries);
        });
  }

  @Override
  public void close() {
    book.close();
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
}
