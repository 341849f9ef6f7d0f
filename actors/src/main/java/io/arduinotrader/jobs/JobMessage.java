package io.arduinotrader.jobs;

import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.vocab.RunId;
import java.util.Map;

/** What the scheduler tells itself, never seen outside. */
sealed interface JobMessage extends JobCommand.Internal {

  /** The journal is read: these runs by job name were interrupted by a stop. */
  record Awake(Map<String, RunId> interrupted) implements JobMessage {}

  /** Some job may be due. */
  record Tick() implements JobMessage {}

  /** A run has ended well. */
  record Done(String job, RunId run, String note) implements JobMessage {}

  /** A run has failed. */
  record Failed(String job, RunId run, String reason) implements JobMessage {}
}
