package io.arduinotrader.support;

import java.io.Serial;

/**
 * A stored event does not follow from the one before it: the journal was changed or lost a part.
 */
public final class BrokenChainException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BrokenChainException(String persistenceId, long sequenceNumber) {
    super("the hash chain of " + persistenceId + " breaks at event " + sequenceNumber);
  }
}
