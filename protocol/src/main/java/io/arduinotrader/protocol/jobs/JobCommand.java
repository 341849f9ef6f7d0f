package io.arduinotrader.protocol.jobs;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the job scheduler can be told; there is one in the cluster. */
public sealed interface JobCommand extends ClusterMessage {

  ServiceKey<JobCommand> KEY = ServiceKey.create(JobCommand.class, "jobs");

  /**
   * Run a job now.
   *
   * @param force run although the job is switched off; never two at once
   */
  record Trigger(
      String job, boolean force, List<Parameter> parameters, ActorRef<TriggerReply> replyTo)
      implements JobCommand {}

  /** Show all jobs by name. */
  record GetJobs(ActorRef<JobsView> replyTo) implements JobCommand {}

  /** What the scheduler tells itself; only the scheduler makes these. */
  non-sealed interface Internal extends JobCommand {}

  /** A named parameter of a job. */
  record Parameter(String name, String value) {}

  /** The outcome of {@link Trigger}. */
  sealed interface TriggerReply extends ClusterMessage {}

  /** The run has started. */
  record Started(RunId run) implements TriggerReply {}

  /**
   * Nothing was started; when the job runs already, this is its run. A name nobody knows is told by
   * the refusal's field: {@code job_name}, or {@code parameters} and the parameter's name.
   */
  record NotStarted(Refusal refusal, Optional<RunId> running) implements TriggerReply {}

  /** All jobs by name. */
  record JobsView(List<JobView> jobs) implements ClusterMessage {}

  /**
   * A job's schedule and history.
   *
   * @param enabled whether the schedule starts it
   * @param recentFailures failures within the last hour since the last success
   * @param lastError why the latest run failed, empty after a success
   */
  record JobView(
      String name,
      boolean enabled,
      Status status,
      Optional<Instant> lastRun,
      Optional<Instant> nextRun,
      int runs,
      int successes,
      int failures,
      int recentFailures,
      String lastError) {}

  /** Where a job stands. */
  enum Status {
    IDLE,
    RUNNING,
    COMPLETED,
    FAILED
  }
}
