package io.arduinotrader.universe;

import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.support.calendar.ReplayedDate;
import io.arduinotrader.support.calendar.Session;
import io.arduinotrader.support.calendar.WallMarketClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How far the house can see. Nothing it reads or fetches is later than this: a bar of a session
 * that has not ended, or a rate that is not fixed yet, would be knowledge of the future.
 */
public record MarketHorizon(MarketClock clock, MarketCalendars calendars) {

  /** The last day that can have a bar anywhere. */
  LocalDate today() {
    return clock.today();
  }

  /** The last instant that can have a rate: now, or the end of a replayed day. */
  Instant latest() {
    return switch (clock) {
      case WallMarketClock wall -> wall.now();
      case ReplayedDate replayed -> lastInstantOf(replayed.day());
    };
  }

  /** The last instant of a day that can have a rate. */
  Instant endOf(LocalDate day) {
    Instant end = lastInstantOf(day);
    return end.isBefore(latest()) ? end : latest();
  }

  /**
   * The last session of an exchange that has ended; a replayed day counts as ended. Empty when no
   * calendar can tell.
   */
  Optional<LocalDate> lastSession(String exchange) {
    return calendars.calendar(exchange).flatMap(this::lastSession);
  }

  /**
   * When the close of a day was made: at the end of the exchange's session. Where no calendar knows
   * that, the beginning of the day, so that the price never seems younger than it is.
   */
  Instant closeOf(String exchange, LocalDate day) {
    return calendars
        .calendar(exchange)
        .flatMap(calendar -> calendar.session(day))
        .map(Session::close)
        .orElseGet(() -> day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static Instant lastInstantOf(LocalDate day) {
    return day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
  }

  private Optional<LocalDate> lastSession(MarketCalendar calendar) {
    return switch (clock) {
      case WallMarketClock wall -> calendar.lastCloseBefore(wall.now()).map(calendar::dateOf);
      case ReplayedDate replayed ->
          calendar.previousSession(replayed.day().plusDays(1)).map(Session::date);
    };
  }
}
