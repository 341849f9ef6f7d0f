package io.arduinotrader.trading;

import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.calendar.Availability;
import io.arduinotrader.support.calendar.ExchangeNames;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.support.calendar.TradingHoursRule;
import io.arduinotrader.trading.broker.BrokerPrices;
import io.arduinotrader.trading.broker.QuoteBoard;
import io.arduinotrader.trading.domain.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * What is known of securities now. Whatever is seen here is put on the board as well, so that the
 * simulated broker trades at the prices the rules have judged by.
 */
public final class MarketWatch {

  private final Rooms rooms;
  private final MarketClock clock;
  private final MarketCalendars calendars;
  private final QuoteBoard board;
  private final Duration budget;

  /** A watch that asks the other rooms and posts what it sees on the board. */
  public MarketWatch(
      Rooms rooms,
      MarketClock clock,
      MarketCalendars calendars,
      QuoteBoard board,
      Duration budget) {
    this.rooms = rooms;
    this.clock = clock;
    this.calendars = calendars;
    this.board = board;
    this.budget = budget;
  }

  /**
   * What was seen.
   *
   * @param securities those asked for that the universe knows
   * @param quotes their last prices, for those that have one
   * @param rates base currency to every currency a rate is known for
   */
  record Sight(List<SecurityRecord> securities, List<Quote> quotes, List<FxRate> rates) {

    Optional<SecurityRecord> security(Isin isin) {
      return securities.stream().filter(security -> security.isin().equals(isin)).findFirst();
    }

    Optional<Quote> quote(Isin isin) {
      return quotes.stream().filter(quote -> quote.isin().equals(isin)).findFirst();
    }
  }

  /** Looks at securities; the stage fails when universe or prices cannot be read. */
  CompletionStage<Sight> look(List<Isin> isins) {
    CompletionStage<List<SecurityRecord>> securities = securities(isins);
    CompletionStage<MarketDataQuery.Quotes> quotes = quotes(isins);
    CompletionStage<Map<Isin, Long>> volumes = volumes(isins);
    return securities
        .thenCombine(quotes, (known, seen) -> new Sight(known, seen.quotes(), seen.rates()))
        .thenCombine(volumes, this::posted);
  }

  /** Whether and since when a security can be traded. */
  Facts.Venue venue(Optional<SecurityRecord> security) {
    Optional<String> exchange = security.map(SecurityRecord::exchange);
    Optional<MarketCalendar> calendar = exchange.flatMap(calendars::calendar);
    if (calendar.isEmpty()) {
      return new Facts.Venue(Facts.Hours.UNKNOWN, clock.now(), Optional.empty(), true);
    }
    Availability availability = clock.availability(calendar.get());
    Instant at = clock.sessionInstant(calendar.get());
    return new Facts.Venue(
        hours(availability),
        at,
        calendar.get().lastCloseBefore(at),
        TradingHoursRule.mustObeyHours(
            exchange.flatMap(ExchangeNames::micOf), Optional.of(Side.BUY)));
  }

  private static Facts.Hours hours(Availability availability) {
    return switch (availability) {
      case Availability.Open open -> Facts.Hours.OPEN;
      case Availability.Closed closed -> Facts.Hours.CLOSED;
      case Availability.UnknownDate date -> Facts.Hours.UNKNOWN;
      case Availability.UnknownVenue venue -> Facts.Hours.UNKNOWN;
    };
  }

  private Sight posted(Sight sight, Map<Isin, Long> volumes) {
    for (SecurityRecord security : sight.securities()) {
      Isin isin = security.isin();
      Long volume = volumes.get(isin);
      sight
          .quote(isin)
          .ifPresent(
              quote ->
                  board.post(
                      isin,
                      new BrokerPrices.Quotation(
                          security.exchange(), quote.price(), known(volume))));
    }
    sight.rates().forEach(board::post);
    return sight;
  }

  private CompletionStage<List<SecurityRecord>> securities(List<Isin> isins) {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            budget,
            (ActorRef<UniverseCommand.UniverseView> replyTo) ->
                new UniverseCommand.GetUniverse(replyTo))
        .thenApply(
            universe ->
                universe.securities().stream()
                    .filter(security -> isins.contains(security.isin()))
                    .toList());
  }

  private CompletionStage<MarketDataQuery.Quotes> quotes(List<Isin> isins) {
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.QuotesReply> replyTo) ->
                new MarketDataQuery.GetQuotes(isins, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.Quotes quotes -> quotes;
                  case MarketDataQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  /** Feeds without volumes state zero, which says nothing about how much was traded. */
  private static OptionalLong known(@Nullable Long volume) {
    return volume == null || volume == 0 ? OptionalLong.empty() : OptionalLong.of(volume);
  }

  /** Today's volumes as far as they are known; an order does not depend on them. */
  private CompletionStage<Map<Isin, Long>> volumes(List<Isin> isins) {
    LocalDate today = clock.today();
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.BarsReply> replyTo) ->
                new MarketDataQuery.GetBars(isins, today, today, replyTo))
        .thenApply(MarketWatch::volumes)
        .exceptionally(failure -> Map.of());
  }

  private static Map<Isin, Long> volumes(MarketDataQuery.BarsReply reply) {
    return switch (reply) {
      case MarketDataQuery.Bars bars ->
          bars.columns().stream()
              .filter(columns -> columns.size() > 0)
              .collect(
                  Collectors.toMap(
                      BarColumns::isin, columns -> columns.volume()[columns.size() - 1]));
      case MarketDataQuery.Unreadable unreadable -> Map.of();
    };
  }
}
