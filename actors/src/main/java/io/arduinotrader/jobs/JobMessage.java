package io.arduinotrader.jobs;

import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.vocab.RunId;

/** What the scheduler tells itself, never seen outside. */
sealed interface JobMessage extends JobCommand.Internal {

  /** The journal is read: end what a crash has interrupted. */
  record Awake() implements JobMessage {}

  /** Some job may be due. */
  record Tick() implements JobMessage {}

  /** A run has ended well. */
  record Done(String job, RunId run, String note) implements JobMessage {}

  /** A run has failed. */
  record Failed(String job, RunId run, String reason) implements JobMessage {}
}
