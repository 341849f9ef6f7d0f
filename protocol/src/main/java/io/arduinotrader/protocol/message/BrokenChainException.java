package io.arduinotrader.protocol.message;

import java.io.Serial;

/**
 * A stored event does not follow from the one before it: the journal was changed or lost a part.
 */
public final class BrokenChainException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With this constructor alone, it is the same exception on the node that asked. */
  public BrokenChainException(String message) {
    super(message);
  }

  /** The exception for the event of a stream that does not follow. */
  public static BrokenChainException at(String persistenceId, long sequenceNumber) {
    return new BrokenChainException(
        "the hash chain of " + persistenceId + " breaks at event " + sequenceNumber);
  }
}
