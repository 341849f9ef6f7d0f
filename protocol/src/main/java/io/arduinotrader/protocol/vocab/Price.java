package io.arduinotrader.protocol.vocab;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What one share costs, above zero and with at most six decimal places. */
public record Price(BigDecimal amount, Currency currency) {

  /** Decimal places a price may have. */
  public static final int PLACES = 6;

  /**
   * Brings the amount to its canonical scale.
   *
   * @throws IllegalArgumentException when zero or negative
   * @throws ArithmeticException when it has more than six decimal places
   */
  public Price {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("price must be above zero: " + amount);
    }
    amount = Decimals.canonical("price", amount, PLACES);
  }

  /** A price written as a decimal number. */
  public static Price of(String amount, Currency currency) {
    return new Price(new BigDecimal(amount), currency);
  }

  /** The nearest price with six decimal places, half to even. */
  public static Price rounded(BigDecimal amount, Currency currency) {
    return new Price(amount.setScale(PLACES, RoundingMode.HALF_EVEN), currency);
  }

  /** The exact value of a number of shares in the price's currency, not rounded. */
  public BigDecimal times(Quantity quantity) {
    return amount.multiply(quantity.value());
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
