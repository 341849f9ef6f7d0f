package io.arduinotrader.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.arduinotrader.protocol.vocab.Mic;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The closures of all years against libraries that know holidays from elsewhere. They matter most
 * for the years without recorded sessions. No library here knows the holidays of China, nor the
 * lunar ones of Hong Kong.
 */
class HolidayLibrariesTest {

  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  /** Weekdays on which only one side is closed, each with its reason. */
  private static final Set<LocalDate> EXPLAINED =
      Set.of(
          // a breakdown of the Tokyo exchange's system is no holiday
          LocalDate.of(2020, 10, 1),
          // Denmark abolished the Great Prayer Day after 2023; this edition of the library still
          // has it
          LocalDate.of(2024, 4, 26),
          LocalDate.of(2025, 5, 16),
          LocalDate.of(2026, 5, 1),
          LocalDate.of(2027, 4, 23));

  private static final Set<MonthDay> YEAR_END = Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31));

  @ParameterizedTest
  @CsvSource({
    "NYSE, XNYS",
    "EUTA, XPAR",
    "EUTA, XAMS",
    "EUTA, XBRU",
    "EUTA, XLIS",
    "GBLO, XLON",
    "SEST, XSTO",
    "NOOS, XOSL",
    "DKCO, XCSE",
    "JPTO, XTKS"
  })
  void strataClosesTheSameDays(String strataId, String mic) {
    HolidayCalendar strata = ReferenceData.standard().getValue(HolidayCalendarId.of(strataId));

    assertThat(differences(mic, strata::isHoliday)).isSubsetOf(EXPLAINED);
  }

  /** In Toronto and Sydney the banks rest on more days than the exchange. */
  @ParameterizedTest
  @CsvSource({"CATO, XTSE", "AUSY, XASX"})
  void everyClosureIsABankHoliday(String strataId, String mic) {
    HolidayCalendar strata = ReferenceData.standard().getValue(HolidayCalendarId.of(strataId));

    assertThat(closures(mic)).isNotEmpty().allMatch(strata::isHoliday);
  }

  @ParameterizedTest
  @CsvSource({"gb, eng, XLON", "se, '', XSTO", "target, '', XPAR"})
  void jollydayClosesTheSameDays(String country, String region, String mic) {
    assertThat(differences(mic, jollyday(country, region))).isEmpty();
  }

  /** These exchanges also close on days of their own at the end of the year. */
  @ParameterizedTest
  @CsvSource({"no, '', XOSL", "ch, zh, XSWX", "fi, '', XHEL"})
  void jollydayClosesTheSameDaysButForTheYearEnd(String country, String region, String mic) {
    assertThat(differences(mic, jollyday(country, region)))
        .allMatch(date -> YEAR_END.contains(MonthDay.from(date)));
  }

  private static Predicate<LocalDate> jollyday(String country, String region) {
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
    return date -> region.isEmpty() ? manager.isHoliday(date) : manager.isHoliday(date, region);
  }

  private static List<LocalDate> differences(String mic, Predicate<LocalDate> isHoliday) {
    Set<LocalDate> closures = Set.copyOf(closures(mic));
    return weekdays(mic).filter(date -> closures.contains(date) != isHoliday.test(date)).toList();
  }

  private static List<LocalDate> closures(String mic) {
    MarketCalendar calendar = CALENDARS.calendar(new Mic(mic)).orElseThrow();
    return weekdays(mic).filter(date -> calendar.session(date).isEmpty()).toList();
  }

  private static Stream<LocalDate> weekdays(String mic) {
    MarketCalendar calendar = CALENDARS.calendar(new Mic(mic)).orElseThrow();
    return calendar
        .validFrom()
        .datesUntil(calendar.validTo().plusDays(1))
        .filter(date -> !MarketCalendar.isWeekend(date));
  }
}
