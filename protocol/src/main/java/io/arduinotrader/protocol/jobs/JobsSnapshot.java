package io.arduinotrader.protocol.jobs;

import io.arduinotrader.protocol.vocab.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The run history of all jobs by name, to start from instead of the first event. */
public record JobsSnapshot(List<JobHistory> jobs) {

  /**
   * One job's history.
   *
   * @param running the run that has not ended
   * @param lastDue the latest time of the schedule that a run stood for
   * @param failedAt failures since the last success, oldest first
   */
  public record JobHistory(
      String name,
      Optional<RunId> running,
      Optional<Instant> lastStarted,
      Optional<Instant> lastDue,
      JobCommand.Status status,
      int runs,
      int successes,
      int failures,
      List<Instant> failedAt,
      String lastError) {}
}
