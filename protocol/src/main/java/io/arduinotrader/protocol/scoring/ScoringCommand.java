package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the scoring desk can be told. */
public sealed interface ScoringCommand extends ClusterMessage {

  ServiceKey<ScoringCommand> KEY = ServiceKey.create(ScoringCommand.class, "scoring");

  /**
   * Score the given securities from stored prices and figures, all active ones when none are given.
   *
   * @param overrides figures to use instead of stored ones; with any, nothing is stored
   */
  record ScoreSecurities(
      List<Isin> isins, List<GivenFigure> overrides, ActorRef<ScoringReply> replyTo)
      implements ScoringCommand {}

  /** A figure to use instead of a stored one. */
  record GivenFigure(String name, double value) {}
}
