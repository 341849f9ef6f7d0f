package io.arduinotrader.protocol.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * A place in the history of an account.
 *
 * @param number the position in the journal or the number in the account's stream of bookings, zero
 *     for the other kinds
 * @param instant only for {@link Kind#INSTANT}: the place before the first event that is later
 */
public record Moment(Kind kind, long number, Optional<Instant> instant) {

  /** How a moment is told. */
  public enum Kind {
    /** Nothing is said: the first event as a beginning, the last one otherwise. */
    OPEN,
    INSTANT,
    POSITION,
    SEQUENCE
  }

  /** Nothing is said. */
  public static final Moment OPEN = new Moment(Kind.OPEN, 0, Optional.empty());

  public static Moment at(Instant instant) {
    return new Moment(Kind.INSTANT, 0, Optional.of(instant));
  }

  /** The event at a position of the whole journal. */
  public static Moment position(long position) {
    return new Moment(Kind.POSITION, position, Optional.empty());
  }

  /** The event with a number in the account's stream of bookings. */
  public static Moment sequence(long number) {
    return new Moment(Kind.SEQUENCE, number, Optional.empty());
  }
}
