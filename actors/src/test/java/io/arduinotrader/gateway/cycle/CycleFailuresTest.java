package io.arduinotrader.gateway.cycle;

import static io.arduinotrader.gateway.cycle.CycleEntityTest.assertProgress;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.PLAN;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.PLAN_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.cycle.domain.CycleSamples;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.support.EntityKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the cycle can do without, and what ends it. */
class CycleFailuresTest {

  private static final ActorTestKit KIT = EntityKit.journaling();
  private static final ManualTime TIME = ManualTime.get(KIT.system());

  private final CycleHouse house = new CycleHouse(KIT);

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @AfterEach
  void end() {
    house.end();
  }

  @Test
  void withoutScoresAndTargetsTheCycleGoesOn() {
    house.startCycle(true);
    house.sync();
    house
        .scoring()
        .expectMessageClass(ScoringCommand.ScoreSecurities.class)
        .replyTo()
        .tell(new ScoringReply.Refused(Refusal.of(RefusalCode.UNAVAILABLE, "no prices")));
    house
        .optimization()
        .expectMessageClass(OptimizationCommand.OptimizeAllocation.class)
        .replyTo()
        .tell(new AllocationReply.Infeasible(List.of("SAP needs too much", "so does ASML")));
    PlanningCommand.CreatePlan asked = house.plan(new PlanProgress.Made(PLAN));

    CycleView end = house.ended().view();
    assertThat(asked.targets()).isEmpty();
    assertThat(end.failure()).isEmpty();
    assertThat(end.completed())
        .containsExactly(Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE, Stage.PLAN);
    assertThat(end.notes())
        .contains(
            "The cycle goes on without scoring: no prices.",
            "The cycle goes on without optimizing: SAP needs too much; so does ASML.");
  }

  @Test
  void withoutScoringDeskTheCycleGoesOn() {
    house.rooms.cutOff(ScoringCommand.KEY);
    house.startCycle(true);
    house.sync();
    house.optimize();
    house.plan(PLAN);

    assertThat(house.ended().view().notes())
        .contains("The cycle goes on without scoring: no scoring desk can be reached.");
  }

  @Test
  void withoutPlanTheCycleEnds() {
    house.startCycle(false);
    house.prepare();
    house.plan(new PlanProgress.Failed(PLAN_ID, "no price is known for SAP.DE"));

    List<CycleProgress> heard = CycleHouse.all(house.caller);
    CycleView end = ((CycleProgress.Ended) heard.getLast()).view();
    assertThat(end.failure()).contains("planning: no price is known for SAP.DE");
    assertThat(end.running()).isFalse();
    assertThat(end.completed()).containsExactly(Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE);
    assertProgress(heard, Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE, Stage.PLAN);
  }

  @Test
  void whenPlanningIsRefusedOrUnreachableTheCycleEnds() {
    house.startCycle(false);
    house.prepare();
    house.plan(new PlanProgress.Refused(Refusal.of(RefusalCode.BUSY, "two plans are made")));
    assertThat(house.ended().view().failure()).contains("planning: two plans are made");

    CycleHouse other = new CycleHouse(KIT);
    other.rooms.cutOff(PlanningCommand.KEY);
    other.startCycle(false);
    other.prepare();
    assertThat(other.ended().view().failure())
        .contains("planning: no planning desk can be reached");
    other.end();
  }

  @Test
  void withoutTheBrokerNothingIsDone() {
    house.startCycle(false);
    house.reconcile(false);

    assertThat(house.ended().view().failure()).contains("syncing: the broker does not answer");
    house.feed().expectNoMessage();
    house.scoring().expectNoMessage();
  }

  /** The node with the broker is away; it comes back within the time of the stage. */
  @Test
  void aBrokerThatIsAwayIsWaitedFor() {
    house.rooms.cutOff(BrokerCommand.KEY);
    house.startCycle(true);
    house.hears(0);
    house.rooms.comeBack(BrokerCommand.KEY);
    house
        .broker()
        .awaitAssert(
            () -> {
              TIME.timePasses(Duration.ofSeconds(2));
              return house
                  .broker()
                  .expectMessageClass(BrokerCommand.Reconcile.class, Duration.ofMillis(300));
            })
        .replyTo()
        .tell(CycleHouse.readyBroker(true));
    house
        .feed()
        .expectMessageClass(FeedCommand.SyncPrices.class)
        .replyTo()
        .tell(new FeedCommand.SyncEnded(2, 0, 2, ""));
    house.mark();
    house.score();
    house.optimize();
    house.plan(PLAN);
    assertThat(house.ended().view().failure()).isEmpty();
  }

  @Test
  void oldPricesAreNoReasonToStop() {
    house.startCycle(true);
    house.reconcile(true);
    house
        .feed()
        .expectMessageClass(FeedCommand.SyncPrices.class)
        .replyTo()
        .tell(new FeedCommand.SyncRefused(RefusalCode.ALREADY_RUNNING, "another sync runs"));
    house.mark();
    house.score();
    house.optimize();
    house.plan(PLAN);

    assertThat(house.ended().view().notes())
        .startsWith("The broker's books are ours. Prices were not fetched: another sync runs.");
  }

  @Test
  void aFeedThatCannotBeReachedIsNoReasonToStop() {
    house.rooms.cutOff(FeedCommand.KEY);
    house.startCycle(true);
    house.reconcile(true);
    house.mark();
    house.score();
    house.optimize();
    house.plan(PLAN);

    assertThat(house.ended().view().notes())
        .startsWith(
            "The broker's books are ours. Prices were not fetched: no feed desk can be reached.");
  }

  @Test
  void aFeedThatFallsSilentIsNotWaitedForLong() {
    house.startCycle(true);
    house.reconcile(true);
    house
        .feed()
        .expectMessageClass(FeedCommand.SyncPrices.class)
        .replyTo()
        .tell(new FeedCommand.Synced(1, 0, 2, Optional.of(CycleSamples.SAP), ""));
    house.hears(20);

    TIME.timePasses(CycleHouse.STAGE.dividedBy(3));
    house.mark();
    house.score();
    house.optimize();
    house.plan(PLAN);

    assertThat(house.ended().view().notes().getFirst()).contains("Prices were not fetched");
  }

  @Test
  void anAccountThatCannotBeValuedIsNoReasonToStop() {
    house.startCycle(true);
    house.reconcile(true);
    house
        .feed()
        .expectMessageClass(FeedCommand.SyncPrices.class)
        .replyTo()
        .tell(new FeedCommand.SyncEnded(1, 1, 2, "SAP.DE has no price"));
    house
        .valuation()
        .expectMessageClass(ValuationQuery.MarkToday.class)
        .replyTo()
        .tell(new ValuationQuery.Unreadable("the table is gone"));
    house.score();
    house.optimize();
    house.plan(PLAN);

    assertThat(house.ended().view().notes())
        .startsWith(
            "The broker's books are ours. Prices of 1 securities are fresh, 1 failed: SAP.DE has"
                + " no price. The account could not be valued: the table is gone.");
  }

  @Test
  void aStageThatTakesTooLongIsLeftBehind() {
    house.startCycle(true);
    house.sync();
    ScoringCommand.ScoreSecurities late =
        house.scoring().expectMessageClass(ScoringCommand.ScoreSecurities.class);

    TIME.timePasses(CycleHouse.STAGE);
    house.optimization().expectMessageClass(OptimizationCommand.OptimizeAllocation.class);
    late.replyTo().tell(new ScoringReply.Scored(List.of(), List.of(), ""));
    TIME.timePasses(CycleHouse.STAGE);
    house
        .planning()
        .expectMessageClass(PlanningCommand.CreatePlan.class)
        .replyTo()
        .tell(new PlanProgress.At(PLAN_ID, 20, "building context"));
    house.hears(74);
    TIME.timePasses(CycleHouse.STAGE);

    CycleView end = house.ended().view();
    assertThat(end.completed()).containsExactly(Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE);
    assertThat(end.failure().orElseThrow()).startsWith("planning: ");
  }

  @Test
  void anOrderThatDoesNotAnswerIsLeftToItself() {
    house.startCycle(false);
    house.prepare();
    house.plan(PLAN);
    OrderCommand.Place silent = house.place(1);

    TIME.timePasses(CycleHouse.STAGE.plus(Duration.ofSeconds(1)));
    house.trade(2);
    silent
        .replyTo()
        .tell(
            new OrderReply.Known(
                CycleSamples.order(silent.intent(), OrderPhase.FILLED, Optional.empty())));
    house.mark();

    CycleView end = house.ended().view();
    assertThat(end.failure()).isEmpty();
    assertThat(end.steps()).extracting(StepOutcome::step).containsExactly(1, 2);
    assertThat(end.steps()).extracting(StepOutcome::success).containsExactly(false, true);
    assertThat(end.steps().getFirst().reason())
        .startsWith("no answer yet, the order goes on by itself");
  }
}
