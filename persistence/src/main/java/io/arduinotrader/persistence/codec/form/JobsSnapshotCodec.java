package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.jobs.JobJournal;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobsSnapshot;
import io.arduinotrader.protocol.vocab.RunId;

/** Stores the run history of all jobs. */
public final class JobsSnapshotCodec implements SnapshotCodec<JobsSnapshot> {

  @Override
  public String manifest() {
    return "job.snapshot.v1";
  }

  @Override
  public byte[] encode(JobsSnapshot snapshot) {
    return JobJournal.Snapshot.newBuilder()
        .addAllJobs(each(snapshot.jobs(), JobsSnapshotCodec::storedHistory))
        .build()
        .toByteArray();
  }

  @Override
  public JobsSnapshot decode(byte[] bytes) {
    return StoredMessages.read(
        manifest(),
        () ->
            new JobsSnapshot(
                each(
                    StoredMessages.parse(JobJournal.Snapshot.parser(), bytes).getJobsList(),
                    JobsSnapshotCodec::history)));
  }

  private static JobJournal.History storedHistory(JobsSnapshot.JobHistory history) {
    JobJournal.History.Builder stored =
        JobJournal.History.newBuilder()
            .setName(history.name())
            .setStatus(history.status().name())
            .setRuns(history.runs())
            .setSuccesses(history.successes())
            .setFailures(history.failures())
            .addAllFailedAt(each(history.failedAt(), StoredValues::stored))
            .setLastError(history.lastError());
    history.running().ifPresent(run -> stored.setRunning(run.value()));
    history.lastStarted().ifPresent(at -> stored.setLastStarted(stored(at)));
    history.lastDue().ifPresent(at -> stored.setLastDue(stored(at)));
    return stored.build();
  }

  private static JobsSnapshot.JobHistory history(JobJournal.History stored) {
    return new JobsSnapshot.JobHistory(
        stored.getName(),
        when(stored.hasRunning(), stored.getRunning(), RunId::new),
        when(stored.hasLastStarted(), stored.getLastStarted(), StoredValues::instant),
        when(stored.hasLastDue(), stored.getLastDue(), StoredValues::instant),
        constant(JobCommand.Status.class, stored.getStatus()),
        stored.getRuns(),
        stored.getSuccesses(),
        stored.getFailures(),
        each(stored.getFailedAtList(), StoredValues::instant),
        stored.getLastError());
  }
}
