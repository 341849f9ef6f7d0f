package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices and rates at an instant.
 *
 * @param rates from the base currency to each currency a rate is known for, itself included
 * @param oldest what was true before it is old
 */
public record Market(Map<Isin, Quote> quotes, Map<Currency, FxRate> rates, Instant oldest) {

  /** The market now, where prices and rates count as current for some time. */
  public static Market of(
      List<Quote> quotes, List<FxRate> rates, Instant now, Duration currentFor) {
    Map<Isin, Quote> byIsin = new HashMap<>();
    quotes.forEach(quote -> byIsin.put(quote.isin(), quote));
    Map<Currency, FxRate> byCurrency = new HashMap<>();
    rates.stream()
        .filter(rate -> rate.base().equals(Currency.EUR))
        .forEach(rate -> byCurrency.put(rate.quote(), rate));
    byCurrency.put(Currency.EUR, FxRate.identity(Currency.EUR, now));
    return new Market(Map.copyOf(byIsin), Map.copyOf(byCurrency), now.minus(currentFor));
  }

  Optional<Quote> quote(Isin isin) {
    return Optional.ofNullable(quotes.get(isin));
  }

  Optional<FxRate> rate(Currency currency) {
    return Optional.ofNullable(rates.get(currency));
  }

  boolean isOld(Instant at) {
    return at.isBefore(oldest);
  }
}
