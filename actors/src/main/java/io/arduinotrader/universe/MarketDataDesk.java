package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery.Unreadable;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/**
 * Answers who asks for prices, rates, scores and figures. What cannot be read is said to be so; an
 * empty answer means that there is nothing.
 */
public final class MarketDataDesk {

  private final MarketReader reader;

  private MarketDataDesk(MarketReader reader) {
    this.reader = reader;
  }

  /**
   * The desk of a node that has the tables, registered under {@link MarketDataQuery#KEY}.
   *
   * @param threads where the tables may block
   * @param budget how long an entity may take to answer
   * @param index the security beta is measured against; empty for the equally weighted mean of the
   *     active universe
   */
  public static Behavior<MarketDataQuery> create(
      MarketTables tables,
      MarketHorizon horizon,
      Rooms rooms,
      Threads threads,
      Duration budget,
      Optional<Isin> index) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(MarketDataQuery.KEY, context.getSelf()));
          MarketDataDesk desk =
              new MarketDataDesk(
                  new MarketReader(
                      tables, horizon, new SecurityDirectory(rooms, budget), threads, index));
          return Behaviors.receiveMessage(
              query -> {
                desk.onQuery(query);
                return Behaviors.same();
              });
        });
  }

  private void onQuery(MarketDataQuery query) {
    switch (query) {
      case MarketDataQuery.GetQuotes get ->
          reader
              .quotes(get.isins())
              .exceptionally(MarketDataDesk::unreadable)
              .thenAccept(get.replyTo()::tell);
      case MarketDataQuery.GetBars get ->
          reader
              .bars(get.isins(), get.from(), get.to())
              .exceptionally(MarketDataDesk::unreadable)
              .thenAccept(get.replyTo()::tell);
      case MarketDataQuery.GetScores get ->
          reader
              .scores(get.isin(), get.since())
              .exceptionally(MarketDataDesk::unreadable)
              .thenAccept(get.replyTo()::tell);
      case MarketDataQuery.GetRates get ->
          reader
              .rates(get)
              .exceptionally(MarketDataDesk::unreadable)
              .thenAccept(get.replyTo()::tell);
      case MarketDataQuery.GetRateHistory get ->
          reader
              .rateHistory(get.quotes(), get.from(), get.to())
              .exceptionally(MarketDataDesk::unreadable)
              .thenAccept(get.replyTo()::tell);
      case MarketDataQuery.GetMetrics get ->
          reader
              .metrics(get.security())
              .exceptionally(MarketDataDesk::unreadable)
              .thenAccept(get.replyTo()::tell);
    }
  }

  private static Unreadable unreadable(Throwable failure) {
    return new Unreadable(Stages.reason(failure));
  }
}
