package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.IdentifierType;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds a security by what a file calls it. */
public final class SecurityBook {

  private final Map<String, SecurityRecord> byName = new TreeMap<>();

  /** A book of securities; of two with the same symbol the active one, else the first, is found. */
  public SecurityBook(Collection<SecurityRecord> securities) {
    for (SecurityRecord security : securities) {
      byName.put(security.isin().value(), security);
      byName.merge(
          security.symbol().value(),
          security,
          (first, second) -> !first.active() && second.active() ? second : first);
    }
  }

  /** The outcome of a look-up. */
  public sealed interface Found {

    /** There is such a security. */
    record Security(SecurityRecord security) implements Found {}

    /** There is none, and why not, for a person. */
    record Nothing(String reason) implements Found {}
  }

  /** Looks a security up by ISIN or symbol in any case. */
  public Found find(String name) {
    SecurityRecord security = byName.get(name.strip().toUpperCase(Locale.ROOT));
    return security == null
        ? new Found.Nothing(whyNot(name.strip()))
        : new Found.Security(security);
  }

  private static String whyNot(String name) {
    if (name.isEmpty()) {
      return "the security is not named";
    }
    return switch (IdentifierType.of(name)) {
      case ISIN ->
          Isin.parse(name).isPresent()
              ? "no security has the ISIN " + name
              : "the check digit of the ISIN " + name + " is wrong";
      case BROKER -> "no security has the symbol " + name;
      case QUOTE_PAGE ->
          "no security has the symbol "
              + name
              + ", which also lacks the suffix of a broker's symbol";
    };
  }
}
