package io.arduinotrader.protocol.vocab;

import java.util.Optional;
import java.util.regex.Pattern;

/** Eight hex characters that name a portfolio state; a cache key, no proof of integrity. */
public record PortfolioHash(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException unless eight lower-case hex characters
   */
  public PortfolioHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("portfolio hash must be 8 hex characters: " + value);
    }
  }

  /** Reads a hash; empty when the text has another form. */
  public static Optional<PortfolioHash> parse(String text) {
    return FORM.matcher(text.strip()).matches()
        ? Optional.of(new PortfolioHash(text.strip()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
