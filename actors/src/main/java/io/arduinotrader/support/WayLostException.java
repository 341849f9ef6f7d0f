package io.arduinotrader.support;

import java.io.Serial;

/**
 * The way to a part of the house broke while its answer was awaited. What was asked may have been
 * done before; it is not done later.
 */
public final class WayLostException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  public WayLostException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Which way was lost, a sentence. */
  public String reason() {
    return reason;
  }
}
