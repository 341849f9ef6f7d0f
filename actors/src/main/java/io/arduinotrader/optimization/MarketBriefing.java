package io.arduinotrader.optimization;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;

/** Asks the rooms for what a question about weights or trades depends on. */
final class MarketBriefing {

  /** Calendar days that have the two hundred sessions of a long average in them. */
  private static final int AVERAGE_DAYS = 300;

  private final Rooms rooms;
  private final MarketClock clock;
  private final Duration budget;
  private final int windowDays;
  private final List<String> indexSymbols;

  MarketBriefing(Rooms rooms, MarketClock clock, Duration budget, OptimizationSettings settings) {
    this.rooms = rooms;
    this.clock = clock;
    this.budget = budget;
    this.windowDays = Math.max(settings.lookbackDays(), AVERAGE_DAYS);
    this.indexSymbols = settings.indicators().indexSecurities();
  }

  /** Everything about the account, the whole universe and the securities named. */
  CompletionStage<Market> market(AccountId account, List<Isin> named) {
    return valuation(account)
        .thenCombine(universe(), (valued, universe) -> market(valued, universe, named))
        .thenCompose(Function.identity());
  }

  private CompletionStage<Market> market(
      ValuationQuery.Valued valued, Map<Isin, SecurityRecord> universe, List<Isin> named) {
    List<Isin> isins =
        Stream.of(
                named.stream(),
                valued.portfolio().positions().stream()
                    .filter(position -> !position.quantity().isZero())
                    .map(position -> position.isin()),
                universe.values().stream()
                    .filter(security -> security.active() || isIndex(security))
                    .map(SecurityRecord::isin))
            .flatMap(Function.identity())
            .filter(universe::containsKey)
            .distinct()
            .sorted()
            .toList();
    CompletionStage<Map<Isin, ReturnFigures>> scores = scores(isins);
    CompletionStage<History> history = history(isins);
    return quotes(isins)
        .thenCompose(
            quotes ->
                history.thenCombine(
                    scores,
                    (past, totals) ->
                        new Market(
                            valued.portfolio(),
                            valued.value().freeCash(),
                            universe,
                            totals,
                            quotes.quotes().stream()
                                .collect(Collectors.toMap(Quote::isin, Function.identity())),
                            past.bars().stream()
                                .collect(Collectors.toMap(BarColumns::isin, Function.identity())),
                            Stream.concat(past.rates().stream(), quotes.rates().stream())
                                .distinct()
                                .toList())));
  }

  private boolean isIndex(SecurityRecord security) {
    return indexSymbols.stream().anyMatch(security.symbol().value()::equalsIgnoreCase);
  }

  /** Bars and the rates that held on their days. */
  private record History(List<BarColumns> bars, List<FxRate> rates) {}

  private CompletionStage<History> history(List<Isin> isins) {
    LocalDate today = clock.today();
    LocalDate first = today.minusDays(windowDays);
    return bars(isins, first, today)
        .thenCompose(
            bars ->
                rates(bars.columns(), first, today)
                    .thenApply(rates -> new History(bars.columns(), rates)));
  }

  private CompletionStage<List<FxRate>> rates(
      List<BarColumns> bars, LocalDate first, LocalDate last) {
    List<Currency> foreign =
        bars.stream()
            .map(BarColumns::currency)
            .filter(currency -> !currency.equals(Currency.EUR))
            .distinct()
            .sorted(Comparator.comparing(Currency::code))
            .toList();
    return foreign.isEmpty()
        ? Stages.done(List.of())
        : rooms
            .ask(
                MarketDataQuery.KEY,
                budget,
                (ActorRef<MarketDataQuery.RateHistoryReply> replyTo) ->
                    new MarketDataQuery.GetRateHistory(foreign, first, last, replyTo))
            .thenApply(
                reply ->
                    switch (reply) {
                      case MarketDataQuery.RateHistory history -> history.rates();
                      case MarketDataQuery.Unreadable unreadable ->
                          throw new IllegalStateException(unreadable.reason());
                    });
  }

  private CompletionStage<ValuationQuery.Valued> valuation(AccountId account) {
    return rooms
        .ask(
            ValuationQuery.KEY,
            budget,
            (ActorRef<ValuationQuery.ValuationReply> replyTo) ->
                new ValuationQuery.GetValuation(account, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValuationQuery.Valued valued -> valued;
                  case ValuationQuery.Unvaluable unvaluable ->
                      throw new IllegalStateException(
                          "no exchange rate is known for " + unvaluable.currencies());
                  case ValuationQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private CompletionStage<Map<Isin, SecurityRecord>> universe() {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            budget,
            (ActorRef<UniverseCommand.UniverseView> replyTo) ->
                new UniverseCommand.GetUniverse(replyTo))
        .thenApply(
            view ->
                view.securities().stream()
                    .collect(Collectors.toMap(SecurityRecord::isin, Function.identity())));
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

  private CompletionStage<MarketDataQuery.Bars> bars(
      List<Isin> isins, LocalDate first, LocalDate last) {
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.BarsReply> replyTo) ->
                new MarketDataQuery.GetBars(isins, first, last, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.Bars bars -> bars;
                  case MarketDataQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private CompletionStage<Map<Isin, ReturnFigures>> scores(List<Isin> isins) {
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
                views.stream()
                    .filter(view -> view.latestScore().isPresent())
                    .collect(
                        Collectors.toMap(
                            SecurityView::isin,
                            view -> figures(view.latestScore().orElseThrow()))));
  }

  /** Growth and score were measured together, so both speak of the same day. */
  private static ReturnFigures figures(SecurityScore score) {
    return new ReturnFigures(
        score.metric(SecurityMetric.GROWTH_5_YEARS),
        score.metric(SecurityMetric.GROWTH_10_YEARS),
        OptionalDouble.of(score.total()),
        score.coverage());
  }
}
