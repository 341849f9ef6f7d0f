package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.replay.Moment;
import io.arduinotrader.protocol.replay.ReplayQuery.Range;
import java.time.Instant;

/** From moments to positions of the journal. */
final class Moments {

  private final Journal journal;

  Moments(Journal journal) {
    this.journal = journal;
  }

  /** The events between two moments, both included, as far as they are stored now. */
  Range range(Moment from, Moment to) {
    return new Range(before(from), upTo(to));
  }

  /**
   * The position of the last event up to a moment, zero when there is none.
   *
   * @throws NoSuchMomentException when the account has fewer events
   */
  long upTo(Moment moment) {
    long head = journal.head();
    return switch (moment.kind()) {
      case OPEN -> head;
      case INSTANT -> lastWithin(moment.instant().orElseThrow(), head);
      case POSITION -> existing(moment.number(), head);
      case SEQUENCE -> moment.number() == 0 ? 0 : journal.booking(moment.number());
    };
  }

  /** The position behind which the first event from a moment on is. */
  private long before(Moment moment) {
    long head = journal.head();
    return switch (moment.kind()) {
      case OPEN -> 0;
      case INSTANT -> lastWithin(moment.instant().orElseThrow().minusNanos(1), head);
      case POSITION -> Math.max(0, existing(moment.number(), head) - 1);
      case SEQUENCE -> moment.number() == 0 ? 0 : journal.booking(moment.number()) - 1;
    };
  }

  private static long existing(long position, long head) {
    if (position > head) {
      throw new NoSuchMomentException(
          "the journal ends at position %d, before %d".formatted(head, position));
    }
    return position;
  }

  private long lastWithin(Instant instant, long head) {
    long[] last = {0};
    journal.each(
        0,
        head,
        stored -> {
          if (stored instanceof StoredEvent.Legible readable
              && Journal.at(readable).isAfter(instant)) {
            return false;
          }
          last[0] = stored.position();
          return true;
        });
    return last[0];
  }
}
