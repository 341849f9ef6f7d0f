package io.arduinotrader.support.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What time it is for trading decisions: the real time, or a day of the past that is being
 * replayed.
 *
 * <p>The two differ in what "now" can say about a venue. A replay steps through days and knows only
 * one price per day, so the hour at which somebody runs it says nothing about the market: run in
 * the evening it would find every European exchange closed on every replayed day. A replayed date
 * therefore stands for the whole trading day.
 */
public sealed interface MarketClock permits WallMarketClock, ReplayedDate {

  /** The instant at which things happen, for records and for waiting periods. */
  Instant now();

  /** The UTC date of {@link #now()}. */
  default LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /** Whether a venue trades, and if not, why. */
  Availability availability(MarketCalendar calendar);

  /** Whether a venue trades. */
  default boolean isOpen(MarketCalendar calendar) {
    return availability(calendar).isOpen();
  }

  /**
   * The instant to ask a venue-side simulation with. While {@link #isOpen} holds, the venue's
   * calendar is open at it; otherwise it is closed at it.
   */
  Instant sessionInstant(MarketCalendar calendar);

  /**
   * The clock of a market.
   *
   * @param replayed the day on which the market stands still, empty for one that goes on
   */
  static MarketClock of(Optional<LocalDate> replayed, InstantSource wall) {
    return replayed
        .<MarketClock>map(day -> new ReplayedDate(day, wall))
        .orElseGet(() -> new WallMarketClock(wall));
  }
}
