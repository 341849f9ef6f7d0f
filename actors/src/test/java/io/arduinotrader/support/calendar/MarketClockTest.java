package io.arduinotrader.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.support.calendar.Availability.Closed;
import io.arduinotrader.support.calendar.Availability.Reason;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarketClockTest {

  private static final MarketCalendars CALENDARS = MarketCalendars.load();
  private static final Instant LATE_EVENING = Instant.parse("2026-11-24T23:30:00Z");

  private static MarketCalendar calendar(String mic) {
    return CALENDARS.calendar(new Mic(mic)).orElseThrow();
  }

  private static MarketClock replaying(String day) {
    return new ReplayedDate(LocalDate.parse(day), () -> LATE_EVENING);
  }

  @Test
  void theWallClockIsTheInstant() {
    MarketClock clock = new WallMarketClock(() -> LATE_EVENING);

    assertThat(clock.now()).isEqualTo(LATE_EVENING);
    assertThat(clock.today()).isEqualTo("2026-11-24");
    assertThat(clock.isOpen(calendar("XNYS"))).isFalse();
    // in Sydney it is the morning of the 25th
    assertThat(clock.isOpen(calendar("XASX"))).isTrue();
    assertThat(clock.sessionInstant(calendar("XNYS"))).isEqualTo(LATE_EVENING);
  }

  @Test
  void aReplayedDateKeepsTheTimeOfDay() {
    MarketClock clock = replaying("2020-03-12");

    assertThat(clock.now()).isEqualTo(Instant.parse("2020-03-12T23:30:00Z"));
    assertThat(clock.today()).isEqualTo("2020-03-12");
  }

  @Test
  void aReplayedDateStandsForTheWholeTradingDay() {
    assertThat(replaying("2020-03-12").isOpen(calendar("XNYS"))).isTrue();
    assertThat(replaying("2020-03-12").isOpen(calendar("XETR"))).isTrue();
    assertThat(replaying("2020-04-10").availability(calendar("XETR")))
        .isEqualTo(new Closed(Reason.HOLIDAY));
    assertThat(replaying("2020-04-11").availability(calendar("XETR")))
        .isEqualTo(new Closed(Reason.WEEKEND));
    assertThat(replaying("2010-03-12").availability(calendar("XETR")).isUnknown()).isTrue();
    assertThat(CALENDARS.availability("Nowhere", replaying("2020-03-12")).isUnknown()).isTrue();
  }

  @Test
  void theSessionInstantLiesInTheMiddleOfTheDayAndOutsideLunch() {
    assertThat(replaying("2020-07-01").sessionInstant(calendar("XLON")))
        .isEqualTo(Instant.parse("2020-07-01T11:15:00Z"));
    assertThat(replaying("2020-07-02").sessionInstant(calendar("XHKG")))
        .isEqualTo(Instant.parse("2020-07-02T02:45:00Z"));
  }

  @Test
  void theVenueIsOpenAtTheSessionInstantExactlyOnItsTradingDays() {
    for (Mic mic : CALENDARS.venues()) {
      MarketCalendar calendar = CALENDARS.calendar(mic).orElseThrow();
      calendar
          .validFrom()
          .datesUntil(calendar.validTo().plusDays(1))
          .forEach(
              day -> {
                MarketClock clock = new ReplayedDate(day, () -> LATE_EVENING);
                Instant instant = clock.sessionInstant(calendar);
                assertThat(calendar.isOpen(instant))
                    .as("%s on %s", mic, day)
                    .isEqualTo(clock.isOpen(calendar));
                assertThat(calendar.dateOf(instant)).isEqualTo(day);
              });
    }
  }
}
