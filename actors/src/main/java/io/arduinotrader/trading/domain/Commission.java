package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A broker's price list: a fixed fee per order and a share of its value.
 *
 * @param fixed per order, in base currency, for example 2.00 EUR
 * @param fraction of the value, for example 0.002
 */
public record Commission(Money fixed, BigDecimal fraction) {

  /** What a trade must be worth at least when the fraction alone eats up the accepted cost. */
  private static final BigDecimal LEAST_WITHOUT_SOLUTION = new BigDecimal("1000");

  /**
   * The commission of an order, exact.
   *
   * @param value of the order in the rate's quote currency
   * @param rate base currency to trade currency
   */
  public BigDecimal exact(BigDecimal value, FxRate rate) {
    return rate.toQuote(fixed.amount()).add(fraction.multiply(value));
  }

  /** The commission of an order as charged, rounded half to even to minor units. */
  public Money charged(BigDecimal value, FxRate rate) {
    return Money.rounded(exact(value, rate), rate.quote());
  }

  /**
   * The smallest value whose commission is no more than a share of it: with f + p·v ≤ m·v, the
   * smallest v is f / (m − p). 1,000 when p alone is m or more.
   *
   * @param maximumRatio the accepted share of commission in the value, for example 0.01
   */
  public BigDecimal minimumTrade(BigDecimal maximumRatio) {
    BigDecimal room = maximumRatio.subtract(fraction);
    return room.signum() <= 0
        ? LEAST_WITHOUT_SOLUTION
        : fixed.amount().divide(room, MathContext.DECIMAL64);
  }

  /** How many trades of the smallest value the cash pays for, at most the cap. */
  public static int maximumTrades(BigDecimal cash, BigDecimal minimumTrade, int cap) {
    if (cash.compareTo(minimumTrade) < 0) {
      return 0;
    }
    BigDecimal affordable = cash.divide(minimumTrade, 0, RoundingMode.DOWN);
    return affordable.min(BigDecimal.valueOf(cap)).intValueExact();
  }
}
