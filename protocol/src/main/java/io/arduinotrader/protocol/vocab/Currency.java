package io.arduinotrader.protocol.vocab;

import java.util.Locale;
import java.util.Optional;

/** An ISO 4217 currency that has a minor unit, for example {@code EUR}. */
public record Currency(String code) implements Comparable<Currency> {

  /** The base currency of the account: totals, limits and thresholds are stated in it. */
  public static final Currency EUR = new Currency("EUR");

  public static final Currency USD = new Currency("USD");
  public static final Currency GBP = new Currency("GBP");
  public static final Currency HKD = new Currency("HKD");

  /**
   * Checks that the code is known.
   *
   * @throws IllegalArgumentException when the code is no ISO 4217 currency in upper case
   */
  public Currency {
    if (!isKnown(code)) {
      throw new IllegalArgumentException("not an ISO 4217 currency: '" + code + "'");
    }
  }

  /** Reads a code in any case with surrounding blanks; empty when it is no currency. */
  public static Optional<Currency> parse(String text) {
    String canonical = text.strip().toUpperCase(Locale.ROOT);
    return isKnown(canonical) ? Optional.of(new Currency(canonical)) : Optional.empty();
  }

  /** Decimal places of the minor unit: 2 for the euro, 0 for the yen. */
  public int minorDigits() {
    return java.util.Currency.getInstance(code).getDefaultFractionDigits();
  }

  private static boolean isKnown(String code) {
    if (code.length() != 3) {
      return false;
    }
    try {
      return java.util.Currency.getInstance(code).getDefaultFractionDigits() >= 0;
    } catch (IllegalArgumentException notACurrency) {
      return false;
    }
  }

  @Override
  public int compareTo(Currency other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
