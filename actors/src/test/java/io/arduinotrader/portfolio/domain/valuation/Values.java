package io.arduinotrader.portfolio.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Words the tests of valuation are made of. */
final class Values {

  static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
  static final Duration FRESH = Duration.ofDays(5);
  static final Isin APPLE = new Isin("US0378331005");
  static final Isin SAP = new Isin("DE0007164600");
  static final Isin TENCENT = new Isin("KYG875721634");
  static final List<Isin> ISINS = List.of(APPLE, SAP, TENCENT);

  private Values() {}

  static FxRate rate(Currency currency, BigDecimal rate) {
    return rate(currency, rate, NOW);
  }

  static FxRate rate(Currency currency, BigDecimal rate, Instant at) {
    return new FxRate(Currency.EUR, currency, rate, at, "test");
  }

  /** A position that was bought at one price and the given rate. */
  static Position position(
      Isin isin, String symbol, BigDecimal quantity, BigDecimal averagePrice, FxRate rate) {
    BigDecimal cost = quantity.multiply(averagePrice);
    return new Position(
        isin,
        new Symbol(symbol),
        rate.quote(),
        new Quantity(quantity),
        cost,
        rate.toBase(cost),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        NOW,
        NOW);
  }

  static PortfolioView view(List<Position> positions, List<Money> cash, Reservation... open) {
    return new PortfolioView(
        AccountId.DEFAULT, 1, Digest.EMPTY, positions, cash, List.of(open), Optional.of(NOW));
  }

  static Quote quote(Isin isin, String price, Currency currency, Instant at) {
    return new Quote(isin, Price.of(price, currency), at, "test");
  }

  static AccountValue valued(Valuation valuation) {
    assertThat(valuation).isInstanceOf(Valuation.Valued.class);
    return ((Valuation.Valued) valuation).value();
  }

  static SecurityFacts facts(Isin isin, String symbol, String country, String sector) {
    return new SecurityFacts(
        isin,
        new Symbol(symbol),
        symbol + " Inc.",
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        country,
        sector,
        "");
  }

  static BigDecimal rounded(BigDecimal value, int places) {
    return value.setScale(places, RoundingMode.HALF_EVEN);
  }
}
