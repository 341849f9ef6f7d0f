package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.config.StatedRate;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.journal.JournalQuery;
import io.arduinotrader.protocol.message.BrokenChainException;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.RateReply;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.pattern.Patterns;

/**
 * What must answer before the ports open. Asking also wakes what has work left from before: the
 * account's trading rules wake its unfinished orders, the cycle goes on where it was.
 */
final class WarmUp {

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int ATTEMPTS = 300;

  private static final String ACCOUNT = AccountId.DEFAULT.value();

  private final House house;
  private final Rooms rooms;

  WarmUp(House house) {
    this.house = house;
    this.rooms = house.rooms();
  }

  /** Asks what lives on this node; another node's rooms may come later, or never. */
  CompletionStage<Done> run() {
    return at(ServiceRole.PORTFOLIO, orBroken(this::portfolio))
        .thenCompose(portfolio -> at(ServiceRole.UNIVERSE, this::adoptSecurities))
        .thenCompose(adopted -> at(ServiceRole.UNIVERSE, this::stateRates))
        .thenCompose(stated -> at(ServiceRole.TRADING, orBroken(this::trading)))
        .thenCompose(trading -> at(ServiceRole.TRADING, this::broker))
        .thenCompose(broker -> at(ServiceRole.PORTFOLIO, this::valuation))
        .thenCompose(valued -> at(ServiceRole.GATEWAY, orBroken(this::cycle)));
  }

  private <T> CompletionStage<Done> at(ServiceRole role, Supplier<CompletionStage<T>> question) {
    return house.has(role)
        ? retried(() -> question.get().thenApply(answer -> Done.getInstance()))
        : Stages.done(Done.getInstance());
  }

  CompletionStage<Boolean> journalAnswers() {
    return rooms
        .<JournalQuery, JournalQuery.StreamsReply>ask(
            JournalQuery.KEY, ANSWER, replyTo -> new JournalQuery.ListStreams("", 1, replyTo))
        .thenApply(reply -> reply instanceof JournalQuery.Streams)
        .exceptionally(failure -> false);
  }

  CompletionStage<Boolean> shardingAnswers() {
    return own().get().thenApply(view -> true).exceptionally(failure -> false);
  }

  /** A question for an entity of this node; where none lives, the way to none can be broken. */
  private Supplier<CompletionStage<?>> own() {
    if (house.has(ServiceRole.PORTFOLIO)) {
      return this::portfolio;
    }
    if (house.has(ServiceRole.TRADING)) {
      return this::trading;
    }
    if (house.has(ServiceRole.UNIVERSE)) {
      return this::universe;
    }
    return house.has(ServiceRole.GATEWAY) ? this::cycle : () -> Stages.done(Done.getInstance());
  }

  private CompletionStage<UniverseView> universe() {
    return rooms.ask(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        ANSWER,
        (ActorRef<UniverseView> replyTo) -> new UniverseCommand.GetUniverse(replyTo));
  }

  private CompletionStage<PortfolioView> portfolio() {
    return rooms.ask(
        PortfolioCommand.KEY,
        ACCOUNT,
        ANSWER,
        (ActorRef<PortfolioView> replyTo) -> new PortfolioCommand.GetPortfolio(replyTo));
  }

  private CompletionStage<TradingView> trading() {
    return rooms.ask(
        TradingCommand.KEY,
        ACCOUNT,
        ANSWER,
        (ActorRef<TradingView> replyTo) -> new TradingCommand.GetTrading(replyTo));
  }

  private CompletionStage<CycleView> cycle() {
    return rooms.ask(
        CycleCommand.KEY,
        ACCOUNT,
        ANSWER,
        (ActorRef<CycleView> replyTo) -> new CycleCommand.GetCycle(replyTo));
  }

  private CompletionStage<BrokerView> broker() {
    return rooms.ask(
        BrokerCommand.KEY,
        ANSWER,
        (ActorRef<BrokerView> replyTo) -> new BrokerCommand.GetBroker(replyTo));
  }

  private CompletionStage<ValuationQuery.ValuationReply> valuation() {
    return rooms.ask(
        ValuationQuery.KEY,
        ANSWER,
        (ActorRef<ValuationQuery.ValuationReply> replyTo) ->
            new ValuationQuery.GetValuation(AccountId.DEFAULT, replyTo));
  }

  private CompletionStage<ImportReply> adoptSecurities() {
    return rooms
        .ask(
            FeedCommand.KEY,
            ANSWER.multipliedBy(6),
            (ActorRef<ImportReply> replyTo) -> new FeedCommand.AdoptSecurities(replyTo))
        .thenApply(
            reply -> {
              if (reply instanceof FeedCommand.ImportFailed failed) {
                throw new IllegalStateException(failed.reason());
              }
              return reply;
            });
  }

  private CompletionStage<List<RateReply>> stateRates() {
    List<CompletionStage<RateReply>> stated = new ArrayList<>();
    for (StatedRate rate : house.settings().statedRates()) {
      FxRate known =
          new FxRate(
              new Currency(rate.base()),
              new Currency(rate.quote()),
              rate.rate(),
              house.clock().now(),
              StatedRate.SOURCE);
      stated.add(
          rooms.ask(
              FeedCommand.KEY,
              ANSWER,
              (ActorRef<RateReply> replyTo) -> new FeedCommand.RecordRate(known, replyTo)));
    }
    return Stages.all(stated);
  }

  /** An entity with a broken chain stands still and says so; the house opens without it. */
  private static <T> Supplier<CompletionStage<Optional<T>>> orBroken(
      Supplier<CompletionStage<T>> question) {
    return () ->
        question
            .get()
            .thenApply(Optional::of)
            .exceptionallyCompose(
                failure ->
                    isBroken(failure)
                        ? Stages.done(Optional.empty())
                        : CompletableFuture.failedStage(failure));
  }

  private static boolean isBroken(Throwable failure) {
    return failure instanceof BrokenChainException
        || failure.getCause() instanceof BrokenChainException;
  }

  /** Rooms take a moment to find each other; what does not answer at first is asked again. */
  private <T> CompletionStage<T> retried(Supplier<CompletionStage<T>> question) {
    return Patterns.retry(
        question::get,
        ATTEMPTS,
        PAUSE,
        Adapter.toClassic(house.system()).scheduler(),
        house.system().executionContext());
  }
}
