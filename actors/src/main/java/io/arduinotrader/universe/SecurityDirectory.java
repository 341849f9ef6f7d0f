package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Asks the universe and its securities, and tells them what the desks have found out.
 *
 * @param budget how long one of them may take to answer
 */
record SecurityDirectory(Rooms rooms, Duration budget) {

  /** Every security the universe ever knew, by symbol. */
  CompletionStage<List<SecurityRecord>> securities() {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            budget,
            (ActorRef<UniverseView> replyTo) -> new UniverseCommand.GetUniverse(replyTo))
        .thenApply(UniverseView::securities);
  }

  /** Adds a security to the universe. */
  CompletionStage<UniverseCommand.Reply> add(SecurityRecord security) {
    return rooms.ask(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        budget,
        (ActorRef<UniverseCommand.Reply> replyTo) ->
            new UniverseCommand.AddSecurity(security, replyTo));
  }

  /** What is known about a security. */
  CompletionStage<SecurityView> view(Isin isin) {
    return ask(isin, SecurityCommand.GetSecurity::new);
  }

  /** Has a security note company figures. */
  CompletionStage<Done> note(Isin isin, Fundamentals figures) {
    return ask(isin, replyTo -> new SecurityCommand.RecordFundamentals(figures, replyTo))
        .thenApply(view -> Done.getInstance());
  }

  /** Has a security note prices that were kept out, if any. */
  CompletionStage<Done> note(Isin isin, List<PriceAnomaly> anomalies) {
    return anomalies.isEmpty()
        ? Stages.done(Done.getInstance())
        : ask(isin, replyTo -> new SecurityCommand.RecordAnomalies(anomalies, replyTo))
            .thenApply(view -> Done.getInstance());
  }

  private CompletionStage<SecurityView> ask(
      Isin isin, Function<ActorRef<SecurityView>, SecurityCommand> question) {
    return rooms.ask(SecurityCommand.KEY, isin.value(), budget, question::apply);
  }
}
