package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.util.Set;

/**
 * What a broker can do.
 *
 * @param orderTypes the types of order it takes
 * @param timesInForce how long its orders may stay open
 * @param fractions whether it trades parts of a share
 * @param sameNameIsSameOrder whether a second order under the same client order id is taken for the
 *     first; only then may an order be sent again
 */
public record BrokerCapabilities(
    Set<OrderType> orderTypes,
    Set<TimeInForce> timesInForce,
    boolean fractions,
    boolean sameNameIsSameOrder) {

  /** Keeps its own copy of the sets. */
  public BrokerCapabilities {
    orderTypes = Set.copyOf(orderTypes);
    timesInForce = Set.copyOf(timesInForce);
  }
}
