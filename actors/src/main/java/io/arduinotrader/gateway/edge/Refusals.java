package io.arduinotrader.gateway.edge;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import java.time.Duration;

/** From refusals of the house to answers of the edge. */
public final class Refusals {

  private static final Duration RETRY_BUSY = Duration.ofSeconds(1);

  private Refusals() {}

  /** A refusal as one line for a person, its code first. */
  public static String text(Refusal refusal) {
    return refusal.code() + ": " + refusal.message();
  }

  /**
   * Throws the status of a refusal after which the real answer is not known: something cannot be
   * reached or a queue is full. The contract never puts that into a message.
   */
  public static void throwIfUnknowable(Refusal refusal) {
    switch (refusal.code()) {
      case UNAVAILABLE, BROKER_UNAVAILABLE, CASH_UNKNOWN ->
          throw CallRefusedException.unavailable(text(refusal));
      case BUSY -> throw CallRefusedException.exhausted(text(refusal), RETRY_BUSY);
      // every other rule knew what it refused
      default -> {}
    }
  }

  /** As {@link #throwIfUnknowable}, and ALREADY_EXISTS for an id that was used for another wish. */
  public static void throwIfNoAnswer(Refusal refusal) {
    throwIfUnknowable(refusal);
    if (refusal.code() == RefusalCode.DUPLICATE_INTENT || refusal.code() == RefusalCode.CONFLICT) {
      throw CallRefusedException.alreadyExists(text(refusal));
    }
  }

  /** The status for a refusal where the response has no field to say no. */
  public static RuntimeException status(Refusal refusal) {
    throwIfNoAnswer(refusal);
    if (refusal.code() == RefusalCode.UNKNOWN_SECURITY
        || refusal.code() == RefusalCode.UNKNOWN_NAME) {
      return CallRefusedException.notFound(text(refusal));
    }
    return refusal.field().isEmpty()
        ? CallRefusedException.failedPrecondition(text(refusal))
        : new InvalidRequestException(refusal.field(), text(refusal));
  }
}
