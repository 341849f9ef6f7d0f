package io.arduinotrader.replay;

import java.io.Serial;

/** The account has no event there. */
final class NoSuchMomentException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  NoSuchMomentException(String message) {
    super(message);
  }
}
