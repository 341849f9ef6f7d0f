package io.arduinotrader.persistence.codec;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Stored bytes that cannot be understood; whoever meets them stops instead of guessing. */
public final class UnreadableRecordException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public UnreadableRecordException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
