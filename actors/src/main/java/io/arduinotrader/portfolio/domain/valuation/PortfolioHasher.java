package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names the state plans are made for. Two states with the same whole shares, cash, open orders,
 * flags, targets and labels have the same name, whatever the prices; it finds a plan again and
 * proves nothing.
 */
public final class PortfolioHasher {

  private static final int HASH_LENGTH = 8;

  private PortfolioHasher() {}

  /**
   * The name of a portfolio's state within a universe, as if its open orders were executed at what
   * they have set aside.
   *
   * @param securities what the universe knows; every active security is part of the state
   */
  public static PortfolioHash hash(PortfolioView portfolio, Map<Isin, SecurityFacts> securities) {
    HashedState state = HashedState.of(portfolio.cash());
    for (Position position : portfolio.positions()) {
      if (!position.quantity().isZero()) {
        state = state.holding(symbol(position.isin(), portfolio, securities), position.quantity());
      }
    }
    for (Reservation reservation : portfolio.reservations()) {
      Symbol symbol = symbol(reservation.isin(), portfolio, securities);
      state =
          state.after(
              new HashedState.OpenOrder(
                  symbol, reservation.side(), reservation.quantity(), reservation.amounts()));
    }
    SortedMap<Symbol, SecurityFacts> bySymbol = new TreeMap<>();
    HashedState hashed = state;
    securities.values().stream()
        .filter(facts -> facts.active() || hashed.quantities().containsKey(facts.symbol()))
        .forEach(facts -> bySymbol.put(facts.symbol(), facts));
    return hash(state, bySymbol);
  }

  /** The name of a state in which exactly the given securities can be traded. */
  static PortfolioHash hash(HashedState state, Map<Symbol, SecurityFacts> securities) {
    SortedMap<String, String> parts = new TreeMap<>();
    securities.keySet().forEach(symbol -> parts.put(symbol.value(), part(symbol, "0", securities)));
    state
        .quantities()
        .forEach(
            (symbol, quantity) ->
                parts.put(
                    symbol.value(),
                    part(
                        symbol,
                        quantity.setScale(0, RoundingMode.DOWN).toPlainString(),
                        securities)));
    state
        .cash()
        .forEach(
            (currency, amount) -> {
              if (amount.signum() > 0) {
                parts.put("CASH." + currency, "CASH." + currency + ":" + shortest(amount));
              }
            });
    return new PortfolioHash(md5(String.join(",", parts.values())).substring(0, HASH_LENGTH));
  }

  private static Symbol symbol(
      Isin isin, PortfolioView portfolio, Map<Isin, SecurityFacts> securities) {
    return Optional.ofNullable(securities.get(isin))
        .map(SecurityFacts::symbol)
        .or(() -> portfolio.position(isin).map(Position::symbol))
        .orElseGet(() -> new Symbol(isin.value()));
  }

  /** Symbol, quantity, may buy, may sell, least and largest target, country, industry. */
  private static String part(
      Symbol symbol, String quantity, Map<Symbol, SecurityFacts> securities) {
    Optional<SecurityFacts> facts = Optional.ofNullable(securities.get(symbol));
    return String.join(
        ":",
        symbol.value(),
        quantity,
        facts.map(SecurityFacts::allowBuy).orElse(true) ? "True" : "False",
        facts.map(SecurityFacts::allowSell).orElse(false) ? "True" : "False",
        facts.flatMap(SecurityFacts::minimumTarget).map(BigDecimal::toPlainString).orElse(""),
        facts.flatMap(SecurityFacts::maximumTarget).map(BigDecimal::toPlainString).orElse(""),
        facts.map(SecurityFacts::country).orElse(""),
        facts.map(SecurityFacts::industry).orElse(""));
  }

  /** Two places at most, one at least. */
  private static String shortest(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 1
        ? rounded.setScale(1, RoundingMode.UNNECESSARY).toPlainString()
        : rounded.toPlainString();
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
