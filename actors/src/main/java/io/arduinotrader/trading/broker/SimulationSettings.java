package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.domain.Commission;
import java.math.BigDecimal;

/**
 * How the simulated broker trades.
 *
 * @param halfSpread half the distance between bid and ask as a fraction of the last price, for
 *     example 0.0005 for five basis points
 * @param conversionSpread what an exchange of currency costs as a fraction of the rate
 * @param participation the largest share of a day's volume that may be taken, for example 0.1
 * @param commission what it charges
 */
public record SimulationSettings(
    BigDecimal halfSpread,
    BigDecimal conversionSpread,
    BigDecimal participation,
    Commission commission) {

  /** Five basis points to either side, ten for an exchange, a tenth of the volume. */
  public static SimulationSettings defaults() {
    return new SimulationSettings(
        new BigDecimal("0.0005"),
        new BigDecimal("0.001"),
        new BigDecimal("0.1"),
        new Commission(Money.of("2.00", Currency.EUR), new BigDecimal("0.002")));
  }
}
