package io.arduinotrader.protocol.vocab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * How many units of the quote currency one unit of the base currency buys, with where and when that
 * was so. For base EUR, quote USD and a rate of 1.08, one euro buys 1.08 dollars.
 */
public record FxRate(
    Currency base, Currency quote, BigDecimal quotePerBase, Instant at, String source) {

  /** Decimal places a rate may have. */
  public static final int PLACES = 10;

  /**
   * Brings the rate to its canonical scale.
   *
   * @throws IllegalArgumentException when the rate is not above zero, the currencies are the same
   *     but the rate is not one, or the source is blank
   * @throws ArithmeticException when the rate has more than ten decimal places
   */
  public FxRate {
    if (quotePerBase.signum() <= 0) {
      throw new IllegalArgumentException("rate must be above zero: " + quotePerBase);
    }
    if (base.equals(quote) && quotePerBase.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException("a currency is worth itself: " + base);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a rate needs a source");
    }
    quotePerBase = Decimals.canonical("rate", quotePerBase, PLACES);
  }

  /** The rate of a currency against itself, which needs no source to be true. */
  public static FxRate identity(Currency currency, Instant at) {
    return new FxRate(currency, currency, BigDecimal.ONE, at, "identity");
  }

  /** The exact amount of the quote currency that an amount of the base currency buys. */
  public BigDecimal toQuote(BigDecimal baseAmount) {
    return baseAmount.multiply(quotePerBase);
  }

  /** The amount of the base currency an amount of the quote currency is worth, to 34 digits. */
  public BigDecimal toBase(BigDecimal quoteAmount) {
    return quoteAmount.divide(quotePerBase, MathContext.DECIMAL128);
  }
}
