package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cash, shares and what of them is set aside, by adding and subtracting. Who trades past the house
 * may take what was set aside; by so much, and no more, the house may be short.
 */
final class NaiveBooks {

  private final NaiveModel model;
  private final Map<FillId, Fill> booked = new HashMap<>();
  private final Map<String, Map<Currency, BigDecimal>> reservedCash = new HashMap<>();
  private final Map<String, BigDecimal> reservedShares = new HashMap<>();
  private final Map<String, Isin> reservedFor = new HashMap<>();
  private final Map<Isin, BigDecimal> shares = new TreeMap<>();
  private final Map<Currency, BigDecimal> cash = new TreeMap<>();
  private final Map<Isin, BigDecimal> takenShares = new HashMap<>();
  private final Map<Currency, BigDecimal> takenCash = new HashMap<>();

  NaiveBooks(NaiveModel model) {
    this.model = model;
  }

  /** Somebody else has spent cash or sold shares. */
  void takenFromOutside(Fill fill) {
    NaiveModel.cashMoved(fill)
        .forEach(
            (currency, moved) ->
                takenCash.merge(currency, moved.negate().max(BigDecimal.ZERO), BigDecimal::add));
    if (fill.side() == Side.SELL) {
      takenShares.merge(fill.isin(), fill.quantity().value(), BigDecimal::add);
    }
  }

  void happened(PortfolioEvent event) {
    switch (event) {
      case PortfolioEvent.DepositBooked deposit ->
          cash.merge(deposit.amount().currency(), deposit.amount().amount(), BigDecimal::add);
      case PortfolioEvent.FundsReserved reserved -> {
        reserve(reserved.intent().value(), reserved.isin());
        Map<Currency, BigDecimal> amounts = new TreeMap<>();
        for (Money money : reserved.amounts()) {
          amounts.merge(money.currency(), money.amount(), BigDecimal::add);
        }
        reservedCash.put(reserved.intent().value(), amounts);
        amounts.keySet().forEach(currency -> covered(currency, BigDecimal.ZERO));
      }
      case PortfolioEvent.SharesReserved reserved -> {
        reserve(reserved.intent().value(), reserved.isin());
        reservedShares.put(reserved.intent().value(), reserved.quantity().value());
        covered(reserved.isin(), BigDecimal.ZERO);
      }
      case PortfolioEvent.ReservationReleased released -> {
        reservedCash.remove(released.intent().value());
        reservedShares.remove(released.intent().value());
      }
      case PortfolioEvent.FillBooked fill -> book(fill.fill());
      case PortfolioEvent.PositionsCorrected corrected ->
          model.require(false, "nobody corrected anything");
      case PortfolioEvent.PositionCorrected corrected ->
          model.require(false, "nobody corrected anything");
      case PortfolioEvent.CashCorrected corrected ->
          model.require(false, "nobody corrected anything");
      case PortfolioEvent.ValueMarked marked -> {}
    }
    for (Currency currency : List.of(Currency.EUR, Currency.USD)) {
      BigDecimal taken = takenCash.getOrDefault(currency, BigDecimal.ZERO);
      model.require(of(cash, currency).add(taken).signum() >= 0, "cash is %s", cash);
      covered(currency, taken);
    }
    shares.keySet().forEach(isin -> covered(isin, of(takenShares, isin)));
  }

  /** I07: what is set aside is there, but for what somebody else has taken. */
  private void covered(Currency currency, BigDecimal taken) {
    BigDecimal set =
        reservedCash.values().stream()
            .map(amounts -> of(amounts, currency))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    model.require(
        set.compareTo(of(cash, currency).add(taken)) <= 0,
        "%s %s are set aside of %s",
        set,
        currency,
        cash);
  }

  /** I09: what is set aside to be sold is held, but for what somebody else has sold. */
  private void covered(Isin isin, BigDecimal taken) {
    BigDecimal promised =
        reservedShares.entrySet().stream()
            .filter(entry -> isin.equals(reservedFor.get(entry.getKey())))
            .map(Map.Entry::getValue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    model.require(
        promised.compareTo(of(shares, isin).add(taken)) <= 0,
        "%s of %s %s are set aside",
        promised,
        shares,
        isin);
  }

  private static <K> BigDecimal of(Map<K, BigDecimal> amounts, K key) {
    return amounts.getOrDefault(key, BigDecimal.ZERO);
  }

  private void reserve(String id, Isin isin) {
    model.require(reservedFor.put(id, isin) == null, "%s reserves twice", id);
  }

  private void book(Fill fill) {
    model.require(model.wasExecuted(fill), "%s was never executed", fill);
    model.require(booked.put(fill.id(), fill) == null, "%s is booked twice", fill.id());
    String id = fill.intent().value();
    Map<Currency, BigDecimal> moved = NaiveModel.cashMoved(fill);
    moved.forEach((currency, amount) -> cash.merge(currency, amount, BigDecimal::add));
    BigDecimal quantity = fill.quantity().value();
    if (fill.side() == Side.BUY) {
      shares.merge(fill.isin(), quantity, BigDecimal::add);
      reservedCash.computeIfPresent(
          id,
          (key, left) -> {
            left.replaceAll(
                (currency, amount) -> amount.add(of(moved, currency)).max(BigDecimal.ZERO));
            return left;
          });
    } else {
      shares.merge(fill.isin(), quantity.negate(), BigDecimal::add);
      reservedShares.computeIfPresent(id, (key, left) -> left.subtract(quantity));
    }
  }

  boolean hasReserved(String id) {
    return reservedFor.containsKey(id);
  }

  /** I03, I04, I06: every execution is booked and nothing is set aside. */
  void quiet(Set<FillId> executed) {
    model.require(booked.keySet().equals(executed), "booked %s of %s", booked.keySet(), executed);
    model.require(
        reservedCash.isEmpty() && reservedShares.isEmpty(),
        "still set aside: %s %s",
        reservedCash,
        reservedShares);
  }

  Map<Currency, BigDecimal> cash() {
    Map<Currency, BigDecimal> held = new TreeMap<>(cash);
    held.values().removeIf(amount -> amount.signum() == 0);
    return held;
  }

  Map<Isin, BigDecimal> shares() {
    Map<Isin, BigDecimal> held = new TreeMap<>(shares);
    held.values().removeIf(quantity -> quantity.signum() == 0);
    return held;
  }
}
