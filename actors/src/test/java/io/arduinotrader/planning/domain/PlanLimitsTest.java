package io.arduinotrader.planning.domain;

import static io.arduinotrader.planning.domain.GapPlannerTest.assertRejected;
import static io.arduinotrader.planning.domain.GapPlannerTest.plan;
import static io.arduinotrader.planning.domain.Jobs.ISINS;
import static io.arduinotrader.planning.domain.Jobs.blocked;
import static io.arduinotrader.planning.domain.Jobs.candidate;
import static io.arduinotrader.planning.domain.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import org.junit.jupiter.api.Test;

/** What bounds a plan: costs, steps, positions, the invested share and an expected deposit. */
class PlanLimitsTest {

  @Test
  void aTradeWhoseCostsEatTooMuchOfItIsNotMade() {
    Plan plan = plan(job("9800", new Bounds().limits(), candidate(0, 2, 0.0)));

    assertThat(plan.steps()).isEmpty();
    assertRejected(
        plan,
        Side.SELL,
        RefusalCode.COST_RATIO_HIGH,
        "2.50 EUR costs are too much for a trade of 200.00 EUR");
    assertThat(
            plan(job("9800", new Bounds().costRatio("0.0125").limits(), candidate(0, 2, 0.0)))
                .steps())
        .hasSize(1);
  }

  @Test
  void aPlanHasNoMoreStepsThanAllowed() {
    Plan plan =
        plan(
            job(
                "10000",
                new Bounds().steps(2).limits(),
                candidate(0, 0, 0.3),
                candidate(1, 0, 0.2),
                candidate(2, 0, 0.1)));

    assertThat(plan.steps())
        .extracting(Plan.Step::isin)
        .containsExactly(ISINS.get(0), ISINS.get(1));
    assertRejected(plan, Side.BUY, RefusalCode.PLAN_FULL, "the plan has all its steps");
  }

  @Test
  void onlyTheLargestTargetsCountWhenPositionsAreBounded() {
    Plan plan =
        plan(
            job(
                "10000",
                new Bounds().positions(2).limits(),
                candidate(0, 0, 0.1),
                candidate(1, 0, 0.3),
                candidate(2, 0, 0.2)));

    assertThat(plan.steps())
        .extracting(Plan.Step::isin)
        .containsExactly(ISINS.get(1), ISINS.get(2));
    assertThat(plan.rejected()).isEmpty();
  }

  @Test
  void aPositionThatCannotBeSoldKeepsItsPlace() {
    Plan plan =
        plan(
            job(
                "9000",
                new Bounds().positions(2).limits(),
                blocked(candidate(0, 10, 0.0)),
                candidate(1, 0, 0.5),
                candidate(2, 0, 0.3)));

    assertThat(plan.steps()).extracting(Plan.Step::isin).containsExactly(ISINS.get(1));
    assertThat(plan.rejected())
        .extracting(Plan.Rejected::isin, Plan.Rejected::side, Plan.Rejected::code)
        .containsExactly(
            tuple(ISINS.get(0), Side.SELL, RefusalCode.PENDING_ORDER),
            tuple(ISINS.get(2), Side.BUY, RefusalCode.PLAN_FULL));
  }

  @Test
  void theInvestedTargetScalesAllTargets() {
    Plan plan =
        plan(
            job(
                "10000",
                new Bounds().invested("0.9").limits(),
                candidate(0, 0, 0.3),
                candidate(1, 0, 0.3)));

    assertThat(plan.steps()).extracting(Plan.Step::quantity).containsOnly(Quantity.of(45));
  }

  @Test
  void anExpectedDepositMendsAnOverweightWithoutASale() {
    Plan without = plan(job("4000", new Bounds().limits(), candidate(0, 60, 0.5)));
    Plan with = plan(job("4000", new Bounds().deposit("2000").limits(), candidate(0, 60, 0.5)));

    assertThat(without.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.quantity()).isEqualTo(Quantity.of(10)));
    assertThat(with.steps()).isEmpty();
    assertRejected(
        with, Side.SELL, RefusalCode.WITHIN_TOLERANCE, "S0 is 0.00 points from its target");
  }
}
