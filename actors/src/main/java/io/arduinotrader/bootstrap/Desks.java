package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.gateway.answers.AnswerDesk;
import io.arduinotrader.jobs.JobScheduler;
import io.arduinotrader.jobs.JobWork;
import io.arduinotrader.lifeline.EntryGuard;
import io.arduinotrader.optimization.OptimizationDesk;
import io.arduinotrader.optimization.OptimizationWorker;
import io.arduinotrader.persistence.readmodel.AnswerTable;
import io.arduinotrader.persistence.readmodel.CashTable;
import io.arduinotrader.persistence.readmodel.EventTable;
import io.arduinotrader.persistence.readmodel.PlanTable;
import io.arduinotrader.persistence.readmodel.PriceTable;
import io.arduinotrader.persistence.readmodel.RateTable;
import io.arduinotrader.persistence.readmodel.ScoreTable;
import io.arduinotrader.persistence.readmodel.TradeTable;
import io.arduinotrader.planning.EffectiveSettings;
import io.arduinotrader.planning.HindsightDesk;
import io.arduinotrader.planning.PlanIndexDesk;
import io.arduinotrader.planning.PlanningDesk;
import io.arduinotrader.planning.PlanningWorker;
import io.arduinotrader.portfolio.LedgerDesk;
import io.arduinotrader.portfolio.ValuationDesk;
import io.arduinotrader.replay.JournalDesk;
import io.arduinotrader.replay.ReplayDesk;
import io.arduinotrader.scoring.ScoringDesk;
import io.arduinotrader.scoring.ScoringWorker;
import io.arduinotrader.scoring.Standards;
import io.arduinotrader.universe.FeedDesk;
import io.arduinotrader.universe.MarketDataDesk;
import io.arduinotrader.universe.MarketHorizon;
import io.arduinotrader.universe.MarketTables;
import io.arduinotrader.universe.Threads;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.ClusterSingletonSettings;
import org.apache.pekko.cluster.typed.SingletonActor;

/** The desks and workers of this node, by its roles. One that fails is started again. */
final class Desks {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final ActorContext<?> context;
  private final House house;

  private Desks(ActorContext<?> context, House house) {
    this.context = context;
    this.house = house;
  }

  static void start(ActorContext<?> context, House house) {
    Desks desks = new Desks(context, house);
    desks.spawn(
        JournalDesk.create(house.database().durability(), house.tableThreads()), "journal-desk");
    if (house.has(ServiceRole.UNIVERSE)) {
      desks.universe();
    }
    if (house.has(ServiceRole.PORTFOLIO)) {
      desks.portfolio();
    }
    if (house.has(ServiceRole.SCORING)) {
      desks.scoring();
    }
    if (house.has(ServiceRole.OPTIMIZATION)) {
      desks.optimization();
    }
    if (house.has(ServiceRole.PLANNING)) {
      desks.planning();
    }
    desks.jobs();
  }

  private void universe() {
    MarketTables tables =
        new MarketTables(
            new PriceTable(house.database()),
            new RateTable(house.database()),
            new ScoreTable(house.database()));
    MarketHorizon horizon = new MarketHorizon(house.clock(), house.calendars());
    Threads threads = new Threads(house.blockingThreads(), house.tableThreads());
    spawn(
        FeedDesk.create(
            Feeds.of(house.settings(), house.calendars()),
            tables,
            horizon,
            house.rooms(),
            threads,
            ANSWER),
        "feed-desk");
    spawn(
        MarketDataDesk.create(tables, horizon, house.rooms(), threads, ANSWER, Optional.empty()),
        "market-data-desk");
  }

  private void portfolio() {
    // one table of answers for all boards, beside the books that the keyed commands change
    spawn(
        AnswerDesk.create(new AnswerTable(house.database()), house.wall(), house.tableThreads()),
        "answer-desk");
    spawn(
        ValuationDesk.create(
            house.rooms(), house.marketTime(), house.settings().accountZone(), ANSWER),
        "valuation-desk");
    spawn(
        LedgerDesk.create(
            new TradeTable(house.database()),
            new CashTable(house.database()),
            house.tableThreads()),
        "ledger-desk");
    // only where the books are written is the journal of an account
    spawn(
        ReplayDesk.create(
            new EventTable(house.database()), house.rooms(), house.replayThreads(), ANSWER),
        "replay-desk");
  }

  private void scoring() {
    TraderSettings.Pools pools = house.settings().pools();
    spawn(
        ScoringDesk.create(
            house.rooms(),
            house.clock(),
            new ScoringDesk.Limits(pools.queueLimit(), pools.jobTimeout(), pools.jobTimeout()),
            Standards.of(
                house.settings().optimization(),
                EffectiveSettings.ofNode(house.settings()),
                house.settings().trading().minimumHoldDays())),
        "scoring-desk");
    workers(ScoringWorker.create(house.marketTime()), "scoring-worker");
  }

  private void optimization() {
    spawn(
        OptimizationDesk.create(house.rooms(), house.clock(), house.calendars(), house.settings()),
        "optimization-desk");
    workers(OptimizationWorker.create(), "optimization-worker");
  }

  private void planning() {
    spawn(
        PlanningDesk.create(
            house.rooms(), house.marketTime(), house.settings(), house.computeThreads()),
        "planning-desk");
    spawn(
        PlanIndexDesk.create(new PlanTable(house.database()), house.tableThreads()),
        "plan-index-desk");
    spawn(
        HindsightDesk.create(new EventTable(house.database()), house.replayThreads()),
        "hindsight-desk");
    // they compute on threads apart, and must hear while they do
    workers(PlanningWorker.create(house.computeThreads()), "planning-worker", Props.empty());
  }

  private void jobs() {
    ClusterSingleton.get(house.system())
        .init(
            SingletonActor.of(
                    guarded(
                        house,
                        JobScheduler.create(
                            house.wall(),
                            house.settings().accountZone(),
                            house.settings().jobs(),
                            new JobWork(house.rooms(), house.settings().cycle().stageTimeout()))),
                    "jobs")
                .withSettings(
                    ClusterSingletonSettings.create(house.system())
                        .withRole(ServiceRole.GATEWAY.role())));
  }

  private <T> void workers(Behavior<T> worker, String name) {
    workers(worker, name, house.compute());
  }

  private <T> void workers(Behavior<T> worker, String name, Props place) {
    int configured = house.settings().pools().workers();
    int count =
        configured > 0 ? configured : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    for (int i = 1; i <= count; i++) {
      context.spawn(supervised(worker), name + "-" + i, place);
    }
  }

  private <T> void spawn(Behavior<T> desk, String name) {
    context.spawn(guarded(house, desk), name, Props.empty());
  }

  /** A desk that other nodes can call. */
  static <T> Behavior<T> guarded(House house, Behavior<T> desk) {
    return EntryGuard.before(supervised(desk), house.lines());
  }

  static <T> Behavior<T> supervised(Behavior<T> behavior) {
    return Behaviors.supervise(behavior)
        .onFailure(
            SupervisorStrategy.restartWithBackoff(
                Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
  }
}
