package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.PlanFindings.Scenario;
import io.arduinotrader.protocol.planning.PlanInputs;
import org.junit.jupiter.api.Test;

/** A plan says what it does and why, in sentences and in numbers that agree with each other. */
class ExplanationTest {

  private static final Plan PLAN = plans().plan();

  private static Plans plans() {
    return Plans.with("2000")
        .country("EU", 0.5)
        .country("US", 0.5)
        .set("max_position_share", 0.5)
        .and(
            Stock.number(0)
                .held(80)
                .country("EU")
                .target(0.4)
                .outlook(0.6, 0.02, 0.5, 0.5, 0.5, 0.3))
        .and(
            Stock.number(1)
                .price(50)
                .country("US")
                .target(0.3)
                .outlook(0.8, 0.03, 0.8, 0.7, 0.6, 0.2))
        .and(
            Stock.number(2)
                .price(40)
                .country("US")
                .target(0.1)
                .outlook(0.7, 0.01, 0.6, 0.5, 0.5, 0.2))
        .and(Stock.number(3).country("US").outlook(0.75, 0.01, 0.1, 0.1, 0.1, 0.9));
  }

  @Test
  void theSummarySaysWhatIsDoneAndHowSureThatIs() {
    assertThat(PLAN.findings().summary())
        .containsExactly(
            "Sales pay for purchases that fit better.",
            "3 trades: sold for 4000.00 EUR (S0); bought for 4000.00 EUR (S1, S2).",
            "The score rises from 45.04 to 66.56.",
            "It is the best of 218 sequences of up to 5 of 8 trades: 27 were evaluated, and the"
                + " others cannot be carried out or cannot be better.");
  }

  @Test
  void aStepSaysWhatItCostsAndBringsToTheCent() {
    Plan.Step step = PLAN.steps().get(1);

    assertThat(step.reasons())
        .contains(
            "60 shares at 50 EUR are worth 3000.00 EUR and bring its weight from 0.00 % to 30.00"
                + " %.",
            "Commission and spread come to 9.50 EUR, 0.32 % of the value; 2978.50 EUR of cash is"
                + " left then.")
        .anyMatch(reason -> reason.startsWith("The score goes from "))
        .anyMatch(reason -> reason.startsWith("Without this step the plan would score "));
    assertThat(CorrectionsTest.figure(step, "weight_after")).isCloseTo(0.3, within(1e-9));
    assertThat(CorrectionsTest.figure(step, "target_weight")).isCloseTo(0.3, within(1e-9));
    assertThat(CorrectionsTest.figure(step, "score")).isEqualTo(0.8);
  }

  @Test
  void theStepsLeadFromTheScoreBeforeToTheScoreAfter() {
    double reached = PLAN.scoreBefore();
    for (Plan.Step step : PLAN.steps()) {
      assertThat(CorrectionsTest.figure(step, "score_before")).isCloseTo(reached, within(1e-9));
      reached = CorrectionsTest.figure(step, "score_after");
    }
    assertThat(reached).isCloseTo(PLAN.score(), within(1e-9));
    assertThat(
            PLAN.findings().parts().stream()
                .mapToDouble(part -> part.weight() * part.after())
                .sum())
        .isCloseTo(PLAN.score() / 100, within(1e-12));
  }

  @Test
  void theNextBestAreToldWithWhatTheyLack() {
    assertThat(PLAN.findings().alternatives())
        .isNotEmpty()
        .extracting(PlanFindings.Alternative::worse)
        .isSorted()
        .allMatch(worse -> worse > 0);
    assertThat(PLAN.rejected())
        .filteredOn(rejected -> rejected.code() == RefusalCode.NOT_IN_BEST)
        .isNotEmpty()
        .allMatch(rejected -> rejected.reason().contains("best sequence"));
  }

  @Test
  void scenariosTellOfThePlanAndOfDoingNothing() {
    assertThat(PLAN.findings().scenarios())
        .extracting(Scenario::kind, Scenario::portfolio)
        .contains(
            tuple("shocks", "nothing"),
            tuple("shocks", "plan"),
            tuple("monte_carlo", "nothing"),
            tuple("monte_carlo", "plan"),
            tuple("monte_carlo", "alternative 1"));
    assertThat(PLAN.findings().scenarios())
        .allSatisfy(
            scenario -> {
              assertThat(scenario.score().worst()).isLessThanOrEqualTo(scenario.score().tenth());
              assertThat(scenario.score().tenth()).isLessThanOrEqualTo(scenario.score().mean());
              assertThat(scenario.gain().worst()).isNegative();
            });
  }

  @Test
  void scenariosAreThoseOfTheInputs() {
    assertThat(plans().plan().findings().scenarios()).isEqualTo(PLAN.findings().scenarios());
    assertThat(plans().set("scenario_days", 22).plan().findings().scenarios())
        .isNotEqualTo(PLAN.findings().scenarios());
    assertThat(
            plans()
                .set("enable_monte_carlo_paths", false)
                .set("enable_stochastic_scenarios", false)
                .plan()
                .findings()
                .scenarios())
        .isEmpty();
  }

  @Test
  void thePlanCarriesItsSettingsAndTheNameOfItsInputs() {
    PlanInputs inputs = plans().inputs();

    assertThat(PLAN.findings().settings()).isEqualTo(SettingsText.of(inputs.settings()));
    assertThat(PLAN.inputsHash()).isEqualTo(PlanSearch.inputsHash(inputs));
    assertThat(PlanSearch.inputsHash(plans().set("beam_width", 11).inputs()))
        .isNotEqualTo(PLAN.inputsHash());
  }

  @Test
  void stepsAreOfTheMoneyTheyMove() {
    double cash = 2000;
    for (Plan.Step step : PLAN.steps()) {
      double value = step.value().amount().doubleValue();
      double cost = step.cost().amount().doubleValue();
      cash +=
          switch (step.side()) {
            case SELL -> value - cost;
            case BUY -> -value - cost;
          };
      assertThat(CorrectionsTest.figure(step, "cash_after")).isCloseTo(cash, within(0.02));
    }
    assertThat(PLAN.cashNeeded().amount().doubleValue())
        .isCloseTo(Math.max(0, 2000 - cash), within(0.02));
  }
}
