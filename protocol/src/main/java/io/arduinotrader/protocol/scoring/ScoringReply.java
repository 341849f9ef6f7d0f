package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;

/** What the scoring desk answers who has securities scored. */
public sealed interface ScoringReply extends ClusterMessage {

  /** What it answers who has the account scored. */
  sealed interface PortfolioReply extends ClusterMessage {}

  /** What it answers who has a score explained. */
  sealed interface ExplanationReply extends ClusterMessage {}

  /**
   * Every asked security is in one of the lists, in the order it was asked for.
   *
   * @param notStored why the scores were not stored though they should have been, a sentence; empty
   *     when they were
   */
  record Scored(List<SecurityScore> scores, List<Unscored> unscored, String notStored)
      implements ScoringReply {

    /** The same, not stored. */
    public Scored notStored(String why) {
      return new Scored(scores, unscored, why);
    }
  }

  /** How the account stands, with the scores of what was asked for. */
  record PortfolioScored(Scored holdings, PortfolioStanding standing) implements PortfolioReply {}

  /** Why a security has the score it has. */
  record Explained(ScoreExplanation explanation) implements ExplanationReply {}

  /** Nothing could be scored at all. */
  record Refused(Refusal refusal) implements ScoringReply, PortfolioReply, ExplanationReply {}

  /** A security without score, and why. */
  record Unscored(Isin isin, Cause cause, String reason) {

    /** What kind of reason it is. */
    public enum Cause {
      /** The universe does not list the security. */
      UNKNOWN,
      /** What is stored of it does not suffice; asking again changes nothing. */
      UNSCORABLE,
      /** It was not scored, for now: the workers have too much to do, are late or went wrong. */
      FAILED
    }
  }
}
