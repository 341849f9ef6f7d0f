package io.arduinotrader.protocol.vocab;

import java.util.regex.Pattern;

/** A market identifier code (ISO 10383), for example {@code XNYS}. */
public record Mic(String code) implements Comparable<Mic> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException unless four upper-case letters or digits
   */
  public Mic {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("not a market identifier code: '" + code + "'");
    }
  }

  @Override
  public int compareTo(Mic other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
