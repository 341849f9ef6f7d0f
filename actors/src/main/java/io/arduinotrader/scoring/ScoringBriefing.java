package io.arduinotrader.scoring;

import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/** Asks the rooms for what scores depend on. */
final class ScoringBriefing {

  private static final int YEARS_OF_BARS = 11;

  private final Rooms rooms;
  private final MarketClock clock;
  private final Duration budget;

  ScoringBriefing(Rooms rooms, MarketClock clock, Duration budget) {
    this.rooms = rooms;
    this.clock = clock;
    this.budget = budget;
  }

  /** Stored bars by security. */
  CompletionStage<Map<Isin, BarColumns>> bars(List<SecurityRecord> wanted) {
    LocalDate today = clock.today();
    List<Isin> isins = wanted.stream().map(SecurityRecord::isin).toList();
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.BarsReply> replyTo) ->
                new MarketDataQuery.GetBars(isins, today.minusYears(YEARS_OF_BARS), today, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.Bars bars ->
                      bars.columns().stream()
                          .collect(Collectors.toMap(BarColumns::isin, Function.identity()));
                  case MarketDataQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  /** What is known of the active and the wanted securities. */
  CompletionStage<Map<Isin, SecurityView>> views(
      List<SecurityRecord> active, List<SecurityRecord> wanted) {
    List<Isin> isins = new ArrayList<>(active.stream().map(SecurityRecord::isin).toList());
    wanted.stream()
        .map(SecurityRecord::isin)
        .filter(isin -> !isins.contains(isin))
        .forEach(isins::add);
    return Stages.all(
            isins.stream()
                .map(
                    isin ->
                        rooms.ask(
                            SecurityCommand.KEY,
                            isin.value(),
                            budget,
                            (ActorRef<SecurityView> replyTo) ->
                                new SecurityCommand.GetSecurity(replyTo)))
                .toList())
        .thenApply(
            views ->
                views.stream().collect(Collectors.toMap(SecurityView::isin, Function.identity())));
  }
}
