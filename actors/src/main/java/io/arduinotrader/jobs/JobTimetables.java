package io.arduinotrader.jobs;

import io.arduinotrader.config.TraderSettings.JobSchedule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Checks schedules before a node starts. */
public final class JobTimetables {

  private JobTimetables() {}

  /** A sentence for each schedule that cannot be understood. */
  public static List<String> problems(List<JobSchedule> schedules) {
    List<String> problems = new ArrayList<>();
    for (JobSchedule schedule : schedules) {
      try {
        JobTimetable.of(schedule, ZoneId.of("UTC"));
      } catch (IllegalArgumentException notCron) {
        problems.add(
            "arduino-trader.jobs.%s.cron: %s".formatted(schedule.name(), notCron.getMessage()));
      }
    }
    return List.copyOf(problems);
  }
}
