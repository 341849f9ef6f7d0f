package io.arduinotrader.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.support.calendar.Availability.Closed;
import io.arduinotrader.support.calendar.Availability.Open;
import io.arduinotrader.support.calendar.Availability.Reason;
import io.arduinotrader.support.calendar.Availability.UnknownDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketCalendarTest {

  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  private static MarketCalendar calendar(String mic) {
    return CALENDARS.calendar(new Mic(mic)).orElseThrow();
  }

  /**
   * In the weeks between the changes of summer time, New York and Europe are an hour closer
   * together.
   */
  @ParameterizedTest
  @CsvSource({
    // before, in and after the spring gap of 2026 (United States 8 March, Europe 29 March)
    "XNYS, 2026-03-06, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z",
    "XNYS, 2026-03-09, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z",
    "XNYS, 2026-03-27, 2026-03-27T13:30:00Z, 2026-03-27T20:00:00Z",
    "XETR, 2026-03-27, 2026-03-27T08:00:00Z, 2026-03-27T16:30:00Z",
    "XETR, 2026-03-30, 2026-03-30T07:00:00Z, 2026-03-30T15:30:00Z",
    "XLON, 2026-03-27, 2026-03-27T08:00:00Z, 2026-03-27T16:30:00Z",
    "XLON, 2026-03-30, 2026-03-30T07:00:00Z, 2026-03-30T15:30:00Z",
    // the autumn gap (Europe 25 October, United States 1 November)
    "XETR, 2026-10-23, 2026-10-23T07:00:00Z, 2026-10-23T15:30:00Z",
    "XETR, 2026-10-26, 2026-10-26T08:00:00Z, 2026-10-26T16:30:00Z",
    "XNYS, 2026-10-30, 2026-10-30T13:30:00Z, 2026-10-30T20:00:00Z",
    "XNYS, 2026-11-02, 2026-11-02T14:30:00Z, 2026-11-02T21:00:00Z",
    // Sydney changes the other way round, on 5 April and 4 October
    "XASX, 2026-04-02, 2026-04-01T23:00:00Z, 2026-04-02T05:00:00Z",
    "XASX, 2026-04-07, 2026-04-07T00:00:00Z, 2026-04-07T06:00:00Z",
    "XASX, 2026-10-06, 2026-10-05T23:00:00Z, 2026-10-06T05:00:00Z",
    // venues without summer time, and Tokyo's longer day since November 2024
    "XHKG, 2026-03-09, 2026-03-09T01:30:00Z, 2026-03-09T08:00:00Z",
    "XTKS, 2024-11-01, 2024-11-01T00:00:00Z, 2024-11-01T06:00:00Z",
    "XTKS, 2024-11-05, 2024-11-05T00:00:00Z, 2024-11-05T06:30:00Z",
    // early closes and a late opening
    "XNYS, 2026-11-27, 2026-11-27T14:30:00Z, 2026-11-27T18:00:00Z",
    "XHKG, 2026-12-24, 2026-12-24T01:30:00Z, 2026-12-24T04:00:00Z",
    "XHKG, 2021-06-28, 2021-06-28T05:30:00Z, 2021-06-28T08:00:00Z"
  })
  void sessionsFollowTheLocalClock(String mic, LocalDate date, Instant open, Instant close) {
    Session session = calendar(mic).session(date).orElseThrow();

    assertThat(session.open()).isEqualTo(open);
    assertThat(session.close()).isEqualTo(close);
  }

  @Test
  void bothEndsOfTheDayAreOpenAndBothEndsOfLunchAreClosed() {
    MarketCalendar hongKong = calendar("XHKG");

    assertThat(hongKong.availability(Instant.parse("2026-05-04T01:29:59.999Z")))
        .isEqualTo(new Closed(Reason.BEFORE_OPEN));
    assertThat(hongKong.isOpen(Instant.parse("2026-05-04T01:30:00Z"))).isTrue();
    assertThat(hongKong.isOpen(Instant.parse("2026-05-04T03:59:59.999Z"))).isTrue();
    assertThat(hongKong.availability(Instant.parse("2026-05-04T04:00:00Z")))
        .isEqualTo(new Closed(Reason.LUNCH_BREAK));
    assertThat(hongKong.availability(Instant.parse("2026-05-04T05:00:00Z")))
        .isEqualTo(new Closed(Reason.LUNCH_BREAK));
    assertThat(hongKong.isOpen(Instant.parse("2026-05-04T05:00:00.001Z"))).isTrue();
    assertThat(hongKong.isOpen(Instant.parse("2026-05-04T08:00:00Z"))).isTrue();
    assertThat(hongKong.availability(Instant.parse("2026-05-04T08:00:00.001Z")))
        .isEqualTo(new Closed(Reason.AFTER_CLOSE));
  }

  @Test
  void aHalfDayOrALateOpeningHasNoLunchBreak() {
    assertThat(calendar("XHKG").session(LocalDate.of(2026, 12, 24)).orElseThrow().lunch())
        .isEmpty();
    assertThat(calendar("XHKG").session(LocalDate.of(2022, 8, 25)).orElseThrow().lunch()).isEmpty();
    assertThat(calendar("XHKG").session(LocalDate.of(2022, 11, 2)).orElseThrow().lunch())
        .isPresent();
  }

  @Test
  void whyAVenueIsClosedIsTold() {
    MarketCalendar newYork = calendar("XNYS");

    assertThat(newYork.availability(LocalDate.of(2026, 7, 3)))
        .isEqualTo(new Closed(Reason.HOLIDAY));
    assertThat(newYork.availability(LocalDate.of(2026, 7, 4)))
        .isEqualTo(new Closed(Reason.WEEKEND));
    assertThat(newYork.availability(LocalDate.of(2026, 7, 2))).isInstanceOf(Open.class);
  }

  @Test
  void datesOutsideTheDataAreUnknownAndClosed() {
    for (Mic mic : CALENDARS.venues()) {
      MarketCalendar calendar = CALENDARS.calendar(mic).orElseThrow();
      LocalDate before = calendar.validFrom().minusDays(1);
      LocalDate after = calendar.validTo().plusDays(1);

      assertThat(calendar.availability(before).isUnknown()).isTrue();
      assertThat(calendar.availability(after))
          .isEqualTo(new UnknownDate(after, calendar.validFrom(), calendar.validTo()));
      // 2028-01-05 is an ordinary Wednesday: only the end of the data closes the venues
      for (int hour = 0; hour < 24; hour++) {
        Instant instant = Instant.parse("2028-01-05T00:00:00Z").plus(Duration.ofHours(hour));
        assertThat(calendar.isOpen(instant)).as("%s at %s", mic, instant).isFalse();
        assertThat(calendar.availability(instant).isUnknown()).isTrue();
        assertThat(calendar.nextOpen(instant)).isEmpty();
        assertThat(calendar.lastCloseBefore(instant)).isEmpty();
      }
    }
  }

  @Test
  void theNextOpeningSkipsNightsLunchesHolidaysAndWeekends() {
    MarketCalendar hongKong = calendar("XHKG");

    assertThat(hongKong.nextOpen(Instant.parse("2026-05-04T00:00:00Z")))
        .contains(Instant.parse("2026-05-04T01:30:00Z"));
    assertThat(hongKong.nextOpen(Instant.parse("2026-05-04T02:00:00Z")))
        .contains(Instant.parse("2026-05-04T02:00:00Z"));
    assertThat(hongKong.nextOpen(Instant.parse("2026-05-04T04:10:00Z")))
        .contains(Instant.parse("2026-05-04T05:00:00.001Z"));
    // Good Friday, a weekend, Ching Ming and Easter Monday
    assertThat(hongKong.nextOpen(Instant.parse("2026-04-02T08:00:01Z")))
        .contains(Instant.parse("2026-04-08T01:30:00Z"));
    assertThat(hongKong.nextOpen(Instant.parse("2027-12-31T04:00:01Z"))).isEmpty();
  }

  @Test
  void theNextOpeningIsOpenAndNothingBeforeItIs() {
    SplittableRandom random = new SplittableRandom(20260504);
    Instant start = Instant.parse("2015-02-01T00:00:00Z");
    long minutes = Duration.between(start, Instant.parse("2027-12-01T00:00:00Z")).toMinutes();
    for (Mic mic : CALENDARS.venues()) {
      MarketCalendar calendar = CALENDARS.calendar(mic).orElseThrow();
      for (int i = 0; i < 100; i++) {
        Instant from = start.plus(Duration.ofMinutes(random.nextLong(minutes)));
        Instant next = calendar.nextOpen(from).orElseThrow();

        assertThat(calendar.isOpen(next)).as("%s from %s", mic, from).isTrue();
        assertThat(next).isAfterOrEqualTo(from);
        for (Instant t = from; t.isBefore(next); t = t.plus(Duration.ofMinutes(7))) {
          assertThat(calendar.isOpen(t)).as("%s at %s before %s", mic, t, next).isFalse();
        }
      }
    }
  }

  @Test
  void theLastCloseIsTheOneBefore() {
    MarketCalendar newYork = calendar("XNYS");

    assertThat(newYork.lastCloseBefore(Instant.parse("2026-11-27T18:00:00Z")))
        .contains(Instant.parse("2026-11-25T21:00:00Z"));
    assertThat(newYork.lastCloseBefore(Instant.parse("2026-11-27T18:00:01Z")))
        .contains(Instant.parse("2026-11-27T18:00:00Z"));
    assertThat(newYork.lastCloseBefore(Instant.parse("2015-01-02T14:30:00Z"))).isEmpty();
    assertThat(newYork.previousSession(LocalDate.of(2026, 11, 30)).orElseThrow().date())
        .isEqualTo("2026-11-27");
    assertThat(newYork.previousSession(LocalDate.of(2026, 11, 27)).orElseThrow().date())
        .isEqualTo("2026-11-25");
    assertThat(newYork.previousSession(LocalDate.of(2028, 1, 1)).orElseThrow().date())
        .isEqualTo("2027-12-31");
    assertThat(newYork.previousSession(LocalDate.of(2028, 1, 2))).isEmpty();
    assertThat(newYork.previousSession(LocalDate.of(2015, 1, 2))).isEmpty();
  }

  @Test
  void venuesWithTheSameSessionsShareACalendar() {
    assertThat(calendar("XNAS")).isSameAs(calendar("XNYS"));
    assertThat(calendar("XFRA")).isSameAs(calendar("XETR"));
    assertThat(calendar("XSHE")).isSameAs(calendar("XSHG"));
    assertThat(calendar("XNAS").version()).isEqualTo("2026.1");
  }

  /** Holidays of the coming year that a copied line of the year before would get wrong. */
  @ParameterizedTest
  @CsvSource({
    "XNYS, 2027-06-18",
    "XNYS, 2027-07-05",
    "XNYS, 2027-12-24",
    "XLON, 2027-03-26",
    "XLON, 2027-12-27",
    "XLON, 2027-12-28",
    "XTSE, 2027-05-24",
    "XSTO, 2027-06-25",
    "XCSE, 2027-05-07",
    "XHEL, 2027-12-06",
    "XSWX, 2027-05-17",
    "XOSL, 2027-05-17",
    "ASEX, 2027-03-15",
    "ASEX, 2027-06-21",
    "XHKG, 2027-02-08",
    "XHKG, 2027-02-09",
    "XHKG, 2027-05-13",
    "XHKG, 2027-09-16",
    "XHKG, 2027-10-08",
    "XSHG, 2027-02-05",
    "XSHG, 2027-02-12",
    "XSHG, 2027-09-15",
    "XSHG, 2027-10-07",
    "XTKS, 2027-03-22",
    "XTKS, 2027-09-23",
    "XASX, 2027-06-14"
  })
  void holidaysOf2027(String mic, LocalDate date) {
    assertThat(calendar(mic).availability(date)).isEqualTo(new Closed(Reason.HOLIDAY));
  }
}
