package io.arduinotrader.protocol.vocab;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of one currency in whole minor units, for example {@code 12.34 EUR}. Equal amounts are
 * equal objects because the scale is always that of the minor unit.
 */
public record Money(BigDecimal amount, Currency currency) {

  /**
   * Brings the amount to the scale of the currency's minor unit.
   *
   * @throws ArithmeticException when the amount has a fraction of a minor unit; use {@link
   *     #rounded} where rounding is meant
   */
  public Money {
    amount = amount.setScale(currency.minorDigits(), RoundingMode.UNNECESSARY);
  }

  /** The amount rounded half to even to whole minor units. */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return new Money(amount.setScale(currency.minorDigits(), RoundingMode.HALF_EVEN), currency);
  }

  /** The amount rounded up, away from zero, to whole minor units. */
  public static Money roundedUp(BigDecimal amount, Currency currency) {
    return new Money(amount.setScale(currency.minorDigits(), RoundingMode.UP), currency);
  }

  /** An amount written as a decimal number, for example {@code Money.of("12.34", EUR)}. */
  public static Money of(String amount, Currency currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  /** Nothing of the currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  /** The amount with its sign turned. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** −1, 0 or 1 as the amount is negative, zero or positive. */
  public int signum() {
    return amount.signum();
  }

  /**
   * Whether this amount is smaller than the other.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public boolean isLessThan(Money other) {
    return amount.compareTo(sameCurrency(other).amount) < 0;
  }

  /**
   * The smaller of both.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money min(Money other) {
    return isLessThan(other) ? this : other;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "no arithmetic across currencies: " + currency + " and " + other.currency);
    }
    return other;
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
