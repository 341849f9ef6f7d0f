package io.arduinotrader.trading.simulation;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.arduinotrader.gateway.cycle.CycleEntity;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.planning.PlanEntity;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.portfolio.ValuationDesk;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
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
  private static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");
  private static final Duration BUDGET = Duration.ofSeconds(3);
  private static final Duration STAGE = Duration.ofMinutes(5);
  private static final int MOST_STEPS = 5;
  private static final MarketCalendars CALENDARS = MarketCalendars.load();
  private static final ActorSystem<Void> SYSTEM =
      ActorSystem.create(Behaviors.empty(), "simulation", config());
  private static final PersistenceTestKit JOURNAL = PersistenceTestKit.create(SYSTEM);
  private static long actors;

  final NaiveModel model = new NaiveModel();
  private final Scenario scenario;
  final HostileBroker broker;
  final HouseRooms rooms = new HouseRooms(this::spawn, this::stop, SYSTEM.scheduler());
  private final Duration start = VirtualScheduler.elapsed();
  private final List<ActorRef<?>> desks = new ArrayList<>();

  SimulatedHouse(Scenario scenario) {
    this.scenario = scenario;
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
    rooms.kind(UniverseCommand.KEY, id -> SimulatedWorld.universe());
    rooms.kind(CycleCommand.KEY, id -> cycle(new AccountId(id)));
    rooms.kind(PlanCommand.KEY, id -> PlanEntity.create(new PortfolioHash(id), this::now));
    rooms.desk(MarketDataQuery.KEY, desk(SimulatedWorld.prices(this::now)));
    rooms.desk(FeedCommand.KEY, desk(SimulatedWorld.feed()));
    rooms.desk(ScoringCommand.KEY, desk(SimulatedWorld.scoring()));
    rooms.desk(OptimizationCommand.KEY, desk(SimulatedWorld.optimization()));
    rooms.desk(
        PlanningCommand.KEY,
        desk(SimulatedPlanning.create(rooms, this::now, this::wanted, BUDGET)));
    rooms.desk(
        ValuationQuery.KEY, desk(ValuationDesk.create(rooms, this::now, ZoneOffset.UTC, BUDGET)));
    rooms.desk(
        BrokerCommand.KEY,
        desk(
            Reconciler.create(
                ACCOUNT,
                rooms,
                watch,
                desk,
                limits,
                new Reconciler.Rhythm(Duration.ofSeconds(5), Duration.ofDays(3)),
                this::now)));
  }

  private Behavior<CycleCommand> cycle(AccountId account) {
    return CycleEntity.create(account, rooms, this::now, MOST_STEPS, STAGE);
  }

  /** What the cycle that runs is to trade. */
  private List<Scenario.Trade> wanted() {
    return scenario.cycles().stream()
        .filter(cycle -> model.cycle.running().filter(cycle.id()::equals).isPresent())
        .map(Scenario.Cycle::plan)
        .findFirst()
        .orElse(List.of());
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
}
