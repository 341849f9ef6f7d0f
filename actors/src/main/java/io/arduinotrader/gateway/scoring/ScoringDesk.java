package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.scoring.ScoreExplanation;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringCommand.ExplainScore;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringCommand.ScorePortfolio;
import io.arduinotrader.protocol.scoring.ScoringCommand.ScoreSecurities;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.scoring.ScoringReply.PortfolioScored;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks for scores. */
final class ScoringDesk {

  private final Rooms rooms;

  ScoringDesk(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * The scores of securities.
   *
   * @param isins at least one
   * @param overrides figures to use instead of stored ones
   */
  CompletionStage<Scored> score(List<Isin> isins, List<GivenFigure> overrides, CallContext call) {
    return rooms
        .<ScoringCommand, ScoringReply>ask(
            ScoringCommand.KEY,
            call.budget(),
            replyTo -> new ScoreSecurities(isins, overrides, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Scored scored -> scored;
                  case ScoringReply.Refused refused -> throw Refusals.status(refused.refusal());
                });
  }

  /**
   * How the account stands, with the scores of holdings.
   *
   * @param account its value
   * @param isins the holdings whose scores are wanted
   */
  CompletionStage<PortfolioScored> portfolio(
      AccountValue account, List<Isin> isins, CallContext call) {
    return rooms
        .<ScoringCommand, ScoringReply.PortfolioReply>ask(
            ScoringCommand.KEY,
            call.budget(),
            replyTo -> new ScorePortfolio(account, isins, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case PortfolioScored scored -> scored;
                  case ScoringReply.Refused refused -> throw Refusals.status(refused.refusal());
                });
  }

  /**
   * Why a security has its score.
   *
   * @param purchaseValue of the purchase to think through, in base currency
   */
  CompletionStage<ScoreExplanation> explain(Isin isin, double purchaseValue, CallContext call) {
    return rooms
        .<ScoringCommand, ScoringReply.ExplanationReply>ask(
            ScoringCommand.KEY,
            call.budget(),
            replyTo -> new ExplainScore(isin, purchaseValue, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ScoringReply.Explained explained -> explained.explanation();
                  case ScoringReply.Refused refused -> throw Refusals.status(refused.refusal());
                });
  }
}
