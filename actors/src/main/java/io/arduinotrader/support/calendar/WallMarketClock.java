package io.arduinotrader.support.calendar;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The real time.
 *
 * @param source where it is read
 */
public record WallMarketClock(InstantSource source) implements MarketClock {

  @Override
  public Instant now() {
    return source.instant();
  }

  @Override
  public Availability availability(MarketCalendar calendar) {
    return calendar.availability(now());
  }

  @Override
  public Instant sessionInstant(MarketCalendar calendar) {
    return now();
  }
}
