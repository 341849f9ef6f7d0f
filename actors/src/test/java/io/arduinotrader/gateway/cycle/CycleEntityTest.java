package io.arduinotrader.gateway.cycle;

import static io.arduinotrader.gateway.cycle.domain.CycleSamples.CYCLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.PLAN;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.PLAN_ID;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.gateway.cycle.domain.CycleSamples;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.EntityKit;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CycleEntityTest {

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
  void aCycleGoesThroughItsStagesAndTradesThePlan() {
    house.startCycle(false);
    house.prepare();
    PlanningCommand.CreatePlan asked = house.plan(new PlanProgress.Made(PLAN));
    OrderCommand.Place sale = house.trade(1);
    house.trade(2);
    house.mark();

    List<CycleProgress> heard = CycleHouse.all(house.caller);
    CycleView end = ((CycleProgress.Ended) heard.getLast()).view();
    assertThat(asked.targets()).isEqualTo(TARGETS);
    assertThat(sale.intent())
        .isEqualTo(
            new Intent(
                new IntentId("c-1#1"),
                house.account,
                PLAN.steps().getFirst().isin(),
                PLAN.steps().getFirst().symbol(),
                PLAN.steps().getFirst().side(),
                PLAN.steps().getFirst().quantity(),
                OrderType.MARKET,
                Optional.empty(),
                Optional.empty(),
                TimeInForce.DAY,
                Intent.Origin.CYCLE,
                "plan 3fa2b1c0-1 step 1"));
    assertThat(end.running()).isFalse();
    assertThat(end.failure()).isEmpty();
    assertThat(end.completed()).containsExactly(Stage.values());
    assertThat(end.plan()).contains(PLAN_ID);
    assertThat(end.steps()).extracting(StepOutcome::success).containsExactly(true, true);
    assertThat(end.notes())
        .containsExactly(
            "The broker's books are ours. Prices of 2 securities are fresh.",
            "0 securities are scored, 1 have no score.",
            "2 securities are wanted, clipped by target risk. expected return: 11.00 % asked, 9.00"
                + " % attainable. The target return is out of reach. Inputs "
                + Digest.EMPTY
                + ".",
            "Plan 3fa2b1c0-1 has 2 steps.",
            "2 of 2 trades were made.");
    assertProgress(heard, Stage.values());
  }

  @Test
  void whoeverShowsPlansIsToldWhereThePlanStands() {
    house.startCycle(false);
    house.prepare();
    house.plan(PLAN);
    house.trade(1);
    house.trade(2);

    assertThat(house.plans().receiveSeveralMessages(3))
        .extracting(message -> ((PlanCommand.MarkPlan) message).status())
        .containsExactly(Plan.Status.EXECUTING, Plan.Status.EXECUTING, Plan.Status.COMPLETED);
  }

  @Test
  void aDryRunEndsBeforeAnyOrder() {
    house.startCycle(true);
    house.prepare();
    house.plan(PLAN);

    List<CycleProgress> heard = CycleHouse.all(house.caller);
    CycleView end = ((CycleProgress.Ended) heard.getLast()).view();
    assertThat(end.dryRun()).isTrue();
    assertThat(end.failure()).isEmpty();
    assertThat(end.plan()).contains(PLAN_ID);
    assertThat(end.steps()).isEmpty();
    assertProgress(heard, Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE, Stage.PLAN);
    house.order(1).expectNoMessage();
    house.plans().expectNoMessage();
  }

  @Test
  void noMoreTradesAreMadeThanAllowed() {
    house.restartWith(1);
    house.startCycle(false);
    house.prepare();
    house.plan(PLAN);
    house.trade(1);
    house.mark();

    assertThat(house.ended().view().steps()).hasSize(1);
    house.order(2).expectNoMessage();
  }

  @Test
  void aPlanWithoutStepsIsAGoodEnd() {
    house.startCycle(false);
    house.prepare();
    house.plan(CycleSamples.plan());
    house.mark();

    CycleView end = house.ended().view();
    assertThat(end.failure()).isEmpty();
    assertThat(end.notes()).contains("Plan 3fa2b1c0-1: no trade is worth making.");
    assertThat(end.notes()).endsWith("0 of 0 trades were made.");
  }

  @Test
  void aTradeThatIsRefusedDoesNotStopTheNext() {
    house.startCycle(false);
    house.prepare();
    house.plan(PLAN);
    OrderCommand.Place sale = house.place(1);
    Refusal closed = Refusal.of(RefusalCode.MARKET_CLOSED, "it is Sunday");
    sale.replyTo()
        .tell(
            new OrderReply.Known(
                CycleSamples.order(sale.intent(), OrderPhase.REJECTED, Optional.of(closed))));
    house.trade(2);
    house.mark();

    CycleView end = house.ended().view();
    assertThat(end.failure()).isEmpty();
    assertThat(end.steps())
        .extracting(StepOutcome::success, StepOutcome::reason)
        .containsExactly(tuple(false, "it is Sunday"), tuple(true, ""));
    assertThat(end.notes()).endsWith("1 of 2 trades were made.");
  }

  @Test
  void aSecondCycleIsRefusedAndNamesTheFirst() {
    house.startCycle(false);
    TestProbe<CycleProgress> other = KIT.createTestProbe();

    house.tell(new CycleCommand.StartCycle(new CycleId("c-2"), false, false, other.getRef()));

    Refusal refusal = other.expectMessageClass(CycleProgress.Refused.class).refusal();
    assertThat(refusal).isEqualTo(Refusal.of(RefusalCode.ALREADY_RUNNING, "cycle c-1 is running"));
  }

  @Test
  void theSameIdAndAWatcherHearTheSameCycle() {
    TestProbe<CycleProgress> again = KIT.createTestProbe();
    TestProbe<CycleProgress> watcher = KIT.createTestProbe();
    house.startCycle(true);
    house.tell(new CycleCommand.StartCycle(CYCLE, true, false, again.getRef()));
    house.tell(new CycleCommand.Watch(watcher.getRef()));
    house.prepare();
    house.plan(PLAN);

    CycleProgress.Ended ended = house.ended();
    assertThat(CycleHouse.all(again).getLast()).isEqualTo(ended);
    assertThat(CycleHouse.all(watcher).getLast()).isEqualTo(ended);
    house.broker().expectNoMessage();

    house.tell(new CycleCommand.StartCycle(CYCLE, true, false, again.getRef()));
    again.expectMessage(ended);
    house.broker().expectNoMessage();
  }

  @Test
  void afterOneCycleAnotherMayRun() {
    house.startCycle(true);
    house.prepare();
    house.plan(PLAN);
    house.ended();

    house.tell(new CycleCommand.StartCycle(new CycleId("c-2"), true, false, house.caller.getRef()));
    house.prepare();
    house.plan(PLAN);

    assertThat(house.ended().view().id()).contains(new CycleId("c-2"));
  }

  @Test
  void theViewShowsTheRunningCycle() {
    TestProbe<CycleView> viewer = KIT.createTestProbe();
    house.tell(new CycleCommand.GetCycle(viewer.getRef()));
    assertThat(viewer.receiveMessage().id()).isEmpty();

    house.startCycle(false);
    house.sync();
    house.scoring().receiveMessage();
    house.tell(new CycleCommand.GetCycle(viewer.getRef()));

    CycleView view = viewer.receiveMessage();
    assertThat(view.running()).isTrue();
    assertThat(view.completed()).containsExactly(Stage.SYNC);
  }

  /** Percentages never fall, and every stage is heard of in its turn. */
  static void assertProgress(List<CycleProgress> heard, Stage... stages) {
    List<CycleProgress.At> steps =
        heard.stream()
            .filter(CycleProgress.At.class::isInstance)
            .map(CycleProgress.At.class::cast)
            .toList();
    assertThat(steps).extracting(CycleProgress.At::percent).isSorted();
    assertThat(steps).extracting(CycleProgress.At::percent).allMatch(percent -> percent < 100);
    assertThat(steps.stream().map(CycleProgress.At::stage).distinct()).containsExactly(stages);
    for (CycleProgress.At step : steps) {
      assertThat(step.percent()).isGreaterThanOrEqualTo(step.stage().startsAtPercent());
      assertThat(step.message()).isNotBlank();
    }
  }
}
