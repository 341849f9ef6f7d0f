package io.arduinotrader.trading;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.protocol.trading.BrokerView.Kind;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.trading.broker.BrokerAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** In what our books differ from the broker's. */
final class BookComparison {

  /** Brokers count fees into what shares cost, or do not. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  private BookComparison() {}

  /** Every difference, positions by ISIN first, then cash by currency. */
  static List<Drift> differences(PortfolioView ours, BrokerAccount brokers) {
    List<Drift> drifts = new ArrayList<>();
    Map<Isin, Quantity> held = new TreeMap<>();
    ours.positions().stream()
        .filter(position -> !position.quantity().isZero())
        .forEach(position -> held.put(position.isin(), position.quantity()));
    SortedSet<Isin> isins = new TreeSet<>(held.keySet());
    isins.addAll(brokers.positions().keySet());
    for (Isin isin : isins) {
      Quantity here = held.getOrDefault(isin, Quantity.ZERO);
      Quantity there = brokers.positions().getOrDefault(isin, Quantity.ZERO);
      if (!here.equals(there)) {
        drifts.add(new Drift(kind(here, there), isin.value(), here.toString(), there.toString()));
      } else {
        average(ours, brokers, isin).ifPresent(drifts::add);
      }
    }
    SortedSet<Currency> currencies = new TreeSet<>();
    ours.cash().forEach(money -> currencies.add(money.currency()));
    brokers.cash().forEach(money -> currencies.add(money.currency()));
    for (Currency currency : currencies) {
      Money here = ours.balance(currency);
      Money there =
          brokers.cash().stream()
              .filter(money -> money.currency().equals(currency))
              .findFirst()
              .orElse(Money.zero(currency));
      if (!here.equals(there)) {
        drifts.add(
            new Drift(
                Kind.CASH,
                currency.code(),
                here.amount().toPlainString(),
                there.amount().toPlainString()));
      }
    }
    return drifts;
  }

  /** Only where the broker says what the shares cost, and in the currency of our books. */
  private static Optional<Drift> average(PortfolioView ours, BrokerAccount brokers, Isin isin) {
    Optional<Price> here = ours.position(isin).flatMap(PortfolioView.Position::averagePrice);
    Optional<Price> there = brokers.averagePrice(isin);
    return here.isPresent() && there.isPresent() && differs(here.get(), there.get())
        ? Optional.of(
            new Drift(
                Kind.AVERAGE_PRICE, isin.value(), here.get().toString(), there.get().toString()))
        : Optional.empty();
  }

  private static boolean differs(Price here, Price there) {
    return !here.currency().equals(there.currency())
        || here.amount()
                .subtract(there.amount())
                .abs()
                .compareTo(there.amount().multiply(TOLERANCE))
            > 0;
  }

  private static Kind kind(Quantity here, Quantity there) {
    if (here.isZero()) {
      return Kind.MISSING_LOCALLY;
    }
    return there.isZero() ? Kind.MISSING_AT_BROKER : Kind.QUANTITY;
  }
}
