package io.arduinotrader.support.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The trading hours of one day in the venue's local time.
 *
 * @param open start of continuous trading, for example 09:30
 * @param close end of continuous trading; a closing auction after it counts as closed
 * @param lunch the pause in between, on venues that have one
 */
record DailyHours(LocalTime open, LocalTime close, Optional<Break> lunch) {

  /** A pause within a day, in local time. */
  record Break(LocalTime start, LocalTime end) {}

  DailyHours {
    if (!open.isBefore(close)) {
      throw new IllegalArgumentException("opens at " + open + " but closes at " + close);
    }
    if (lunch.isPresent()) {
      Break pause = lunch.get();
      if (!(open.isBefore(pause.start())
          && pause.start().isBefore(pause.end())
          && pause.end().isBefore(close))) {
        throw new IllegalArgumentException(
            "the break "
                + pause.start()
                + "-"
                + pause.end()
                + " is not inside "
                + open
                + "-"
                + close);
      }
    }
  }

  /**
   * The same day with an earlier end.
   *
   * @throws IllegalArgumentException unless the time is inside the day and outside its break
   */
  DailyHours closingAt(LocalTime earlier) {
    requireInside(earlier);
    return new DailyHours(open, earlier, lunch.filter(pause -> pause.end().isBefore(earlier)));
  }

  /**
   * The same day with a later start.
   *
   * @throws IllegalArgumentException unless the time is inside the day and outside its break
   */
  DailyHours openingAt(LocalTime later) {
    requireInside(later);
    return new DailyHours(later, close, lunch.filter(pause -> later.isBefore(pause.start())));
  }

  /** The session these hours make on a date. */
  Session on(LocalDate date, ZoneId zone) {
    return new Session(
        date,
        date.atTime(open).atZone(zone).toInstant(),
        date.atTime(close).atZone(zone).toInstant(),
        lunch.map(
            pause ->
                new Session.Break(
                    date.atTime(pause.start()).atZone(zone).toInstant(),
                    date.atTime(pause.end()).atZone(zone).toInstant())));
  }

  private void requireInside(LocalTime time) {
    boolean insideDay = open.isBefore(time) && time.isBefore(close);
    boolean insideBreak =
        lunch.isPresent() && lunch.get().start().isBefore(time) && time.isBefore(lunch.get().end());
    if (!insideDay || insideBreak) {
      throw new IllegalArgumentException(time + " is not a trading time of the day");
    }
  }
}
