package io.arduinotrader.protocol.vocab;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The canonical form of decimal numbers: no trailing zeros, no exponent, bounded places. */
final class Decimals {

  private Decimals() {}

  /** The same number without trailing zeros and with a scale of at least zero. */
  static BigDecimal canonical(String kind, BigDecimal value, int places) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > places) {
      throw new ArithmeticException(
          kind + " has more than " + places + " decimal places: " + value.toPlainString());
    }
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }
}
