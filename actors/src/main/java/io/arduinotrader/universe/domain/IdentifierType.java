package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.vocab.Isin;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of name for a security a text is, by its form alone. */
public enum IdentifierType {
  /** The form of an ISIN; its check digit may still be wrong. */
  ISIN,
  /** A broker's ticker: it ends in a dot and the two or three letters of a country. */
  BROKER,
  /** Anything else, usually a ticker as quote pages use it. */
  QUOTE_PAGE;

  private static final Pattern BROKER_FORM = Pattern.compile(".+\\.[A-Z]{2,3}");

  /** The kind of a text in any case. */
  public static IdentifierType of(String text) {
    if (Isin.looksLikeIsin(text)) {
      return ISIN;
    }
    return BROKER_FORM.matcher(text.strip().toUpperCase(Locale.ROOT)).matches()
        ? BROKER
        : QUOTE_PAGE;
  }
}
