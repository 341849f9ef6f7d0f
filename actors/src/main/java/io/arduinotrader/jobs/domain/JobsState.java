package io.arduinotrader.jobs.domain;

import io.arduinotrader.protocol.jobs.JobCommand.Status;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.jobs.JobEvent.RunFailed;
import io.arduinotrader.protocol.jobs.JobEvent.RunFinished;
import io.arduinotrader.protocol.jobs.JobEvent.RunStarted;
import io.arduinotrader.protocol.jobs.JobsSnapshot;
import io.arduinotrader.protocol.jobs.JobsSnapshot.JobHistory;
import io.arduinotrader.protocol.vocab.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The run history of every job that ever ran. */
public final class JobsState {

  /** Failures further back than this no longer count as recent. */
  private static final Duration RECENT = Duration.ofHours(1);

  private static final JobsState INITIAL = new JobsState(new TreeMap<>());

  private final SortedMap<String, JobHistory> histories;

  private JobsState(SortedMap<String, JobHistory> histories) {
    this.histories = Collections.unmodifiableSortedMap(histories);
  }

  /** Nothing ever ran. */
  public static JobsState initial() {
    return INITIAL;
  }

  /** The state after an event. */
  public JobsState apply(JobEvent event) {
    return switch (event) {
      case RunStarted started -> with(started(history(started.job()), started));
      case RunFinished finished -> with(finished(running(finished.job(), finished.run())));
      case RunFailed failed -> with(failed(running(failed.job(), failed.run()), failed));
    };
  }

  /** A job's history, empty of runs when it never ran. */
  public JobHistory history(String job) {
    JobHistory known = histories.get(job);
    return known == null
        ? new JobHistory(
            job,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Status.IDLE,
            0,
            0,
            0,
            List.of(),
            "")
        : known;
  }

  /** The runs that have started and not ended. */
  public Map<String, RunId> running() {
    return histories.values().stream()
        .filter(history -> history.running().isPresent())
        .collect(Collectors.toMap(JobHistory::name, history -> history.running().orElseThrow()));
  }

  /** How many failures of the last hour no success has made up for. */
  public int recentFailures(String job, Instant now) {
    return (int)
        history(job).failedAt().stream().filter(at -> at.isAfter(now.minus(RECENT))).count();
  }

  /** The whole state as a record. */
  public JobsSnapshot toSnapshot() {
    return new JobsSnapshot(List.copyOf(histories.values()));
  }

  /** The state a record was made from. */
  public static JobsState fromSnapshot(JobsSnapshot snapshot) {
    SortedMap<String, JobHistory> histories = new TreeMap<>();
    for (JobHistory history : snapshot.jobs()) {
      histories.put(history.name(), history);
    }
    return new JobsState(histories);
  }

  private JobHistory running(String job, RunId run) {
    JobHistory history = history(job);
    if (!history.running().equals(Optional.of(run))) {
      throw new IllegalStateException("run " + run + " of job " + job + " does not run");
    }
    return history;
  }

  private static JobHistory started(JobHistory before, RunStarted started) {
    if (before.running().isPresent()) {
      throw new IllegalStateException("job " + before.name() + " runs already");
    }
    return new JobHistory(
        before.name(),
        Optional.of(started.run()),
        Optional.of(started.at()),
        started.dueAt().or(before::lastDue),
        Status.RUNNING,
        before.runs() + 1,
        before.successes(),
        before.failures(),
        before.failedAt(),
        before.lastError());
  }

  private static JobHistory finished(JobHistory before) {
    return new JobHistory(
        before.name(),
        Optional.empty(),
        before.lastStarted(),
        before.lastDue(),
        Status.COMPLETED,
        before.runs(),
        before.successes() + 1,
        before.failures(),
        List.of(),
        "");
  }

  private static JobHistory failed(JobHistory before, RunFailed failed) {
    List<Instant> failures =
        Stream.concat(
                before.failedAt().stream().filter(at -> at.isAfter(failed.at().minus(RECENT))),
                Stream.of(failed.at()))
            .collect(Collectors.toCollection(ArrayList::new));
    return new JobHistory(
        before.name(),
        Optional.empty(),
        before.lastStarted(),
        before.lastDue(),
        Status.FAILED,
        before.runs(),
        before.successes(),
        before.failures() + 1,
        List.copyOf(failures),
        failed.reason());
  }

  private JobsState with(JobHistory history) {
    SortedMap<String, JobHistory> next = new TreeMap<>(histories);
    next.put(history.name(), history);
    return new JobsState(next);
  }
}
