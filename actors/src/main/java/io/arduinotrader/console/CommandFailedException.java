package io.arduinotrader.console;

import java.io.Serial;

/** The node answered, and the answer is no. */
final class CommandFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}
