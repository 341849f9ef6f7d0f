package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.IntentId;

/** Whether an intent may go to the broker. */
public sealed interface AdmissionReply extends ClusterMessage {

  IntentId intent();

  /** Every rule passed; funds or shares are set aside. */
  record Admitted(IntentId intent) implements AdmissionReply {}

  /** A rule said no; nothing is set aside. */
  record Refused(IntentId intent, Refusal refusal) implements AdmissionReply {}

  /** What the rules need to know cannot be read now; ask again later. */
  record Undecided(IntentId intent, String reason) implements AdmissionReply {}
}
