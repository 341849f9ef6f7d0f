package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * An order to schedule.
 *
 * @param quantity shares, above zero
 * @param lot shares are traded in multiples of this, above zero
 * @param price of one share in base currency, above zero
 * @param averageVolume shares traded in a session on average, absent when unknown
 * @param dailyVolatility standard deviation of daily returns, absent when unknown
 */
public record ExecutionOrder(
    Side side,
    Quantity quantity,
    Quantity lot,
    BigDecimal price,
    OptionalDouble averageVolume,
    OptionalDouble dailyVolatility) {

  /**
   * Checks the signs. A volume that is not above zero says nothing and counts as unknown, as does a
   * volatility that is not a number of zero or more.
   *
   * @throws IllegalArgumentException when quantity, lot or price is not above zero
   */
  public ExecutionOrder {
    if (quantity.isZero() || lot.isZero() || price.signum() <= 0) {
      throw new IllegalArgumentException("quantity, lot and price must be above zero");
    }
    averageVolume = averageVolume.orElse(0) > 0 ? averageVolume : OptionalDouble.empty();
    dailyVolatility = dailyVolatility.orElse(-1) >= 0 ? dailyVolatility : OptionalDouble.empty();
  }

  /** Quantity times price in base currency. */
  public BigDecimal value() {
    return price.multiply(quantity.value());
  }
}
