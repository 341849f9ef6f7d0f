package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.util.Set;

/**
 * What a broker can do.
 *
 * @param clientOrderIds what it makes of the names we give our orders
 * @param orderTypes the types of order it takes
 * @param timesInForce how long its orders may stay open
 * @param fractions whether it trades parts of a share
 * @param cancelling what its yes to a cancellation means
 * @param lookups by which names it finds a single order
 * @param outside whether its orders may be real: it is not the play of the node itself
 */
public record BrokerCapabilities(
    Uniqueness clientOrderIds,
    Set<OrderType> orderTypes,
    Set<TimeInForce> timesInForce,
    boolean fractions,
    Cancelling cancelling,
    Set<Lookup> lookups,
    boolean outside) {

  /** What a broker makes of client order ids. */
  public enum Uniqueness {
    /** A second order under a name is taken for the first; only then may one be sent again. */
    ENFORCED,
    /** The name is shown again with the order, but a second order of the same name is a second. */
    VISIBLE,
    /** The name is not kept: that an order is not found proves nothing. */
    NONE
  }

  /** What a yes to a cancellation means. */
  public enum Cancelling {
    /** The order is out of the market when the answer comes. */
    AT_ONCE,
    /** The order leaves the market later and may be executed until then. */
    REQUESTED
  }

  /** A name a broker finds an order by. */
  public enum Lookup {
    CLIENT_ORDER_ID,
    BROKER_ORDER_ID
  }

  /**
   * Keeps its own copy of the sets.
   *
   * @throws IllegalArgumentException when a broker is said to keep names it cannot be asked by: an
   *     order of unknown outcome could never be looked up
   */
  public BrokerCapabilities {
    orderTypes = Set.copyOf(orderTypes);
    timesInForce = Set.copyOf(timesInForce);
    lookups = Set.copyOf(lookups);
    if (clientOrderIds != Uniqueness.NONE && !lookups.contains(Lookup.CLIENT_ORDER_ID)) {
      throw new IllegalArgumentException("a broker that keeps client order ids is asked by them");
    }
  }

  /** The same of a broker outside the house. */
  public BrokerCapabilities fromOutside() {
    return new BrokerCapabilities(
        clientOrderIds, orderTypes, timesInForce, fractions, cancelling, lookups, true);
  }

  /** Whether an order that was not found may be sent again under its name. */
  public boolean maySendAgain() {
    return clientOrderIds == Uniqueness.ENFORCED;
  }

  /** Whether an order that is not found is surely not there. */
  public boolean absenceIsKnown() {
    return clientOrderIds != Uniqueness.NONE;
  }
}
