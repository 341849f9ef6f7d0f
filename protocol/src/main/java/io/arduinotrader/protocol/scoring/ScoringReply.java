package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;

/** What the scoring desk answers. */
public sealed interface ScoringReply extends ClusterMessage {

  /** Every asked security is in one of the lists, in the order it was asked for. */
  record Scored(List<SecurityScore> scores, List<Unscored> unscored) implements ScoringReply {}

  /** Nothing could be scored at all. */
  record Refused(Refusal refusal) implements ScoringReply {}

  /** A security without score, and why. */
  record Unscored(Isin isin, String reason) {}
}
