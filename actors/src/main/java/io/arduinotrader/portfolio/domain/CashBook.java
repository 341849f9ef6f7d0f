package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The balances of all currencies ever held. A balance is negative only if the broker has made it
 * so: the rules set nothing aside that is not there, but an execution is booked as it happened.
 */
record CashBook(SortedMap<Currency, Money> balances) {

  static final CashBook EMPTY = new CashBook(Collections.emptySortedMap());

  static CashBook of(Collection<Money> balances) {
    SortedMap<Currency, Money> map = new TreeMap<>();
    balances.forEach(balance -> map.put(balance.currency(), balance));
    return new CashBook(Collections.unmodifiableSortedMap(map));
  }

  /**
   * What an execution moves: both sides of the conversion that paid for it, the value, and the
   * commission. A commission is never part of what the shares cost.
   */
  static List<Money> movesOf(Fill fill) {
    Money value = fill.value();
    SortedMap<Currency, Money> moves = new TreeMap<>();
    add(moves, fill.side() == Side.BUY ? value.negated() : value);
    add(moves, fill.commission().negated());
    if (fill.conversion().isPresent()) {
      Conversion conversion = fill.conversion().get();
      add(moves, conversion.sold().negated());
      add(moves, conversion.bought());
    }
    return List.copyOf(moves.values());
  }

  Money balance(Currency currency) {
    return balances.getOrDefault(currency, Money.zero(currency));
  }

  CashBook plus(List<Money> moves) {
    SortedMap<Currency, Money> next = new TreeMap<>(balances);
    moves.forEach(move -> add(next, move));
    return new CashBook(Collections.unmodifiableSortedMap(next));
  }

  private static void add(SortedMap<Currency, Money> amounts, Money amount) {
    amounts.merge(amount.currency(), amount, Money::plus);
  }
}
