package io.arduinotrader.gateway.cycle;

import static io.arduinotrader.gateway.cycle.domain.CycleSamples.NOW;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.TARGETS;

import io.arduinotrader.gateway.cycle.domain.CycleSamples;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.WeightEvidence;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.ProbeRooms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** One account's cycle, with the test answering for every other room. */
final class CycleHouse {

  static final Duration STAGE = Duration.ofMinutes(5);
  static final int MAXIMUM_TRADES = 5;

  private static int accounts;

  final ProbeRooms rooms;
  final AccountId account = new AccountId("account-" + ++accounts);
  final TestProbe<CycleProgress> caller;

  private final ActorTestKit kit;
  private ActorRef<CycleCommand> entity;

  CycleHouse(ActorTestKit kit) {
    this.kit = kit;
    this.rooms = new ProbeRooms(kit);
    this.caller = kit.createTestProbe();
    this.entity = spawn(MAXIMUM_TRADES);
  }

  private ActorRef<CycleCommand> spawn(int maximumTrades) {
    return kit.spawn(CycleEntity.create(account, rooms, () -> NOW, maximumTrades, STAGE));
  }

  void tell(CycleCommand command) {
    entity.tell(command);
  }

  void startCycle(boolean dryRun) {
    tell(new CycleCommand.StartCycle(CycleSamples.CYCLE, dryRun, false, caller.getRef()));
  }

  /** The process is gone and another one takes over from what is stored. */
  void crash() {
    end();
    entity = spawn(MAXIMUM_TRADES);
  }

  void restartWith(int maximumTrades) {
    end();
    entity = spawn(maximumTrades);
  }

  void end() {
    kit.stop(entity);
  }

  TestProbe<BrokerCommand> broker() {
    return rooms.desk(BrokerCommand.KEY);
  }

  TestProbe<FeedCommand> feed() {
    return rooms.desk(FeedCommand.KEY);
  }

  TestProbe<ValuationQuery> valuation() {
    return rooms.desk(ValuationQuery.KEY);
  }

  TestProbe<ScoringCommand> scoring() {
    return rooms.desk(ScoringCommand.KEY);
  }

  TestProbe<OptimizationCommand> optimization() {
    return rooms.desk(OptimizationCommand.KEY);
  }

  TestProbe<PlanningCommand> planning() {
    return rooms.desk(PlanningCommand.KEY);
  }

  TestProbe<PlanCommand> plans() {
    return rooms.entity(PlanCommand.KEY, CycleSamples.PLAN_ID.portfolioHash().value());
  }

  TestProbe<OrderCommand> order(int step) {
    return rooms.entity(OrderCommand.KEY, CycleSamples.CYCLE.value() + "#" + step);
  }

  TestProbe<PortfolioCommand> portfolio() {
    return rooms.entity(PortfolioCommand.KEY, account.value());
  }

  void sync() {
    reconcile(true);
    FeedCommand.SyncPrices sync = feed().expectMessageClass(FeedCommand.SyncPrices.class);
    sync.replyTo().tell(new FeedCommand.Synced(0, 0, 2, Optional.empty(), ""));
    sync.replyTo().tell(new FeedCommand.Synced(1, 0, 2, Optional.of(CycleSamples.SAP), ""));
    sync.replyTo().tell(new FeedCommand.SyncEnded(2, 0, 2, ""));
    mark();
  }

  void reconcile(boolean ready) {
    broker().expectMessageClass(BrokerCommand.Reconcile.class).replyTo().tell(readyBroker(ready));
  }

  static BrokerView readyBroker(boolean ready) {
    return new BrokerView(ready, ready, Optional.of(NOW), Optional.of(NOW), List.of());
  }

  void mark() {
    Money total = Money.of("10000.00", Currency.EUR);
    valuation()
        .expectMessageClass(ValuationQuery.MarkToday.class)
        .replyTo()
        .tell(
            new ValuationQuery.Marked(
                new DayValue(
                    LocalDate.parse("2026-05-04"), total, total, Money.zero(Currency.EUR))));
  }

  void score() {
    scoring()
        .expectMessageClass(ScoringCommand.ScoreSecurities.class)
        .replyTo()
        .tell(
            new ScoringReply.Scored(
                List.of(),
                List.of(
                    new ScoringReply.Unscored(
                        CycleSamples.SAP, ScoringReply.Unscored.Cause.UNSCORABLE, "young")),
                ""));
  }

  void optimize() {
    List<AllocationReply.TargetWeight> weights = new ArrayList<>();
    for (PlanningCommand.TargetWeight target : TARGETS) {
      weights.add(
          new AllocationReply.TargetWeight(
              target.isin(), new Symbol("ANY"), 0, target.weight(), ""));
    }
    optimization()
        .expectMessageClass(OptimizationCommand.OptimizeAllocation.class)
        .replyTo()
        .tell(
            new AllocationReply.Allocated(
                weights,
                List.of(),
                new AllocationReply.Figures(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    1,
                    1),
                OptimizationWork.Status.CLIPPED,
                List.of("expected return: 11.00 % asked, 9.00 % attainable"),
                "target risk",
                List.of("The target return is out of reach."),
                List.of(),
                List.of(),
                new WeightEvidence(Digest.EMPTY, List.of())));
  }

  /** Everything before the planning. */
  void prepare() {
    sync();
    score();
    optimize();
  }

  PlanningCommand.CreatePlan plan(PlanProgress end) {
    PlanningCommand.CreatePlan asked =
        planning().expectMessageClass(PlanningCommand.CreatePlan.class);
    asked.replyTo().tell(new PlanProgress.At(CycleSamples.PLAN_ID, 20, "building context"));
    asked.replyTo().tell(new PlanProgress.At(CycleSamples.PLAN_ID, 80, "evaluating sequences"));
    asked.replyTo().tell(end);
    return asked;
  }

  void plan(Plan plan) {
    plan(new PlanProgress.Made(plan));
  }

  OrderCommand.Place place(int step) {
    return order(step).expectMessageClass(OrderCommand.Place.class);
  }

  /** The order of a step is placed and executed as planned. */
  OrderCommand.Place trade(int step) {
    OrderCommand.Place place = place(step);
    Plan.Step planned = CycleSamples.PLAN.steps().get(step - 1);
    place
        .replyTo()
        .tell(
            new OrderReply.Known(
                CycleSamples.order(
                    place.intent(),
                    OrderPhase.FILLED,
                    Optional.empty(),
                    CycleSamples.fill(
                        place.intent(), "f-" + step, "10", planned.price(), "2.00"))));
    return place;
  }

  /** Everything a listener hears up to the end. */
  static List<CycleProgress> all(TestProbe<CycleProgress> listener) {
    List<CycleProgress> heard = new ArrayList<>();
    do {
      heard.add(listener.receiveMessage());
    } while (heard.getLast() instanceof CycleProgress.At);
    return heard;
  }

  /** Waits for the word that so much is done; whoever spoke it is up and its timers run. */
  void hears(int percent) {
    CycleProgress heard;
    do {
      heard = caller.receiveMessage();
    } while (!(heard instanceof CycleProgress.At at && at.percent() == percent));
  }

  CycleProgress.Ended ended() {
    return (CycleProgress.Ended) all(caller).getLast();
  }

  PortfolioView books() {
    return new PortfolioView(
        account, 1, Digest.EMPTY, List.of(), List.of(), List.of(), Optional.of(NOW));
  }
}
