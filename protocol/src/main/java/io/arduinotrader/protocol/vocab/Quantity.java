package io.arduinotrader.protocol.vocab;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/** A number of shares, zero or more, with at most six decimal places. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

  /** Decimal places a quantity may have. */
  public static final int PLACES = 6;

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  /**
   * Brings the number to its canonical scale.
   *
   * @throws IllegalArgumentException when negative
   * @throws ArithmeticException when it has more than six decimal places
   */
  public Quantity {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("quantity must not be negative: " + value);
    }
    value = Decimals.canonical("quantity", value, PLACES);
  }

  /** A whole number of shares. */
  public static Quantity of(long shares) {
    return new Quantity(BigDecimal.valueOf(shares));
  }

  /** A number of shares written as a decimal number. */
  public static Quantity of(String shares) {
    return new Quantity(new BigDecimal(shares));
  }

  public Quantity plus(Quantity other) {
    return new Quantity(value.add(other.value));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException when the other is larger
   */
  public Quantity minus(Quantity other) {
    return new Quantity(value.subtract(other.value));
  }

  @JsonIgnore
  public boolean isZero() {
    return value.signum() == 0;
  }

  /** Whether this is a whole multiple of the lot. */
  public boolean isMultipleOf(Quantity lot) {
    return value.remainder(lot.value).signum() == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
