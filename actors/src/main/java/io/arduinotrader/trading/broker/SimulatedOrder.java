package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order in the simulated broker's book.
 *
 * @param number its place in the book, from 1
 * @param currency what the security is traded in
 * @param fills its executions, oldest first
 * @param changed when it last changed
 * @param expires the end of the session it is for; empty when it stays until cancelled
 */
record SimulatedOrder(
    long number,
    BrokerOrder order,
    Currency currency,
    BrokerStatus status,
    List<Fill> fills,
    Instant changed,
    Optional<Instant> expires) {

  SimulatedOrder {
    fills = List.copyOf(fills);
  }

  static BrokerOrderId idOf(long number) {
    return new BrokerOrderId("SIM-O-" + number);
  }

  BrokerOrderId id() {
    return idOf(number);
  }

  boolean isOpen() {
    return status == BrokerStatus.WORKING || status == BrokerStatus.PARTIALLY_FILLED;
  }

  Quantity filled() {
    Quantity sum = Quantity.ZERO;
    for (Fill fill : fills) {
      sum = sum.plus(fill.quantity());
    }
    return sum;
  }

  /** The value executed so far, not rounded. */
  BigDecimal value() {
    return fills.stream()
        .map(fill -> fill.price().times(fill.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The commission charged so far. */
  Money commission() {
    return fills.stream().map(Fill::commission).reduce(Money.zero(currency), Money::plus);
  }

  /** What is set aside for it in a currency. */
  Money funds(Currency of) {
    return order.funds().stream()
        .filter(money -> money.currency().equals(of))
        .reduce(Money.zero(of), Money::plus);
  }

  SimulatedOrder with(BrokerStatus nowStatus, List<Fill> nowFills, Instant at) {
    return new SimulatedOrder(number, order, currency, nowStatus, nowFills, at, expires);
  }

  private Intent terms() {
    return new Intent(
        order.intent(),
        order.account(),
        order.isin(),
        order.symbol(),
        order.side(),
        order.quantity(),
        order.type(),
        order.limit(),
        Optional.empty(),
        order.timeInForce(),
        Intent.Origin.BROKER,
        "found at the broker as " + id());
  }

  BrokerReport report() {
    return new BrokerReport(terms(), order.id(), id(), status, fills, changed);
  }
}
