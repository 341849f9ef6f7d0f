package io.arduinotrader.gateway.universe;

import io.arduinotrader.protocol.vocab.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which currency an exchange trades, by its name as data providers spell it. */
final class ExchangeCurrency {

  private static final Map<String, Currency> BY_NAME = byName();

  private ExchangeCurrency() {}

  /** The currency; empty for an exchange that is not known, because a guess would misprice. */
  static Optional<Currency> of(String exchange) {
    return Optional.ofNullable(BY_NAME.get(exchange.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Currency> byName() {
    Map<String, List<String>> exchanges =
        Map.ofEntries(
            Map.entry("USD", List.of("nyse", "nasdaq", "nasdaqgs", "nasdaqgm", "nasdaqcm")),
            Map.entry("CAD", List.of("toronto")),
            Map.entry("GBP", List.of("lse", "london")),
            Map.entry(
                "EUR",
                List.of(
                    "xetra",
                    "frankfurt",
                    "paris",
                    "amsterdam",
                    "brussels",
                    "lisbon",
                    "milan",
                    "madrid",
                    "helsinki",
                    "vienna",
                    "athens")),
            Map.entry("CHF", List.of("swiss")),
            Map.entry("DKK", List.of("copenhagen")),
            Map.entry("SEK", List.of("stockholm")),
            Map.entry("NOK", List.of("oslo")),
            Map.entry("HKD", List.of("hkse")),
            Map.entry("CNY", List.of("shanghai", "shenzhen")),
            Map.entry("JPY", List.of("tse", "tokyo")),
            Map.entry("AUD", List.of("asx")));
    Map<String, Currency> byName = new HashMap<>();
    exchanges.forEach((code, names) -> names.forEach(name -> byName.put(name, new Currency(code))));
    return Map.copyOf(byName);
  }
}
