package io.arduinotrader.protocol.jobs;

import io.arduinotrader.protocol.vocab.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to the jobs. */
public sealed interface JobEvent {

  Instant at();

  /**
   * A run began.
   *
   * @param dueAt the time of the schedule it stands for, empty when somebody triggered it
   */
  record RunStarted(
      String job,
      RunId run,
      Optional<Instant> dueAt,
      List<JobCommand.Parameter> parameters,
      Instant at)
      implements JobEvent {}

  /** A run ended well. */
  record RunFinished(String job, RunId run, String note, Instant at) implements JobEvent {}

  /** A run failed. */
  record RunFailed(String job, RunId run, String reason, Instant at) implements JobEvent {}
}
