package io.arduinotrader.jobs;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.arduinotrader.config.TraderSettings.JobSchedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a job is due. Expressions speak of the time on the wall: where clocks skip an hour, what
 * would be due within it is due as much later, and where they go through one twice, it is due the
 * first time.
 */
final class JobTimetable {

  private final JobSchedule schedule;
  private final ExecutionTime times;
  private final ZoneId zone;

  private JobTimetable(JobSchedule schedule, ExecutionTime times, ZoneId zone) {
    this.schedule = schedule;
    this.times = times;
    this.zone = zone;
  }

  /**
   * The timetable of a schedule.
   *
   * @throws IllegalArgumentException when its expression is no cron expression
   */
  static JobTimetable of(JobSchedule schedule, ZoneId zone) {
    Cron cron =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
            .parse(schedule.cron());
    return new JobTimetable(schedule, ExecutionTime.forCron(cron), zone);
  }

  String job() {
    return schedule.name();
  }

  boolean enabled() {
    return schedule.enabled();
  }

  /** The first due time after an instant, empty when there is none. */
  Optional<Instant> nextAfter(Instant instant) {
    Optional<ZonedDateTime> next = times.nextExecution(wallTime(instant));
    while (next.isPresent() && !instantOf(next.get()).isAfter(instant)) {
      next = times.nextExecution(next.get());
    }
    return next.map(this::instantOf);
  }

  /** The last due time after one instant and not after another, empty when there is none. */
  Optional<Instant> latestBetween(Instant after, Instant until) {
    Optional<ZonedDateTime> last = times.lastExecution(wallTime(until.plusMillis(1)));
    while (last.isPresent() && instantOf(last.get()).isAfter(until)) {
      last = times.lastExecution(last.get());
    }
    return last.map(this::instantOf).filter(due -> due.isAfter(after));
  }

  /** What the clock on the wall shows, on a calendar whose clocks never change. */
  private ZonedDateTime wallTime(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone).atZone(ZoneOffset.UTC);
  }

  private Instant instantOf(ZonedDateTime wallTime) {
    return wallTime.toLocalDateTime().atZone(zone).toInstant();
  }
}
