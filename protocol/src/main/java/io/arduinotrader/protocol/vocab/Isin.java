package io.arduinotrader.protocol.vocab;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An International Securities Identification Number (ISO 6166): two letters, nine letters or digits
 * and a check digit that satisfies the Luhn rule, for example {@code US0378331005}.
 */
public record Isin(String value) implements Comparable<Isin> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

  /**
   * Checks form and check digit.
   *
   * @throws IllegalArgumentException when the text is no ISIN in upper case
   */
  public Isin {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an ISIN: '" + value + "'");
    }
  }

  /** Reads an ISIN in any case with surrounding blanks; empty when it is none. */
  public static Optional<Isin> parse(String text) {
    String canonical = text.strip().toUpperCase(Locale.ROOT);
    return isValid(canonical) ? Optional.of(new Isin(canonical)) : Optional.empty();
  }

  /** Whether the text has the form of an ISIN, whatever its check digit says. */
  public static boolean looksLikeIsin(String text) {
    return FORM.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
  }

  private static boolean isValid(String value) {
    return FORM.matcher(value).matches() && checkSum(value) % 10 == 0;
  }

  private static int checkSum(String value) {
    StringBuilder digits = new StringBuilder(24);
    for (int i = 0; i < value.length(); i++) {
      digits.append(Character.digit(value.charAt(i), 36));
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted / 10 + weighted % 10;
    }
    return sum;
  }

  @Override
  public int compareTo(Isin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
