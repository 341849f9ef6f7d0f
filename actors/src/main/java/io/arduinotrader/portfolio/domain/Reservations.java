package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What open orders have set aside. A reservation shrinks by what its fills really paid or sold and
 * vanishes when the order ends; until then it may be empty but stays known.
 */
record Reservations(SortedMap<IntentId, Reservation> byIntent) {

  static final Reservations NONE = new Reservations(Collections.emptySortedMap());

  static Reservations of(Collection<Reservation> open) {
    SortedMap<IntentId, Reservation> map = new TreeMap<>();
    open.forEach(reservation -> map.put(reservation.intent(), reservation));
    return new Reservations(Collections.unmodifiableSortedMap(map));
  }

  boolean isOpen(IntentId intent) {
    return byIntent.containsKey(intent);
  }

  /** The cash of one currency that open buys may still spend. */
  Money cash(Currency currency) {
    Money sum = Money.zero(currency);
    for (Reservation reservation : byIntent.values()) {
      for (Money amount : reservation.amounts()) {
        if (amount.currency().equals(currency)) {
          sum = sum.plus(amount);
        }
      }
    }
    return sum;
  }

  /** The shares of one security that open sales may still take. */
  Quantity shares(Isin isin) {
    Quantity sum = Quantity.ZERO;
    for (Reservation reservation : byIntent.values()) {
      if (reservation.side() == Side.SELL && reservation.isin().equals(isin)) {
        sum = sum.plus(reservation.quantity());
      }
    }
    return sum;
  }

  Reservations with(Reservation reservation) {
    SortedMap<IntentId, Reservation> next = new TreeMap<>(byIntent);
    next.put(reservation.intent(), reservation);
    return new Reservations(Collections.unmodifiableSortedMap(next));
  }

  Reservations without(IntentId intent) {
    SortedMap<IntentId, Reservation> next = new TreeMap<>(byIntent);
    next.remove(intent);
    return new Reservations(Collections.unmodifiableSortedMap(next));
  }

  /** The reservations after a fill, whose order may have none. */
  Reservations after(Fill fill) {
    Reservation open = byIntent.get(fill.intent());
    if (open == null) {
      return this;
    }
    List<Money> moves = CashBook.movesOf(fill);
    return with(
        new Reservation(
            open.intent(),
            open.side(),
            open.isin(),
            less(open.quantity(), fill.quantity()),
            open.amounts().stream().map(amount -> less(amount, moves)).toList()));
  }

  private static Money less(Money reserved, List<Money> moves) {
    Money left = reserved;
    for (Money move : moves) {
      if (move.currency().equals(reserved.currency()) && move.signum() < 0) {
        left = left.plus(move);
      }
    }
    return left.signum() < 0 ? Money.zero(reserved.currency()) : left;
  }

  private static Quantity less(Quantity reserved, Quantity moved) {
    BigDecimal left = reserved.value().subtract(moved.value());
    return left.signum() > 0 ? new Quantity(left) : Quantity.ZERO;
  }
}
