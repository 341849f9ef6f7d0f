package io.arduinotrader.support.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One trading day of a venue.
 *
 * @param date the day in the venue's zone
 * @param open first instant of continuous trading
 * @param close last instant of continuous trading
 * @param lunch the pause in between, on venues and days that have one
 */
public record Session(LocalDate date, Instant open, Instant close, Optional<Break> lunch) {

  /**
   * Answers about the future are used by timers that work in milliseconds; a smaller step would be
   * cut off there and the timer would find the venue still at lunch.
   */
  private static final Duration AFTER_LUNCH = Duration.ofMillis(1);

  /** A pause within a session; both ends count as closed. */
  public record Break(Instant start, Instant end) {

    boolean contains(Instant instant) {
      return !instant.isBefore(start) && !instant.isAfter(end);
    }
  }

  /**
   * Whether the venue trades: both ends of the session count as open, both ends of the lunch break
   * as closed.
   */
  public boolean isOpenAt(Instant instant) {
    return !instant.isBefore(open) && !instant.isAfter(close) && !isAtLunch(instant);
  }

  boolean isAtLunch(Instant instant) {
    return lunch.isPresent() && lunch.get().contains(instant);
  }

  /**
   * An instant at which this session is surely open: the middle of the day, or of its morning when
   * there is a lunch break.
   */
  public Instant midpoint() {
    Instant end = lunch.map(Break::start).orElse(close);
    return open.plus(Duration.between(open, end).dividedBy(2));
  }

  /**
   * The first instant from the given one on at which this session is open; empty once it has
   * closed.
   */
  Optional<Instant> firstOpenFrom(Instant instant) {
    if (instant.isAfter(close)) {
      return Optional.empty();
    }
    if (instant.isBefore(open)) {
      return Optional.of(open);
    }
    return Optional.of(
        lunch
            .filter(pause -> pause.contains(instant))
            .map(p -> p.end().plus(AFTER_LUNCH))
            .orElse(instant));
  }
}
