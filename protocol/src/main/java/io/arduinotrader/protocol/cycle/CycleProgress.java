package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.CycleId;

/** How a cycle goes; Refused and Ended are the last message. */
public sealed interface CycleProgress extends ClusterMessage {

  /** The cycle did not start. */
  record Refused(Refusal refusal) implements CycleProgress {}

  /** Work is at a stage. */
  record At(CycleId id, Stage stage, int percent, String message) implements CycleProgress {}

  /** The cycle has ended. */
  record Ended(CycleView view) implements CycleProgress {}
}
