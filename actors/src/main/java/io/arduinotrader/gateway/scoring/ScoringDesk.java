package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringCommand.ScoreSecurities;
import io.arduinotrader.protocol.scoring.ScoringReply;
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
                  case ScoringReply.Refused refused -> throw status(refused.refusal());
                });
  }

  private static RuntimeException status(Refusal refusal) {
    return refusal.code() == RefusalCode.UNKNOWN_NAME
        ? new InvalidRequestException("market_data", refusal.message())
        : Refusals.status(refusal);
  }
}
