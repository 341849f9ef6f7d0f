package io.arduinotrader.jobs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.jobs.JobCommand.Status;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.jobs.JobEvent.RunFailed;
import io.arduinotrader.protocol.jobs.JobEvent.RunFinished;
import io.arduinotrader.protocol.jobs.JobEvent.RunStarted;
import io.arduinotrader.protocol.jobs.JobsSnapshot.JobHistory;
import io.arduinotrader.protocol.vocab.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobsStateTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final RunId FIRST = new RunId("r-1");
  private static final RunId SECOND = new RunId("r-2");

  @Test
  void aJobThatNeverRanIsIdle() {
    JobHistory history = JobsState.initial().history("prices");

    assertThat(history.name()).isEqualTo("prices");
    assertThat(history.status()).isEqualTo(Status.IDLE);
    assertThat(history.running()).isEmpty();
    assertThat(history.lastDue()).isEmpty();
    assertThat(JobsState.initial().running()).isEmpty();
  }

  @Test
  void aRunIsCountedWhenItStartsAndWhenItEnds() {
    JobsState running = after(due(FIRST, NOON));
    JobsState done = running.apply(new RunFinished("prices", FIRST, "fine", NOON.plusSeconds(5)));

    assertThat(running.history("prices"))
        .isEqualTo(
            new JobHistory(
                "prices",
                Optional.of(FIRST),
                Optional.of(NOON),
                Optional.of(NOON),
                Status.RUNNING,
                1,
                0,
                0,
                List.of(),
                ""));
    assertThat(running.running()).containsOnlyKeys("prices").containsValue(FIRST);
    assertThat(done.history("prices"))
        .isEqualTo(
            new JobHistory(
                "prices",
                Optional.empty(),
                Optional.of(NOON),
                Optional.of(NOON),
                Status.COMPLETED,
                1,
                1,
                0,
                List.of(),
                ""));
  }

  @Test
  void aTriggeredRunStandsForNoDueTime() {
    JobsState state =
        after(
            due(FIRST, NOON),
            new RunFinished("prices", FIRST, "", NOON),
            asked(SECOND, NOON.plusSeconds(90)));

    assertThat(state.history("prices").lastDue()).contains(NOON);
    assertThat(state.history("prices").lastStarted()).contains(NOON.plusSeconds(90));
  }

  @Test
  void aFailureIsRememberedUntilASuccess() {
    JobsState failed =
        after(
            asked(FIRST, NOON),
            new RunFailed("prices", FIRST, "no network", NOON),
            asked(SECOND, NOON.plusSeconds(60)),
            new RunFailed("prices", SECOND, "still none", NOON.plusSeconds(60)));
    JobsState well =
        failed
            .apply(asked(FIRST, NOON.plusSeconds(120)))
            .apply(new RunFinished("prices", FIRST, "", NOON.plusSeconds(120)));

    assertThat(failed.history("prices").status()).isEqualTo(Status.FAILED);
    assertThat(failed.history("prices").lastError()).isEqualTo("still none");
    assertThat(failed.history("prices").failures()).isEqualTo(2);
    assertThat(failed.recentFailures("prices", NOON.plusSeconds(61))).isEqualTo(2);
    assertThat(well.recentFailures("prices", NOON.plusSeconds(121))).isZero();
    assertThat(well.history("prices").lastError()).isEmpty();
    assertThat(well.history("prices").failures()).isEqualTo(2);
  }

  @Test
  void aFailureIsRecentForAnHour() {
    JobsState failed = after(asked(FIRST, NOON), new RunFailed("prices", FIRST, "", NOON));

    assertThat(failed.recentFailures("prices", NOON.plus(Duration.ofMinutes(59)))).isEqualTo(1);
    assertThat(failed.recentFailures("prices", NOON.plus(Duration.ofHours(1)))).isZero();
  }

  @Test
  void whatCannotHaveHappenedIsNotApplied() {
    JobsState running = after(asked(FIRST, NOON));

    assertThatThrownBy(() -> running.apply(asked(SECOND, NOON)))
        .hasMessage("job prices runs already");
    assertThatThrownBy(() -> running.apply(new RunFinished("prices", SECOND, "", NOON)))
        .hasMessage("run r-2 of job prices does not run");
    assertThatThrownBy(() -> running.apply(new RunFailed("scores", FIRST, "", NOON)))
        .hasMessage("run r-1 of job scores does not run");
  }

  @Test
  void aSnapshotIsTheWholeState() {
    JobsState state =
        after(
            due(FIRST, NOON),
            new RunFailed("prices", FIRST, "no network", NOON),
            new RunStarted("scores", SECOND, Optional.empty(), List.of(), NOON));

    JobsState restored = JobsState.fromSnapshot(state.toSnapshot());

    assertThat(restored.toSnapshot()).isEqualTo(state.toSnapshot());
    assertThat(restored.history("prices")).isEqualTo(state.history("prices"));
    assertThat(restored.running()).isEqualTo(state.running()).containsOnlyKeys("scores");
    assertThat(restored.recentFailures("prices", NOON)).isEqualTo(1);
  }

  private static JobsState after(JobEvent... events) {
    JobsState state = JobsState.initial();
    for (JobEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  private static JobEvent due(RunId run, Instant at) {
    return new RunStarted("prices", run, Optional.of(at), List.of(), at);
  }

  private static JobEvent asked(RunId run, Instant at) {
    return new RunStarted("prices", run, Optional.empty(), List.of(), at);
  }
}
