package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
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
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;

/** Asks the rooms for what scores depend on. */
final class ScoringBriefing {

  private static final int YEARS_OF_BARS = 11;

  /** Long enough to find the newest bar of what is held. */
  private static final int DAYS_OF_CLOSES = 30;

  /** The part of a request's time that may pass before scores go without a portfolio. */
  private static final int VALUATION_PART = 4;

  private final Rooms rooms;
  private final MarketClock clock;
  private final Duration budget;
  private final Standards standards;

  ScoringBriefing(Rooms rooms, MarketClock clock, Duration budget, Standards standards) {
    this.standards = standards;
    this.rooms = rooms;
    this.clock = clock;
    this.budget = budget;
  }

  /** Everything the universe lists. */
  CompletionStage<Map<Isin, SecurityRecord>> universe() {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            budget,
            (ActorRef<UniverseCommand.UniverseView> replyTo) ->
                new UniverseCommand.GetUniverse(replyTo))
        .thenApply(
            view -> {
              Map<Isin, SecurityRecord> securities = new LinkedHashMap<>();
              view.securities().forEach(record -> securities.put(record.isin(), record));
              return securities;
            });
  }

  /**
   * The account as it is known.
   *
   * @param valued empty when its value is not known, which leaves one group of a score open
   * @param missing why it is not known, a sentence; empty when it is
   */
  record Account(Optional<ValuationQuery.Valued> valued, String missing) {

    private static Account unknown(String why) {
      return new Account(Optional.empty(), "The account's value is not known: " + why + ".");
    }

    Optional<AccountValue> value() {
      return valued.map(ValuationQuery.Valued::value);
    }
  }

  /** The account's value, or why nobody knows it. */
  CompletionStage<Account> account() {
    return rooms
        .ask(
            ValuationQuery.KEY,
            budget.dividedBy(VALUATION_PART),
            (ActorRef<ValuationQuery.ValuationReply> replyTo) ->
                new ValuationQuery.GetValuation(AccountId.DEFAULT, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValuationQuery.Valued valued -> new Account(Optional.of(valued), "");
                  case ValuationQuery.Unvaluable unvaluable ->
                      Account.unknown("no exchange rate is known for " + unvaluable.currencies());
                  case ValuationQuery.Unreadable unreadable -> Account.unknown(unreadable.reason());
                })
        .exceptionally(failure -> Account.unknown(Stages.reason(failure)));
  }

  /** What scoring the wanted securities for an account depends on. */
  CompletionStage<Facts> facts(
      Map<Isin, SecurityRecord> universe,
      List<SecurityRecord> wanted,
      Optional<AccountValue> account) {
    List<Isin> isins =
        Stream.of(
                universe.values().stream().filter(SecurityRecord::active).map(SecurityRecord::isin),
                wanted.stream().map(SecurityRecord::isin),
                account.stream()
                    .flatMap(value -> value.positions().stream())
                    .map(PositionValue::isin))
            .flatMap(Function.identity())
            .distinct()
            .toList();
    LocalDate today = clock.today();
    List<Isin> scored = wanted.stream().map(SecurityRecord::isin).toList();
    return bars(scored, today.minusYears(YEARS_OF_BARS), today)
        .thenCombine(
            bars(others(account, scored), today.minusDays(DAYS_OF_CLOSES), today),
            (bars, others) ->
                new Facts(
                    universe,
                    wanted,
                    bars.columns().stream()
                        .collect(Collectors.toMap(BarColumns::isin, Function.identity())),
                    Map.of(),
                    account,
                    closes(bars, others),
                    standards))
        .thenCombine(views(isins), Facts::with);
  }

  /** What is held and not scored. */
  private static List<Isin> others(Optional<AccountValue> account, List<Isin> scored) {
    return account.stream()
        .flatMap(value -> value.positions().stream())
        .map(PositionValue::isin)
        .filter(isin -> !scored.contains(isin))
        .toList();
  }

  private static Map<Isin, Double> closes(MarketDataQuery.Bars bars, MarketDataQuery.Bars others) {
    List<FxRate> rates = Stream.concat(bars.rates().stream(), others.rates().stream()).toList();
    Map<Isin, Double> closes = new HashMap<>();
    Stream.concat(bars.columns().stream(), others.columns().stream())
        .forEach(
            columns -> close(columns, rates).ifPresent(close -> closes.put(columns.isin(), close)));
    return closes;
  }

  /** The newest close in base currency; empty without one or without a rate. */
  private static Optional<Double> close(BarColumns columns, List<FxRate> rates) {
    if (columns.size() == 0 || !(columns.close()[columns.size() - 1] > 0)) {
      return Optional.empty();
    }
    double close = columns.close()[columns.size() - 1];
    return columns.currency().equals(Currency.EUR)
        ? Optional.of(close)
        : rates.stream()
            .filter(rate -> rate.quote().equals(columns.currency()))
            .findFirst()
            .map(rate -> close / rate.quotePerBase().doubleValue());
  }

  /** What the account's rules remember. */
  CompletionStage<TradingView> trading() {
    return rooms.ask(
        TradingCommand.KEY,
        AccountId.DEFAULT.value(),
        budget,
        (ActorRef<TradingView> replyTo) -> new TradingCommand.GetTrading(replyTo));
  }

  private CompletionStage<MarketDataQuery.Bars> bars(
      List<Isin> isins, LocalDate from, LocalDate to) {
    if (isins.isEmpty()) {
      return Stages.done(new MarketDataQuery.Bars(List.of(), List.of()));
    }
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.BarsReply> replyTo) ->
                new MarketDataQuery.GetBars(isins, from, to, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.Bars bars -> bars;
                  case MarketDataQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private CompletionStage<Map<Isin, SecurityView>> views(List<Isin> isins) {
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
