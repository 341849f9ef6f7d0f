package io.arduinotrader.trading.speed;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSetup;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.portfolio.ValuationDesk;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.WallMarketClock;
import io.arduinotrader.trading.DeskLine;
import io.arduinotrader.trading.HouseRooms;
import io.arduinotrader.trading.MarketWatch;
import io.arduinotrader.trading.OrderEntity;
import io.arduinotrader.trading.TradingEntity;
import io.arduinotrader.trading.TradingSetup;
import io.arduinotrader.trading.broker.BrokerDesk;
import io.arduinotrader.trading.broker.QuoteBoard;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.SimulationSettings;
import io.arduinotrader.trading.domain.OrderLifecycle;
import io.arduinotrader.trading.domain.TradingRules;
import io.arduinotrader.trading.simulation.SimulatedWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pekko.Done;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Orders, accounts, portfolios and the simulated broker, with a journal in a database. */
final class JournaledHouse implements AutoCloseable {

  private static final Instant MORNING = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CALLS_WAITING = 10_000;

  private final ActorSystem<Void> system;
  private final HouseRooms rooms;
  private final SimulatedBroker broker;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private int actors;

  JournaledHouse(Database database, Path folder) {
    system =
        ActorSystem.create(
            Behaviors.<Void>empty(),
            "speed",
            ActorSystemSetup.create(BootstrapSetup.create(config()), new DatabaseSetup(database)));
    rooms = new HouseRooms(this::spawn, actor -> {}, system.scheduler());
    QuoteBoard board = new QuoteBoard();
    WallMarketClock clock = new WallMarketClock(() -> MORNING);
    MarketCalendars calendars = MarketCalendars.load();
    broker =
        new SimulatedBroker(
            folder.resolve("broker"), board, calendars, clock, SimulationSettings.defaults());
    MarketWatch watch = new MarketWatch(rooms, clock, calendars, board, PATIENCE);
    DeskLine line =
        new DeskLine(
            spawn(BrokerDesk.create(broker, threads, CALLS_WAITING, () -> MORNING)).unsafeUpcast(),
            rooms,
            database.durability(),
            threads,
            system.scheduler(),
            new DeskLine.Limits(PATIENCE, PATIENCE));
    TradingSetup setup =
        new TradingSetup(
            rooms,
            clock,
            watch,
            rules(),
            broker.capabilities(),
            line,
            new OrderLifecycle.Resending(PATIENCE, 2, 3),
            Duration.ofSeconds(5),
            PATIENCE,
            PATIENCE,
            PATIENCE);
    rooms.kind(OrderCommand.KEY, id -> OrderEntity.create(new IntentId(id), setup));
    rooms.kind(TradingCommand.KEY, id -> TradingEntity.create(new AccountId(id), setup));
    rooms.kind(
        PortfolioCommand.KEY,
        id -> PortfolioEntity.create(new AccountId(id), () -> MORNING, ZoneOffset.UTC));
    rooms.kind(UniverseCommand.KEY, id -> SimulatedWorld.universe());
    rooms.desk(MarketDataQuery.KEY, spawn(SimulatedWorld.prices(() -> MORNING)).unsafeUpcast());
    rooms.desk(
        ValuationQuery.KEY,
        spawn(ValuationDesk.create(rooms, () -> MORNING, ZoneOffset.UTC, PATIENCE)).unsafeUpcast());
    rooms.desk(BrokerCommand.KEY, spawn(ready()).unsafeUpcast());
  }

  private static Config config() {
    return ConfigFactory.parseString(
            """
            pekko.persistence.journal.plugin = "jdbc-journal"
            pekko.persistence.snapshot-store.plugin = "jdbc-snapshot-store"
            pekko-persistence-jdbc.database-provider-fqcn =
              "io.arduinotrader.persistence.db.SharedDatabaseProvider"
            jdbc-journal { parallelism = 1, bufferSize = 5000, batchSize = 400 }
            """)
        .withFallback(ConfigFactory.parseResources("serialization.conf"))
        .withFallback(ConfigFactory.load())
        .resolve();
  }

  /** The usual rules without the pauses that would forbid to trade as often as can be. */
  private static TradingRules rules() {
    TradingRules usual = TradingRules.defaults(ZoneOffset.UTC);
    TradingRules.Frequency frequency = usual.frequency();
    Duration never = Duration.ofDays(-1);
    return new TradingRules(
        new TradingRules.Frequency(
            false,
            frequency.minimumGap(),
            frequency.perDay(),
            frequency.perWeek(),
            frequency.zone()),
        new TradingRules.Patience(never, 0, never, never),
        usual.losses(),
        usual.pricing(),
        usual.warnings(),
        usual.maximumQuantity(),
        usual.queueBuysOutsideSession());
  }

  /** A broker that is there; nobody reads its books while orders are timed. */
  private static Behavior<BrokerCommand> ready() {
    BrokerView view =
        new BrokerView(true, true, Optional.of(MORNING), Optional.of(MORNING), List.of());
    return Behaviors.receiveMessage(
        command -> {
          if (command instanceof BrokerCommand.GetBroker get) {
            get.replyTo().tell(view);
          }
          return Behaviors.same();
        });
  }

  private ActorRef<?> spawn(Behavior<?> behavior) {
    return spawned(behavior);
  }

  private synchronized <C> ActorRef<C> spawned(Behavior<C> behavior) {
    return system.systemActorOf(behavior, "actor-" + ++actors, Props.empty());
  }

  /** Cash that the portfolio and the broker know of. */
  CompletionStage<Done> deposit(AccountId account, Money amount) {
    DepositId id = new DepositId("deposit-" + account);
    broker.noteDeposit(id, amount);
    return rooms
        .ask(
            PortfolioCommand.KEY,
            account.value(),
            PATIENCE,
            (ActorRef<PortfolioReply> replyTo) ->
                new PortfolioCommand.Change(
                    new PortfolioRequest.BookDeposit(id, amount, "speed"), replyTo))
        .thenApply(booked -> Done.getInstance());
  }

  /** Buys one share; the answer comes when the execution is stored. */
  CompletionStage<OrderReply> buy(AccountId account, int number) {
    Isin isin = SimulatedWorld.ISINS.get(number % 2);
    IntentId id = new IntentId(account + "-" + number);
    Intent intent =
        new Intent(
            id,
            account,
            isin,
            SimulatedWorld.symbolOf(isin),
            Side.BUY,
            Quantity.of(1),
            OrderType.MARKET,
            Optional.empty(),
            Optional.empty(),
            TimeInForce.DAY,
            Intent.Origin.CALLER,
            "speed");
    return rooms.ask(
        OrderCommand.KEY,
        id.value(),
        PATIENCE,
        (ActorRef<OrderReply> replyTo) -> new OrderCommand.Place(intent, replyTo));
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    threads.shutdown();
    broker.close();
  }
}
