package io.arduinotrader.trading.simulation;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.WallMarketClock;
import io.arduinotrader.trading.DeskLine;
import io.arduinotrader.trading.HouseRooms;
import io.arduinotrader.trading.MarketWatch;
import io.arduinotrader.trading.OrderEntity;
import io.arduinotrader.trading.Reconciler;
import io.arduinotrader.trading.TradingEntity;
import io.arduinotrader.trading.TradingSetup;
import io.arduinotrader.trading.broker.BrokerDesk;
import io.arduinotrader.trading.broker.QuoteBoard;
import io.arduinotrader.trading.domain.OrderLifecycle;
import io.arduinotrader.trading.domain.TradingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.InternalActorRef;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.JournalOperation;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.ProcessingPolicy;
import org.apache.pekko.persistence.testkit.ProcessingResult;
import org.apache.pekko.persistence.testkit.ProcessingSuccess;
import org.apache.pekko.persistence.testkit.WriteEvents;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;

/**
 * A house with its order desk, on one thread and under a virtual clock; it can die and come back.
 */
final class SimulatedHouse {

  static final AccountId ACCOUNT = AccountId.DEFAULT;
  static final List<Isin> ISINS =
      List.of(new Isin("DE0007164600"), new Isin("DE0007236101"), new Isin("DE0008404005"));

  private static final List<String> PRICES = List.of("100", "37.5", "211");
  private static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");
  private static final Duration BUDGET = Duration.ofSeconds(3);
  private static final MarketCalendars CALENDARS = MarketCalendars.load();
  private static final ActorSystem<Void> SYSTEM =
      ActorSystem.create(Behaviors.empty(), "simulation", config());
  private static final PersistenceTestKit JOURNAL = PersistenceTestKit.create(SYSTEM);
  private static long actors;

  final NaiveModel model = new NaiveModel();
  final HostileBroker broker;
  final HouseRooms rooms = new HouseRooms(this::spawn, this::stop, SYSTEM.scheduler());
  private final Duration start = VirtualScheduler.elapsed();
  private final List<ActorRef<?>> desks = new ArrayList<>();

  SimulatedHouse(Scenario scenario) {
    SeededTasks.SHARED.seed(scenario.seed());
    JOURNAL.clearAll();
    JOURNAL.withPolicy(new Witness(model));
    broker = new HostileBroker(scenario, this::now, model, this::die);
    live();
  }

  private static Config config() {
    Config seeded =
        ConfigFactory.parseString(
            """
            type = Dispatcher
            executor = "%s"
            throughput = 1
            """
                .formatted(SeededTasks.Configurator.class.getName()));
    return ConfigFactory.parseString(
            """
            pekko {
              scheduler.implementation = "%s"
              loglevel = OFF
              log-dead-letters = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
            }
            """
                .formatted(VirtualScheduler.class.getName()))
        .withFallback(seeded.atPath("pekko.actor.default-dispatcher"))
        .withFallback(seeded.atPath("pekko.actor.internal-dispatcher"))
        .withFallback(seeded.atPath("pekko.persistence.dispatchers.default-plugin-dispatcher"))
        .withFallback(seeded.atPath("pekko.persistence.dispatchers.default-replay-dispatcher"))
        .withFallback(PersistenceTestKitPlugin.config())
        .withFallback(PersistenceTestKitSnapshotPlugin.config())
        .withFallback(ConfigFactory.parseResources("serialization.conf"))
        .withFallback(ConfigFactory.load())
        .resolve();
  }

  /** Sees what becomes durable. */
  private record Witness(NaiveModel model) implements ProcessingPolicy<JournalOperation> {

    @Override
    public ProcessingResult tryProcess(String stream, JournalOperation operation) {
      if (operation instanceof WriteEvents written) {
        written.getBatch().stream()
            .filter(Chained.class::isInstance)
            .forEach(event -> model.durable(stream, ((Chained<?>) event).event()));
      }
      return ProcessingSuccess.getInstance();
    }
  }

  static Price priceOf(Isin isin) {
    return Price.of(PRICES.get(ISINS.indexOf(isin)), Currency.EUR);
  }

  static Symbol symbolOf(Isin isin) {
    return new Symbol("S" + ISINS.indexOf(isin) + ".DE");
  }

  Instant now() {
    return MORNING.plus(VirtualScheduler.elapsed().minus(start));
  }

  Duration age() {
    return VirtualScheduler.elapsed().minus(start);
  }

  /** The end of a time since the house began, on the scheduler's clock. */
  Duration at(Duration age) {
    return start.plus(age);
  }

  /** Every actor dies in the middle of what it does; the node comes back at once. */
  void die() {
    end();
    live();
  }

  /** Every actor dies. */
  void end() {
    rooms.stopEntities();
    desks.forEach(this::stop);
    desks.clear();
  }

  private void live() {
    WallMarketClock clock = new WallMarketClock(this::now);
    MarketWatch watch = new MarketWatch(rooms, clock, CALENDARS, new QuoteBoard(), BUDGET);
    DeskLine.Limits limits = new DeskLine.Limits(BUDGET, BUDGET);
    ActorRef<BrokerDesk.Command> desk =
        desk(BrokerDesk.create(broker, SeededTasks.SHARED, 20, this::now));
    TradingSetup setup =
        new TradingSetup(
            rooms,
            clock,
            watch,
            rules(),
            broker.capabilities(),
            new DeskLine(
                desk, rooms, model::flushed, SeededTasks.SHARED, SYSTEM.scheduler(), limits),
            new OrderLifecycle.Resending(Duration.ofSeconds(60), 2, 3),
            Duration.ofSeconds(5),
            BUDGET,
            Duration.ofSeconds(30),
            Duration.ofMillis(1500));
    rooms.kind(OrderCommand.KEY, id -> OrderEntity.create(new IntentId(id), setup));
    rooms.kind(TradingCommand.KEY, id -> TradingEntity.create(new AccountId(id), setup));
    rooms.kind(
        PortfolioCommand.KEY,
        id -> PortfolioEntity.create(new AccountId(id), this::now, ZoneOffset.UTC));
    rooms.kind(UniverseCommand.KEY, id -> Behaviors.receiveMessage(SimulatedHouse::onUniverse));
    rooms.desk(
        MarketDataQuery.KEY, desk(Behaviors.<MarketDataQuery>receiveMessage(this::onMarketData)));
    rooms.desk(
        ValuationQuery.KEY,
        desk(Behaviors.<ValuationQuery>receiveMessage(SimulatedHouse::onValuation)));
    rooms.desk(
        BrokerCommand.KEY,
        desk(
            Reconciler.create(
                ACCOUNT,
                rooms,
                watch,
                desk,
                limits,
                new Reconciler.Rhythm(Duration.ofSeconds(2), Duration.ofDays(3)),
                this::now)));
  }

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

  private <C> ActorRef<C> desk(Behavior<C> behavior) {
    ActorRef<C> desk = this.<C>spawned(behavior);
    desks.add(desk);
    return desk;
  }

  private ActorRef<?> spawn(Behavior<?> behavior) {
    return spawned(behavior);
  }

  private <C> ActorRef<C> spawned(Behavior<C> behavior) {
    return SYSTEM.systemActorOf(behavior, "simulated-" + ++actors, Props.empty());
  }

  /** Its end comes before everything else the actor would do. */
  private void stop(ActorRef<?> actor) {
    ((InternalActorRef) Adapter.toClassic(actor)).stop();
  }

  /** Who does not care for answers. */
  <T> ActorRef<T> nobody() {
    return SYSTEM.ignoreRef();
  }

  private static Behavior<UniverseCommand> onUniverse(UniverseCommand command) {
    if (command instanceof UniverseCommand.GetUniverse get) {
      get.replyTo()
          .tell(
              new UniverseCommand.UniverseView(
                  ISINS.stream().map(SimulatedHouse::security).toList()));
    }
    return Behaviors.same();
  }

  private static SecurityRecord security(Isin isin) {
    return new SecurityRecord(
        isin,
        symbolOf(isin),
        symbolOf(isin).value(),
        "XETRA",
        Currency.EUR,
        SecurityRecord.ProductType.EQUITY,
        "",
        "",
        "",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  private Behavior<MarketDataQuery> onMarketData(MarketDataQuery query) {
    switch (query) {
      case MarketDataQuery.GetQuotes get ->
          get.replyTo()
              .tell(
                  new MarketDataQuery.Quotes(
                      get.isins().stream()
                          .map(isin -> new Quote(isin, priceOf(isin), now(), "simulation"))
                          .toList(),
                      List.of(),
                      List.of()));
      case MarketDataQuery.GetBars get ->
          get.replyTo().tell(new MarketDataQuery.Bars(List.of(), List.of()));
      case MarketDataQuery.GetScores scores -> {}
      case MarketDataQuery.GetRates rates -> {}
      case MarketDataQuery.GetRateHistory rates -> {}
      case MarketDataQuery.GetMetrics metrics -> {}
    }
    return Behaviors.same();
  }

  private static Behavior<ValuationQuery> onValuation(ValuationQuery query) {
    if (query instanceof ValuationQuery.GetValuation get) {
      get.replyTo().tell(new ValuationQuery.Unreadable("no valuation here"));
    }
    return Behaviors.same();
  }
}
