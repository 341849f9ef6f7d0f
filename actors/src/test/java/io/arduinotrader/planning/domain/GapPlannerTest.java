package io.arduinotrader.planning.domain;

import static io.arduinotrader.planning.domain.Jobs.ISINS;
import static io.arduinotrader.planning.domain.Jobs.blocked;
import static io.arduinotrader.planning.domain.Jobs.candidate;
import static io.arduinotrader.planning.domain.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class GapPlannerTest {

  @Test
  void whatIsTooHeavyIsSoldBeforeWhatIsMissingIsBought() {
    Plan plan = plan(job("2000", candidate(0, 20, 0.5), candidate(1, 60, 0.3)));

    assertThat(plan.steps())
        .extracting(Plan.Step::number, Plan.Step::side, Plan.Step::isin, Plan.Step::quantity)
        .containsExactly(
            step(1, Side.SELL, 1, "30"), //
            step(2, Side.BUY, 0, "30"));
    assertThat(plan.rejected()).isEmpty();
    assertThat(plan.status()).isEqualTo(Plan.Status.READY);
  }

  @Test
  void theLargestGapsAreClosedFirstAndEqualOnesInTheOrderOfIsins() {
    Plan plan =
        plan(
            job(
                "1000",
                candidate(3, 0, 0.2),
                candidate(2, 0, 0.2),
                candidate(1, 0, 0.4),
                candidate(0, 40, 0.1),
                candidate(4, 50, 0.1)));

    assertThat(plan.steps())
        .extracting(Plan.Step::side, Plan.Step::isin)
        .startsWith(
            tuple(Side.SELL, ISINS.get(4)),
            tuple(Side.SELL, ISINS.get(0)),
            tuple(Side.BUY, ISINS.get(1)),
            tuple(Side.BUY, ISINS.get(2)));
  }

  @Test
  void theSumsAndScoresOfAPlanAreThoseOfItsSteps() {
    Plan plan = plan(job("2000", candidate(0, 20, 0.5), candidate(1, 60, 0.3)));

    assertThat(plan.value()).isEqualTo(euros("6000.00"));
    // 3,000 less 9.50 come in, 3,000 and 9.50 go out
    assertThat(plan.cashNeeded()).isEqualTo(euros("19.00"));
    assertThat(plan.scoreBefore()).isEqualTo(70, within(1e-9));
    // 19 of 10,000 are spent: cash ends that much below its fifth, positions above their shares
    assertThat(plan.score()).isCloseTo(100 * (1 - 0.8 * 19 / 9981), within(1e-9));
    assertThat(plan.id()).isEqualTo(job("0").id());
    assertThat(plan.inputsHash()).isEqualTo(Jobs.INPUTS);
    assertThat(plan.createdAt()).isEqualTo(Jobs.NOW);
  }

  @Test
  void aStepSaysWhyInFigures() {
    Job job = job("2000", Jobs.scored(candidate(0, 20, 0.5), 0.731), candidate(1, 60, 0.3));

    Plan.Step sell = plan(job).steps().get(0);
    Plan.Step buy = plan(job).steps().get(1);

    assertThat(sell.reasons())
        .containsExactly(
            "S1 is 60.00 % of the portfolio and only 30.00 % is wanted; 30.00 points is too much.",
            "30 shares at 100 EUR are worth 3000.00 EUR and bring the weight to 30.00 %.",
            "Commission and spread come to 9.50 EUR, 0.32 % of the value.");
    assertThat(buy.reasons())
        .containsExactly(
            "S0 is 20.00 % of the portfolio and 50.00 % is wanted; 30.00 points is missing.",
            "30 shares at 100 EUR are worth 3000.00 EUR and bring the weight to 50.00 %.",
            "Commission and spread come to 9.50 EUR, 0.32 % of the value.",
            "Its score is 73 of 100.");
    assertThat(buy.figures())
        .containsExactly(
            new Plan.Figure("current_weight", 0.2),
            new Plan.Figure("target_weight", 0.5),
            new Plan.Figure("weight_after", 0.5),
            new Plan.Figure("score", 0.731));
    assertThat(buy.value()).isEqualTo(euros("3000.00"));
    assertThat(buy.cost()).isEqualTo(euros("9.50"));
    assertThat(buy.price()).isEqualTo(Price.of("100", Currency.EUR));
  }

  @Test
  void aGapOfExactlySoManyLotsIsClosed() {
    // the weights 0.3 and 0.2 differ by less than 0.1 when they are binary fractions
    Plan plan = plan(job("700", new Bounds().free().limits(), candidate(0, 3, 0.2)));

    assertThat(plan.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.quantity()).isEqualTo(Quantity.of(1)));
  }

  @Test
  void aGapOfExactlyTheToleranceIsClosedAndASmallerOneIsLeftAlone() {
    assertThat(
            plan(job("5000", new Bounds().free().tolerance(0.1).limits(), candidate(0, 50, 0.6)))
                .steps())
        .hasSize(1);

    Plan plan =
        plan(job("5000", new Bounds().free().tolerance(0.11).limits(), candidate(0, 50, 0.6)));

    assertThat(plan.steps()).isEmpty();
    assertRejected(
        plan, Side.BUY, RefusalCode.WITHIN_TOLERANCE, "S0 is 10.00 points from its target");
  }

  @Test
  void aSecurityThatIsNoLongerWantedGoesCompletelyWhateverTheTolerance() {
    Plan plan = plan(job("9600", new Bounds().tolerance(0.1).limits(), candidate(0, 4, 0.0)));

    assertThat(plan.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.quantity()).isEqualTo(Quantity.of(4)));
  }

  @Test
  void whatIsBlockedIsNamedWithItsReason() {
    Plan plan = plan(job("5000", blocked(candidate(0, 50, 0.1)), blocked(candidate(1, 0, 0.4))));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected())
        .containsExactly(
            new Plan.Rejected(
                Side.SELL,
                ISINS.get(0),
                Jobs.symbol(0),
                Jobs.BLOCKED.code(),
                Jobs.BLOCKED.message()),
            new Plan.Rejected(
                Side.BUY,
                ISINS.get(1),
                Jobs.symbol(1),
                Jobs.BLOCKED.code(),
                Jobs.BLOCKED.message()));
  }

  @Test
  void lessThanALotIsNeverTraded() {
    Plan plan =
        plan(
            job(
                "9950",
                Jobs.priced(
                    candidate(0, 0, 0.02),
                    "10",
                    Price.of("100", Currency.EUR),
                    candidate(0, 0, 0).rate())));

    assertThat(plan.steps()).isEmpty();
    assertRejected(plan, Side.BUY, RefusalCode.LOT_SIZE, "the gap is less than one lot");
  }

  @Test
  void withoutCandidatesThereIsNothingToDo() {
    Plan plan = plan(job("1000"));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected()).isEmpty();
    assertThat(plan.score()).isEqualTo(plan.scoreBefore()).isEqualTo(100);
    assertThat(plan.value()).isEqualTo(euros("0.00"));
    assertThat(plan.cashNeeded()).isEqualTo(euros("0.00"));
  }

  @Test
  void aPlanThatImprovesNothingHasNoSteps() {
    // selling moves ten points from one overweight to another, the cash, and costs something
    Plan plan = plan(job("4000", candidate(0, 60, 0.5), blocked(candidate(1, 0, 0.4))));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.score()).isEqualTo(plan.scoreBefore());
    assertThat(plan.value()).isEqualTo(euros("0.00"));
    assertThat(plan.cashNeeded()).isEqualTo(euros("0.00"));
  }

  static Plan plan(Job job) {
    return GapPlanner.plan(job, Jobs.INPUTS);
  }

  static void assertRejected(Plan plan, Side side, RefusalCode code, String reason) {
    assertThat(plan.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.side()).isEqualTo(side);
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.reason()).isEqualTo(reason);
            });
  }

  private static Tuple step(int number, Side side, int security, String quantity) {
    return tuple(number, side, ISINS.get(security), Quantity.of(quantity));
  }

  private static Money euros(String amount) {
    return Money.of(amount, Currency.EUR);
  }
}
