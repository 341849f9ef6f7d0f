package io.arduinotrader.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.TraderSettings.JobSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTimetableTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final JobTimetable everyFiveMinutes = timetable("*/5 * * * *", "UTC");

  @Test
  void theNextDueTimeIsLaterThanNow() {
    assertThat(everyFiveMinutes.nextAfter(NOON)).contains(NOON.plusSeconds(300));
    assertThat(everyFiveMinutes.nextAfter(NOON.minusMillis(1))).contains(NOON);
  }

  @Test
  void theLatestDueTimeMayBeNowButNotTheOneDoneLast() {
    assertThat(everyFiveMinutes.latestBetween(NOON.minusSeconds(300), NOON)).contains(NOON);
    assertThat(everyFiveMinutes.latestBetween(NOON, NOON)).isEmpty();
    assertThat(everyFiveMinutes.latestBetween(NOON, NOON.plusSeconds(299))).isEmpty();
    assertThat(everyFiveMinutes.latestBetween(NOON, NOON.plusSeconds(3600)))
        .contains(NOON.plusSeconds(3600));
    assertThat(everyFiveMinutes.latestBetween(NOON.minusSeconds(1), NOON.plusMillis(250)))
        .contains(NOON);
  }

  @Test
  void timesAreThoseOfTheAccountsZone() {
    assertThat(timetable("0 9 * * 1-5", "Europe/Berlin").nextAfter(NOON))
        .contains(Instant.parse("2026-05-05T07:00:00Z"));
    assertThat(
            timetable("0 9 * * 1-5", "Europe/Berlin")
                .nextAfter(Instant.parse("2026-05-08T12:00:00Z")))
        .contains(Instant.parse("2026-05-11T07:00:00Z"));
  }

  /** Where clocks skip two to three o'clock, and where they go through it twice. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-03-29", "2026-10-25", "2026-05-04"})
  void aDailyJobRunsOnceADayWhateverTheClocksDo(String day) {
    JobTimetable nightly = timetable("30 2 * * *", "Europe/Berlin");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant begin = LocalDate.parse(day).atStartOfDay(berlin).toInstant();
    Instant end = LocalDate.parse(day).plusDays(1).atStartOfDay(berlin).toInstant();

    Instant due = nightly.nextAfter(begin.minusMillis(1)).orElseThrow();
    assertThat(due).isBetween(begin, end);
    assertThat(nightly.nextAfter(due).orElseThrow()).isAfter(end);
    assertThat(nightly.latestBetween(begin, end)).contains(due);
  }

  @Test
  void schedulesThatAreNoneAreNamedWithTheirKey() {
    assertThat(
            JobTimetables.problems(
                List.of(
                    new JobSchedule("price_sync", true, "*/15 * * * *"),
                    new JobSchedule("score_refresh", true, "61 * * * *"),
                    new JobSchedule("sync_cycle", false, "often"))))
        .hasSize(2)
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("arduino-trader.jobs.score_refresh.cron: "),
            problem -> assertThat(problem).startsWith("arduino-trader.jobs.sync_cycle.cron: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * *", "0 0 12 * * ?", "60 * * * *", "* 24 * * *", "* * 32 * *"})
  void whatIsNoCronExpressionIsAProblem(String cron) {
    assertThat(JobTimetables.problems(List.of(new JobSchedule("price_sync", true, cron))))
        .hasSize(1);
  }

  private static JobTimetable timetable(String cron, String zone) {
    return JobTimetable.of(new JobSchedule("price_sync", true, cron), ZoneId.of(zone));
  }
}
