package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.PlanId;

/** How the making of a plan goes; Refused, Made and Failed are the last message. */
public sealed interface PlanProgress extends ClusterMessage {

  /** Planning did not start. */
  record Refused(Refusal refusal) implements PlanProgress {}

  /** Work is at a stage. */
  record At(PlanId id, int percent, String stage) implements PlanProgress {}

  /** The plan is stored. */
  record Made(Plan plan) implements PlanProgress {}

  /** Planning started but came to no plan. */
  record Failed(PlanId id, String reason) implements PlanProgress {}
}
