package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How things stand with the broker.
 *
 * @param ready whether the broker answers and everything it knew at the start has been taken over;
 *     before that nothing is traded
 * @param reachable whether the last call was answered
 * @param since when that became so, empty before the first call
 * @param reconciled when the books were last compared, empty before the first time
 * @param drifts differences seen in two comparisons in a row; they are shown and repaired only with
 *     the approval of a person
 */
public record BrokerView(
    boolean ready,
    boolean reachable,
    Optional<Instant> since,
    Optional<Instant> reconciled,
    List<Drift> drifts)
    implements ClusterMessage {

  /** What differs between our books and the broker's. */
  public enum Kind {
    /** The broker has shares of a security that we do not have. */
    MISSING_LOCALLY,
    /** We have shares of a security that the broker does not have. */
    MISSING_AT_BROKER,
    /** Both have shares of a security, but not the same number. */
    QUANTITY,
    /** Both have the same number of shares and say that they cost something else. */
    AVERAGE_PRICE,
    /** The balances of a currency differ. */
    CASH
  }

  /**
   * One difference.
   *
   * @param subject the ISIN or the currency code
   * @param ours shares or amount in our books, plain decimal; a price with its currency
   * @param brokers the same in the broker's books
   */
  public record Drift(Kind kind, String subject, String ours, String brokers) {}
}
