package io.arduinotrader.jobs;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.arduinotrader.config.TraderSettings.JobSchedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a job is due. */
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
    return times.nextExecution(instant.atZone(zone)).map(ZonedDateTime::toInstant);
  }

  /** The last due time after one instant and not after another, empty when there is none. */
  Optional<Instant> latestBetween(Instant after, Instant until) {
    return times
        .lastExecution(until.plusMillis(1).atZone(zone))
        .map(ZonedDateTime::toInstant)
        .filter(due -> due.isAfter(after));
  }
}
