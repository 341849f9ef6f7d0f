package io.arduinotrader.protocol.vocab;

import java.util.regex.Pattern;

/** The common rule of opaque identifiers: short, visible, and free of the journal's separators. */
final class Identifier {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:#-]{1,128}");

  private Identifier() {}

  static String require(String kind, String value) {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          kind + " must be 1 to 128 letters, digits or one of . _ : # - but was '" + value + "'");
    }
    return value;
  }

  static boolean isValid(String value) {
    return ALLOWED.matcher(value).matches();
  }
}
