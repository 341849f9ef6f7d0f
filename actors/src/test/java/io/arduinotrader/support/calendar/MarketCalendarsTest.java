package io.arduinotrader.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.support.calendar.Availability.Open;
import io.arduinotrader.support.calendar.Availability.UnknownVenue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketCalendarsTest {

  private static final Instant NOON_IN_LONDON = Instant.parse("2026-05-06T11:00:00Z");
  private static final WallMarketClock CLOCK = new WallMarketClock(() -> NOON_IN_LONDON);

  private static final String GOOD =
      """
      # a venue
      version 1
      mic     XHKG
      zone    Asia/Hong_Kong
      valid   2025-01-01 2026-12-31
      hours   2025-01-01 09:30-12:00 13:00-16:00

      closed  2025 01-01 01-29..01-31
      closed  2026 01-01
      early   2026 12:00 12-24
      late    2026 13:30 08-19   # storm
      """;

  private final MarketCalendars calendars = MarketCalendars.load();

  @Test
  void everyNameLeadsToACalendar() {
    assertThat(calendars.venues()).hasSize(24).containsAll(ExchangeNames.codes());
  }

  /**
   * Defect D38: an unknown exchange got New York's hours, and TSE was taken for Toronto. Rule I21:
   * unknown is closed.
   */
  @Test
  void anUnknownExchangeIsUnknownAndClosed() {
    Availability answer = calendars.availability("Nonsense", CLOCK);

    assertThat(answer).isEqualTo(new UnknownVenue("Nonsense"));
    assertThat(answer.isOpen()).isFalse();
    assertThat(answer.isUnknown()).isTrue();
    assertThat(calendars.calendar("Nonsense")).isEmpty();
    assertThat(ExchangeNames.micOf("")).isEmpty();
    assertThat(ExchangeNames.micOf("TSE")).contains(new Mic("XTKS"));
  }

  @ParameterizedTest
  @CsvSource({
    "LSE,XLON",
    "lse,XLON",
    " London ,XLON",
    "XLON,XLON",
    "xlon,XLON",
    "XSHE,XSHE",
    "nasdaqgs,XNAS",
    "XETRA,XETR"
  })
  void namesAndCodesAreReadInAnyCase(String exchange, String mic) {
    assertThat(ExchangeNames.micOf(exchange)).contains(new Mic(mic));
  }

  @Test
  void anOpenVenueNamesItsSession() {
    assertThat(calendars.availability("LSE", CLOCK))
        .isInstanceOfSatisfying(
            Open.class, open -> assertThat(open.session().date()).isEqualTo("2026-05-06"));
  }

  @Test
  void salesAndUnknownOrdersMustObeyHours() {
    Optional<Mic> paris = Optional.of(new Mic("XPAR"));

    assertThat(TradingHoursRule.mustObeyHours(paris, Optional.of(Side.BUY))).isFalse();
    assertThat(TradingHoursRule.mustObeyHours(paris, Optional.of(Side.SELL))).isTrue();
    assertThat(TradingHoursRule.mustObeyHours(paris, Optional.empty())).isTrue();
    assertThat(TradingHoursRule.mustObeyHours(Optional.empty(), Optional.of(Side.BUY))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XHKG", "XSHG", "XSHE", "XTKS", "XASX"})
  void purchasesMustObeyHoursOnStrictVenues(String mic) {
    assertThat(TradingHoursRule.mustObeyHours(Optional.of(new Mic(mic)), Optional.of(Side.BUY)))
        .isTrue();
  }

  @Test
  void aGoodFileIsRead() {
    MarketCalendar calendar =
        MarketCalendars.of(Map.of("XHKG.txt", GOOD)).calendar(new Mic("XHKG")).orElseThrow();

    assertThat(calendar.isOpen(Instant.parse("2026-08-19T05:29:59Z"))).isFalse();
    assertThat(calendar.isOpen(Instant.parse("2026-08-19T05:30:00Z"))).isTrue();
    assertThat(calendar.isOpen(Instant.parse("2025-01-31T02:00:00Z"))).isFalse();
    assertThat(calendar.isOpen(Instant.parse("2025-02-03T02:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version 1 | # none | XHKG.txt: needs 'version', 'zone' and 'valid'",
        "version 1 | version | XHKG.txt:2: a value is missing in 'version'",
        "version 1 | version 1~version 2 | XHKG.txt:3: a second 'version' in 'version 2'",
        "mic     XHKG | # none | XHKG.txt: has no 'mic'",
        "mic     XHKG | mic hk | XHKG.txt:3: not a market identifier code: 'hk' in 'mic hk'",
        "Asia/Hong_Kong | Asia/Atlantis | XHKG.txt:4: Unknown time-zone ID: Asia/Atlantis in 'zone    Asia/Atlantis'",
        "hours   2025-01-01 09:30 | hours   2025-01-02 09:30 | XHKG.txt: has no hours for 2025-01-01",
        "2025-01-01 2026-12-31 | 2026-12-31 2025-01-01 | XHKG.txt:5: the period runs backwards in ",
        "closed  2025 01-01 | hours 2025-01-01 10:00-16:00~closed 2025 | XHKG.txt:8: a second 'hours' in ",
        "13:00-16:00 | 13:00-12:30 | XHKG.txt:6: the break 12:00-13:00 is not inside 09:30-12:30 in ",
        "13:00-16:00 | 13:00 | XHKG.txt:6: hours are one span or two in ",
        "closed  2026 01-01 | # none | XHKG.txt: has no 'closed' line for 2026",
        "closed  2026 01-01 | closed  2026 01-01 02-29 | XHKG.txt:9: 02-29 does not exist in 2026 in ",
        "closed  2026 01-01 | closed  2026 01-03 | XHKG.txt:9: 2026-01-03 is a weekend day in ",
        "closed  2026 01-01 | closed  2026 01-06..01-05 | XHKG.txt:9: the range 01-06..01-05 runs backwards in ",
        "closed  2026 01-01 | closed  2026 12-24 | XHKG.txt:10: 2026-12-24 is named on line 9 already in ",
        "closed  2026 01-01 | closed  2026 01-01~closed 2027 01-01 | XHKG.txt:10: 2027-01-01 is outside the valid period",
        "early   2026 12:00 | early   2026 12:30 | XHKG.txt:10: 12:30 is not a trading time of the day on 2026-12-24",
        "early   2026 12:00 | early   2026 16:00 | XHKG.txt:10: 16:00 is not a trading time of the day on 2026-12-24",
        "late    2026 | later   2026 | XHKG.txt:11: unknown keyword 'later' in "
      })
  void defectsAreNamedWithTheirLine(String good, String bad, String message) {
    assertThat(GOOD).contains(good);

    assertThatThrownBy(
            () ->
                MarketCalendars.of(
                    Map.of("XHKG.txt", GOOD.replaceFirst(good, bad.replace('~', '\n')))))
        .isInstanceOf(CalendarDataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void allDefectsAreListedAtOnce() {
    String twice =
        GOOD.replace("Asia/Hong_Kong", "Asia/Atlantis").replace("01-29..01-31", "01-29 01-29");

    assertThatThrownBy(
            () ->
                MarketCalendars.of(
                    Map.of("A.txt", twice, "B.txt", GOOD.replace("late ", "lately "))))
        .isInstanceOf(CalendarDataException.class)
        .hasMessageContaining("A.txt:4: Unknown time-zone")
        .hasMessageContaining("A.txt:8: 2025-01-29 is named on line 8 already")
        .hasMessageContaining("B.txt:11: unknown keyword 'lately'");
  }

  @Test
  void aVenueBelongsToOneFile() {
    assertThatThrownBy(() -> MarketCalendars.of(Map.of("A.txt", GOOD, "B.txt", GOOD)))
        .isInstanceOf(CalendarDataException.class)
        .hasMessageContaining("XHKG is in another file already");
  }
}
