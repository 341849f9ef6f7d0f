package io.arduinotrader.persistence.db;

import java.io.Serial;

/** The database did not do what was asked; nothing is known about what it holds. */
public final class StoreUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
