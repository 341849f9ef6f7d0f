package io.arduinotrader.support;

import java.io.Serial;

/** A part of the house cannot be reached now; nothing was sent to it. */
public final class UnreachableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  public UnreachableException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** What cannot be reached, a sentence. */
  public String reason() {
    return reason;
  }
}
