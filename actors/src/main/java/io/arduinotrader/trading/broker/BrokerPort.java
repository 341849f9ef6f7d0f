package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A broker as the house needs it. Calls block their thread until the broker has answered or the
 * broker's own time limit has passed. An answer is always complete; what cannot be read completely
 * is a {@link BrokerUnreachableException}, never an empty answer. After such an exception nobody
 * knows whether the call had its effect.
 */
public interface BrokerPort {

  /** What the broker can do; known without asking it. */
  BrokerCapabilities capabilities();

  /**
   * Hands an order over.
   *
   * @throws BrokerUnreachableException when there was no answer: the broker may have the order
   */
  SubmitAnswer submit(BrokerOrder order);

  /**
   * Asks for an order to be withdrawn; asking again is harmless.
   *
   * @throws BrokerUnreachableException when there was no answer
   */
  CancelAnswer cancel(ClientOrderId order);

  /**
   * What the broker knows of an order; empty when it surely has none of that name.
   *
   * @throws BrokerUnreachableException when there was no complete answer
   */
  Optional<BrokerReport> lookup(ClientOrderId order);

  /**
   * The intent behind one of the broker's orders; empty when it surely has no such order.
   *
   * @throws BrokerUnreachableException when there was no complete answer
   */
  Optional<IntentId> find(BrokerOrderId order);

  /**
   * Every order that is open, and every order that changed at or after the given instant.
   *
   * @throws BrokerUnreachableException when there was no complete answer
   */
  List<BrokerReport> reports(Instant changedSince);

  /**
   * Cash and positions in the broker's books.
   *
   * @throws BrokerUnreachableException when there was no complete answer
   */
  BrokerAccount account();

  /**
   * Tells a broker of cash that came in from outside, where it cannot see that by itself; the same
   * id again changes nothing.
   *
   * @throws BrokerUnreachableException when there was no answer
   */
  void noteDeposit(DepositId id, Money amount);

  /** The answer to an order. */
  sealed interface SubmitAnswer {

    /** The broker has the order, now or since it was handed over before. */
    record Taken(BrokerOrderId order) implements SubmitAnswer {}

    /** The broker will not have the order. */
    record Refused(String reason) implements SubmitAnswer {}
  }

  /** The answer to a cancellation. */
  sealed interface CancelAnswer {

    /** The order is out of the market or on its way out; a lookup tells which. */
    record Taken() implements CancelAnswer {}

    /** The broker has no such order or it has ended in another way. */
    record Refused(String reason) implements CancelAnswer {}
  }
}
