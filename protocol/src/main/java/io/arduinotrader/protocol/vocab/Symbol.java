package io.arduinotrader.protocol.vocab;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A broker's ticker in upper case, for example {@code AAPL.US} or {@code 700.HK}. */
public record Symbol(String value) implements Comparable<Symbol> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.\\-/_^=]{0,31}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when the text is no symbol in upper case
   */
  public Symbol {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a symbol: '" + value + "'");
    }
  }

  /** Reads a symbol in any case with surrounding blanks; empty when it is none. */
  public static Optional<Symbol> parse(String text) {
    String canonical = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(canonical).matches()
        ? Optional.of(new Symbol(canonical))
        : Optional.empty();
  }

  @Override
  public int compareTo(Symbol other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
