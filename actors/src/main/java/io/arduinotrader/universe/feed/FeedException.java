package io.arduinotrader.universe.feed;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A feed could not answer. What it does not answer is unknown, not absent. */
public final class FeedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message what was asked and what went wrong, for a person
   */
  public FeedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
