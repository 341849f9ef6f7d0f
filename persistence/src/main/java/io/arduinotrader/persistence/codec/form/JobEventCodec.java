package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.jobs.JobJournal;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.vocab.RunId;

/** Stores which jobs ran. */
public final class JobEventCodec extends ProtobufEventCodec<JobEvent> {

  private static final String RUN_STARTED = "job.run-started.v1";
  private static final String RUN_FINISHED = "job.run-finished.v1";
  private static final String RUN_FAILED = "job.run-failed.v1";

  @Override
  public String family() {
    return "job";
  }

  @Override
  Stored store(JobEvent event) {
    return switch (event) {
      case JobEvent.RunStarted started -> {
        JobJournal.RunStarted.Builder stored =
            JobJournal.RunStarted.newBuilder()
                .setJob(started.job())
                .setRun(started.run().value())
                .addAllParameters(each(started.parameters(), JobEventCodec::storedParameter))
                .setAt(stored(started.at()));
        started.dueAt().ifPresent(due -> stored.setDueAt(stored(due)));
        yield new Stored(RUN_STARTED, stored.build());
      }
      case JobEvent.RunFinished finished ->
          new Stored(
              RUN_FINISHED,
              JobJournal.RunFinished.newBuilder()
                  .setJob(finished.job())
                  .setRun(finished.run().value())
                  .setNote(finished.note())
                  .setAt(stored(finished.at()))
                  .build());
      case JobEvent.RunFailed failed ->
          new Stored(
              RUN_FAILED,
              JobJournal.RunFailed.newBuilder()
                  .setJob(failed.job())
                  .setRun(failed.run().value())
                  .setReason(failed.reason())
                  .setAt(stored(failed.at()))
                  .build());
    };
  }

  @Override
  JobEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case RUN_STARTED -> {
        var stored = parseEvent(JobJournal.RunStarted.parser(), bytes);
        yield new JobEvent.RunStarted(
            stored.getJob(),
            new RunId(stored.getRun()),
            when(stored.hasDueAt(), stored.getDueAt(), StoredValues::instant),
            each(stored.getParametersList(), JobEventCodec::parameter),
            instant(stored.getAt()));
      }
      case RUN_FINISHED -> {
        var stored = parseEvent(JobJournal.RunFinished.parser(), bytes);
        yield new JobEvent.RunFinished(
            stored.getJob(), new RunId(stored.getRun()), stored.getNote(), instant(stored.getAt()));
      }
      case RUN_FAILED -> {
        var stored = parseEvent(JobJournal.RunFailed.parser(), bytes);
        yield new JobEvent.RunFailed(
            stored.getJob(),
            new RunId(stored.getRun()),
            stored.getReason(),
            instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }

  private static JobJournal.Parameter storedParameter(JobCommand.Parameter parameter) {
    return JobJournal.Parameter.newBuilder()
        .setName(parameter.name())
        .setValue(parameter.value())
        .build();
  }

  private static JobCommand.Parameter parameter(JobJournal.Parameter stored) {
    return new JobCommand.Parameter(stored.getName(), stored.getValue());
  }
}
