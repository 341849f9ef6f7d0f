package io.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.ReplayedDate;
import io.arduinotrader.support.calendar.WallMarketClock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarketHorizonTest {

  private static final MarketCalendars CALENDARS = MarketCalendars.load();
  private static final LocalDate FRIDAY = LocalDate.of(2025, 6, 6);

  @Test
  void aSessionCountsWhenItHasEnded() {
    assertThat(at("2025-06-06T19:59:00Z").lastSession("NasdaqGS")).contains(FRIDAY.minusDays(1));
    assertThat(at("2025-06-06T20:00:01Z").lastSession("NasdaqGS")).contains(FRIDAY);
    assertThat(at("2025-06-08T12:00:00Z").lastSession("NasdaqGS")).contains(FRIDAY);
  }

  @Test
  void aReplayedDayHasEndedWhateverTheHour() {
    assertThat(replayed(FRIDAY).lastSession("NasdaqGS")).contains(FRIDAY);
    assertThat(replayed(FRIDAY.plusDays(1)).lastSession("NasdaqGS")).contains(FRIDAY);
    assertThat(replayed(FRIDAY).latest())
        .isEqualTo(Instant.parse("2025-06-06T23:59:59.999999999Z"));
  }

  @Test
  void whereNoCalendarCanTellNothingIsSaid() {
    assertThat(replayed(FRIDAY).lastSession("Nowhere")).isEmpty();
    assertThat(replayed(LocalDate.of(1999, 1, 4)).lastSession("NYSE")).isEmpty();
  }

  @Test
  void nothingIsLaterThanNow() {
    MarketHorizon horizon = at("2025-06-06T12:00:00Z");

    assertThat(horizon.latest()).isEqualTo(Instant.parse("2025-06-06T12:00:00Z"));
    assertThat(horizon.endOf(FRIDAY)).isEqualTo(Instant.parse("2025-06-06T12:00:00Z"));
    assertThat(horizon.endOf(FRIDAY.minusDays(1)))
        .isEqualTo(Instant.parse("2025-06-05T23:59:59.999999999Z"));
  }

  @Test
  void aCloseIsMadeAtTheEndOfItsSession() {
    MarketHorizon horizon = replayed(FRIDAY);

    assertThat(horizon.closeOf("XETRA", FRIDAY)).isEqualTo(Instant.parse("2025-06-06T15:30:00Z"));
    assertThat(horizon.closeOf("Nowhere", FRIDAY)).isEqualTo(Instant.parse("2025-06-06T00:00:00Z"));
  }

  private static MarketHorizon at(String instant) {
    return new MarketHorizon(new WallMarketClock(() -> Instant.parse(instant)), CALENDARS);
  }

  private static MarketHorizon replayed(LocalDate day) {
    return new MarketHorizon(
        new ReplayedDate(day, () -> Instant.parse("2026-01-01T03:00:00Z")), CALENDARS);
  }
}
