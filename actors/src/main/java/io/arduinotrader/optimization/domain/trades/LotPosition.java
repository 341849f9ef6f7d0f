package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A security on its way to its target weight.
 *
 * @param held shares held now
 * @param lot shares are traded in multiples of this, above zero
 * @param price of one share in base currency, above zero
 * @param target weight aimed at, as a fraction of positions plus cash, 0 to 1
 * @param maximum weight it must not be bought above
 * @param allowed which sides may be traded
 */
public record LotPosition(
    Quantity held,
    Quantity lot,
    BigDecimal price,
    double target,
    double maximum,
    Set<Side> allowed) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is broken
   */
  public LotPosition {
    if (lot.isZero() || price.signum() <= 0) {
      throw new IllegalArgumentException("lot and price must be above zero");
    }
    if (!(target >= 0 && target <= 1)) {
      throw new IllegalArgumentException("a target weight lies in 0 to 1: " + target);
    }
    allowed = Set.copyOf(allowed);
  }
}
