package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.portfolio.AccountValue;
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

  /**
   * Score an account as a whole, and what it holds.
   *
   * @param account its value, which the scores are computed for
   * @param isins the holdings whose scores are wanted
   */
  record ScorePortfolio(
      AccountValue account, List<Isin> isins, ActorRef<ScoringReply.PortfolioReply> replyTo)
      implements ScoringCommand {}

  /**
   * Say why a security has the score it has and what speaks for buying and selling it; nothing is
   * stored.
   *
   * @param purchaseValue of the purchase to think through, in base currency
   */
  record ExplainScore(
      Isin isin, double purchaseValue, ActorRef<ScoringReply.ExplanationReply> replyTo)
      implements ScoringCommand {}

  /** A figure to use instead of a stored one. */
  record GivenFigure(String name, double value) {}
}
