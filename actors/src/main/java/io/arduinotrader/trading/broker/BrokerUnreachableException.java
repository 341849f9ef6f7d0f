package io.arduinotrader.trading.broker;

import java.io.Serial;

/** A call to a broker ended without a complete answer; nobody knows whether it had its effect. */
public final class BrokerUnreachableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public BrokerUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
