package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import java.time.Instant;
import java.util.List;

/**
 * What a broker says about one order.
 *
 * @param terms the order in the broker's words, as a wish that came from outside; its id is the
 *     intent the order was placed for, or one made of the broker's name when it was not placed here
 * @param fills every execution the broker knows of the order, also those reported before
 * @param at the broker's time of the statement
 */
public record BrokerReport(
    Intent terms,
    ClientOrderId clientOrderId,
    BrokerOrderId brokerOrderId,
    BrokerStatus status,
    List<Fill> fills,
    Instant at) {

  /** The intent behind the order. */
  public IntentId intent() {
    return terms.id();
  }

  /** Where the broker says an order stands. */
  public enum BrokerStatus {
    ACCEPTED,
    WORKING,
    PARTIALLY_FILLED,
    FILLED,
    CANCEL_PENDING,
    CANCELLED,
    EXPIRED,
    REJECTED
  }
}
