package io.arduinotrader.gateway.cycle;

import static io.arduinotrader.gateway.cycle.domain.CycleSamples.CYCLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.support.EntityKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cycle whose process ends goes on where it was, as soon as the account's entity is up again. */
class CycleRestartTest {

  private static final ActorTestKit KIT = EntityKit.journaling();

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
  void theFirstUnfinishedStageIsDoneAgainAndNoFinishedOne() {
    house.startCycle(false);
    house.broker().expectMessageClass(BrokerCommand.Reconcile.class);

    house.crash();
    house.sync();
    house.scoring().expectMessageClass(ScoringCommand.ScoreSecurities.class);
    house.crash();
    house.score();
    house.optimization().expectMessageClass(OptimizationCommand.OptimizeAllocation.class);
    house.crash();
    house.optimize();
    PlanningCommand.CreatePlan before =
        house.planning().expectMessageClass(PlanningCommand.CreatePlan.class);
    house.crash();
    PlanningCommand.CreatePlan after =
        house.planning().expectMessageClass(PlanningCommand.CreatePlan.class);

    assertThat(after.targets()).isEqualTo(before.targets()).hasSize(2);
    house.broker().expectNoMessage();
    house.feed().expectNoMessage();
    house.scoring().expectNoMessage();
    house.optimization().expectNoMessage();
    assertThat(view().completed()).containsExactly(Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE);
  }

  @Test
  void aStepIsSentAgainUnderTheSameIntentAndAFinishedOneIsNot() {
    house.startCycle(false);
    house.prepare();
    house.plan(PLAN);
    OrderCommand.Place before = house.place(1);

    house.crash();
    OrderCommand.Place after = house.trade(1);
    assertThat(after.intent()).isEqualTo(before.intent());

    OrderCommand.Place second = house.place(2);
    house.crash();
    assertThat(house.trade(2).intent()).isEqualTo(second.intent());
    house.mark();

    TestProbe<CycleProgress> watcher = KIT.createTestProbe();
    house.tell(new CycleCommand.Watch(watcher.getRef()));
    CycleView end = ((CycleProgress.Ended) CycleHouse.all(watcher).getLast()).view();
    assertThat(end.steps()).extracting(StepOutcome::success).containsExactly(true, true);
    assertThat(end.failure()).isEmpty();
    house.order(1).expectNoMessage();
    house.planning().expectNoMessage();
  }

  @Test
  void whoeverWatchesAfterARestartHearsTheRest() {
    house.startCycle(true);
    house.sync();
    house.scoring().expectMessageClass(ScoringCommand.ScoreSecurities.class);
    house.crash();
    TestProbe<CycleProgress> again = KIT.createTestProbe();

    house.tell(new CycleCommand.StartCycle(CYCLE, true, false, again.getRef()));
    house.score();
    house.optimize();
    house.plan(PLAN);

    assertThat(((CycleProgress.Ended) CycleHouse.all(again).getLast()).view().completed())
        .containsExactly(Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE, Stage.PLAN);
  }

  @Test
  void anEndedCycleIsNotTakenUp() {
    house.startCycle(true);
    house.prepare();
    house.plan(PLAN);
    CycleProgress.Ended ended = house.ended();

    house.crash();

    assertThat(view()).isEqualTo(ended.view());
    house.broker().expectNoMessage();
  }

  @Test
  void aCycleThatBeginsWhileTheEntityWakesRunsOnce() {
    house.crash();
    house.startCycle(false);

    house.broker().expectMessageClass(BrokerCommand.Reconcile.class);
    house.broker().expectNoMessage();
  }

  @Test
  void whatWasAskedBeforeTheStopDoesNotComeBack() {
    house.startCycle(false);
    house.reconcile(true);
    FeedCommand.SyncPrices before = house.feed().expectMessageClass(FeedCommand.SyncPrices.class);
    house.crash();
    before.replyTo().tell(new FeedCommand.SyncEnded(2, 0, 2, ""));

    house.reconcile(true);
    house.feed().expectMessageClass(FeedCommand.SyncPrices.class);
    assertThat(view().completed()).isEmpty();
  }

  private CycleView view() {
    TestProbe<CycleView> viewer = KIT.createTestProbe();
    house.tell(new CycleCommand.GetCycle(viewer.getRef()));
    return viewer.receiveMessage();
  }
}
