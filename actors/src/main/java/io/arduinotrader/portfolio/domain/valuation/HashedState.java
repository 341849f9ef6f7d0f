package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shares and cash as the state's name sees them.
 *
 * @param quantities whole shares by symbol
 * @param cash by currency; negative when open orders may spend more than is there
 */
record HashedState(SortedMap<Symbol, BigDecimal> quantities, SortedMap<Currency, BigDecimal> cash) {

  /**
   * An order in the market.
   *
   * @param costs what a purchase may still take out of the cash
   */
  record OpenOrder(Symbol symbol, Side side, Quantity quantity, Collection<Money> costs) {}

  static HashedState of(Collection<Money> cash) {
    SortedMap<Currency, BigDecimal> amounts = new TreeMap<>();
    cash.forEach(balance -> amounts.put(balance.currency(), balance.amount()));
    return new HashedState(
        Collections.emptySortedMap(), Collections.unmodifiableSortedMap(amounts));
  }

  /** With a holding; parts of shares are cut off. */
  HashedState holding(Symbol symbol, Quantity quantity) {
    return with(symbol, quantity.value().setScale(0, RoundingMode.DOWN));
  }

  /**
   * As if the order had been executed: a purchase takes cash and brings shares, a sale takes shares
   * and brings no cash yet. Orders for nothing are passed over, emptied holdings dropped.
   */
  HashedState after(OpenOrder order) {
    if (order.quantity().isZero()) {
      return this;
    }
    BigDecimal held = quantities.getOrDefault(order.symbol(), BigDecimal.ZERO);
    return switch (order.side()) {
      case BUY -> with(order.symbol(), held.add(order.quantity().value())).without(order.costs());
      case SELL ->
          with(order.symbol(), held.subtract(order.quantity().value()).max(BigDecimal.ZERO));
    };
  }

  private HashedState with(Symbol symbol, BigDecimal quantity) {
    SortedMap<Symbol, BigDecimal> next = new TreeMap<>(quantities);
    if (quantity.signum() > 0) {
      next.put(symbol, quantity);
    } else {
      next.remove(symbol);
    }
    return new HashedState(Collections.unmodifiableSortedMap(next), cash);
  }

  private HashedState without(Collection<Money> costs) {
    SortedMap<Currency, BigDecimal> next = new TreeMap<>(cash);
    for (Money cost : costs) {
      next.merge(cost.currency(), cost.amount().negate(), BigDecimal::add);
    }
    return new HashedState(quantities, Collections.unmodifiableSortedMap(next));
  }
}
