package io.arduinotrader.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exchange rate an operator states: one unit of the base currency buys so many of the quote.
 *
 * @param base ISO 4217 code
 * @param quote ISO 4217 code
 */
public record StatedRate(String base, String quote, BigDecimal rate) {

  /** What recorded rates name as their source. */
  public static final String SOURCE = "configured";

  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3})([A-Z]{3})=([0-9]{1,10}(?:\\.[0-9]{1,10})?)");

  static List<StatedRate> read(SettingsReader reader, String path) {
    List<StatedRate> rates = new ArrayList<>();
    for (String part : reader.text(path).split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Matcher matcher = FORM.matcher(part.strip());
      if (matcher.matches()
          && isCurrency(matcher.group(1))
          && isCurrency(matcher.group(2))
          && new BigDecimal(matcher.group(3)).signum() > 0) {
        rates.add(
            new StatedRate(matcher.group(1), matcher.group(2), new BigDecimal(matcher.group(3))));
      } else {
        reader.problem(path, "must look like EURUSD=1.2384 but is '" + part.strip() + "'");
      }
    }
    return List.copyOf(rates);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
