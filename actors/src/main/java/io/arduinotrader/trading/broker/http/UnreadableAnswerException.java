package io.arduinotrader.trading.broker.http;

/** What came over the line is not what was agreed on. */
public final class UnreadableAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadableAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
