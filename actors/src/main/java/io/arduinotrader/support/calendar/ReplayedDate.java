package io.arduinotrader.support.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A day of the past in place of today.
 *
 * <p>A venue is open when it has a session on that date, whatever the hour, because the date stands
 * for the whole trading day (see {@link MarketClock}). {@link #now()} still moves with the wall
 * clock's time of day, so that records made one after the other keep their order within the
 * replayed day.
 *
 * @param day the replayed date; each venue reads it as its own local date
 * @param wall the real time, of which only the UTC time of day is used
 */
public record ReplayedDate(LocalDate day, InstantSource wall) implements MarketClock {

  @Override
  public Instant now() {
    return day.atTime(LocalTime.ofInstant(wall.instant(), ZoneOffset.UTC))
        .toInstant(ZoneOffset.UTC);
  }

  @Override
  public Availability availability(MarketCalendar calendar) {
    return calendar.availability(day);
  }

  /**
   * The midpoint of the day's session, outside its lunch break. The time of day of {@link #now()}
   * would be wrong twice: the venue may be closed at it, and near midnight it may fall into the
   * venue's next or previous day. On a day without a session it is local noon, at which the venue
   * is closed.
   */
  @Override
  public Instant sessionInstant(MarketCalendar calendar) {
    return calendar
        .session(day)
        .map(Session::midpoint)
        .orElseGet(() -> day.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant());
  }
}
