package io.arduinotrader.portfolio;

import io.arduinotrader.portfolio.domain.valuation.Market;
import io.arduinotrader.portfolio.domain.valuation.PortfolioHasher;
import io.arduinotrader.portfolio.domain.valuation.SecurityFacts;
import io.arduinotrader.portfolio.domain.valuation.Valuation;
import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Gathers what the worth of an account depends on from the rooms that know it, and computes it. A
 * stage fails when any of them cannot be read; nothing is assumed in its place.
 */
final class Appraiser {

  /** From a Friday's close past a holiday on either side of the weekend. */
  private static final Duration CURRENT_FOR = Duration.ofDays(5);

  private final Rooms rooms;
  private final InstantSource clock;
  private final Duration budget;

  Appraiser(Rooms rooms, InstantSource clock, Duration budget) {
    this.rooms = rooms;
    this.clock = clock;
    this.budget = budget;
  }

  /**
   * An account at an instant.
   *
   * @param days the books and the marked days they come with
   */
  record Appraisal(DayValues days, Valuation valuation, PortfolioHash hash, Instant at) {}

  /** The books of an account and the days marked lately. */
  CompletionStage<DayValues> days(AccountId account, int days) {
    return Stages.done(account)
        .thenCompose(
            id ->
                rooms.ask(
                    PortfolioCommand.KEY,
                    id.value(),
                    budget,
                    (ActorRef<DayValues> replyTo) ->
                        new PortfolioCommand.GetDayValues(days, replyTo)));
  }

  /** What an account is worth now. */
  CompletionStage<Appraisal> appraise(AccountId account, int days) {
    CompletionStage<Map<Isin, SecurityFacts>> universe = universe();
    return days(account, days)
        .thenCompose(
            books ->
                quotes(books.portfolio())
                    .thenCombine(universe, (quotes, facts) -> appraisal(books, quotes, facts)));
  }

  private Appraisal appraisal(
      DayValues books, MarketDataQuery.Quotes quotes, Map<Isin, SecurityFacts> facts) {
    Instant now = clock.instant();
    return new Appraisal(
        books,
        Valuation.of(
            books.portfolio(), Market.of(quotes.quotes(), quotes.rates(), now, CURRENT_FOR), facts),
        PortfolioHasher.hash(books.portfolio(), facts),
        now);
  }

  private CompletionStage<MarketDataQuery.Quotes> quotes(PortfolioView portfolio) {
    List<Isin> held =
        portfolio.positions().stream()
            .filter(position -> !position.quantity().isZero())
            .map(PortfolioView.Position::isin)
            .toList();
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.QuotesReply> replyTo) ->
                new MarketDataQuery.GetQuotes(held, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.Quotes quotes -> quotes;
                  case MarketDataQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private CompletionStage<Map<Isin, SecurityFacts>> universe() {
    return Stages.done(UniverseCommand.DEFAULT_ID)
        .thenCompose(
            id ->
                rooms.ask(
                    UniverseCommand.KEY,
                    id,
                    budget,
                    (ActorRef<UniverseCommand.UniverseView> replyTo) ->
                        new UniverseCommand.GetUniverse(replyTo)))
        .thenApply(
            view ->
                view.securities().stream()
                    .collect(Collectors.toMap(SecurityRecord::isin, Appraiser::facts)));
  }

  private static SecurityFacts facts(SecurityRecord security) {
    return new SecurityFacts(
        security.isin(),
        security.symbol(),
        security.name(),
        security.active(),
        security.allowBuy(),
        security.allowSell(),
        security.minimumTarget(),
        security.maximumTarget(),
        security.country(),
        security.sector(),
        security.industry());
  }
}
