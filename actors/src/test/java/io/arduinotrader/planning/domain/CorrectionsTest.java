package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.PlanFindings.ScorePart;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.vocab.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What planners are known to get wrong about a portfolio, by the number of the correction. */
class CorrectionsTest {

  @Test
  void d1GroupsAreKnownAfterTheFirstTrade() {
    Plan plan =
        Plans.with("10000")
            .free()
            .country("EU", 0.5)
            .country("US", 0.5)
            .and(Stock.number(0).country("EU").held(100))
            .and(Stock.number(1).country("US").score(0.5), Stock.number(2).country("EU"))
            .plan();

    assertThat(Plans.trades(plan)).singleElement().asString().startsWith("BUY").endsWith("S1");
    assertThat(part(plan, "countries").after()).isGreaterThan(part(plan, "countries").before());
  }

  @Test
  void d3NothingIsDoneWhenNothingIsBetter() {
    Plan plan =
        Plans.with("10000")
            .and(Stock.number(0).held(50).target(0.5).outlook(0.9, 0.02, 0.9, 0.9, 0.9, 0.2))
            .and(Stock.number(1).score(0.8).outlook(0.8, 0, 0, 0, 0, 0.9))
            .plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.score()).isEqualTo(plan.scoreBefore());
    assertThat(plan.findings().proven()).isTrue();
    assertThat(plan.findings().alternatives()).isNotEmpty().allMatch(each -> each.worse() > 0);
  }

  @Test
  void d3APlanMustBeBetterByTheMargin() {
    Plans plans =
        Plans.with("1000")
            .free()
            .set("max_position_share", 0.05)
            .and(Stock.number(0).held(90))
            .and(Stock.number(1).price(10).outlook(0.8, 0.02, 0.9, 0.9, 0.9, 0.2));

    Plan better = plans.plan();
    double gain = (better.score() - better.scoreBefore()) / 100;

    assertThat(better.steps()).isNotEmpty();
    assertThat(plans.set("minimum_improvement", gain * 1.001).plan().steps()).isEmpty();
    assertThat(plans.set("minimum_improvement", gain * 0.999).plan().steps()).isNotEmpty();
  }

  @Test
  void d3CostsAreDebitedFromTheCash() {
    Plan plan = purchase("10000").plan();
    Plan.Step step = plan.steps().getFirst();

    assertThat(step.cost().amount().doubleValue())
        .isCloseTo(2 + 0.0025 * step.value().amount().doubleValue(), within(0.01));
    assertThat(figure(step, "cash_after"))
        .isCloseTo(
            10000 - step.value().amount().doubleValue() - step.cost().amount().doubleValue(),
            within(0.01));
    assertThat(part(plan, "costs").after()).isNegative();
  }

  @Test
  void d4CashIsPartOfTheTotalAndHasAScore() {
    Plan plan = Plans.with("5000").and(Stock.number(0).held(50)).plan();

    assertThat(part(plan, "total_return").before()).isCloseTo(0.5 * 0.5 + 0.5 * 0.15, within(1e-9));
    assertThat(part(plan, "promise").before()).isCloseTo(0.5, within(1e-9));
    assertThat(part(plan, "stability").before()).isCloseTo(0.5 * 0.5 + 0.5, within(1e-9));
    assertThat(plan.findings().parts().stream().mapToDouble(ScorePart::weight).sum())
        .isCloseTo(1 + 0.1, within(1e-9));
  }

  @Test
  void d9ForeignAmountsAreConverted() {
    Plan plan =
        Plans.with("10000")
            .free()
            .set("optimizer_blend", 1)
            .and(Stock.number(0).in(Currency.USD, 108, 1.08).target(0.5))
            .plan();
    Plan.Step step = plan.steps().getFirst();

    assertThat(Plans.trades(plan)).containsExactly("BUY 50 S0");
    assertThat(step.value()).hasToString("5000.00 EUR");
    assertThat(step.price()).hasToString("108 USD");
  }

  @Test
  void d9ScenariosMoveAllHoldings() {
    Plan plan = Plans.with("0").and(Stock.number(0).held(50), Stock.number(1).held(50)).plan();

    PlanFindings.Scenario shocks = plan.findings().scenarios().getFirst();
    assertThat(shocks.portfolio()).isEqualTo("nothing");
    assertThat(shocks.gain().worst()).isCloseTo(-0.20, within(1e-9));
    assertThat(shocks.gain().mean()).isCloseTo(-0.20 / 6, within(1e-9));
  }

  @Test
  void d17SalesComeBeforePurchases() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(Plans.plan(new RandomPlans(seed).next(12, 6, 5)).steps())
          .extracting(Plan.Step::side)
          .as("seed %d", seed)
          .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }
  }

  @Test
  void d20WhatIsUnknownIsNeitherGoodNorBad() {
    Plan known =
        Plans.with("0").and(Stock.number(0).held(50).outlook(0.5, 0.05, 0.5, 0.5, 0.5, 0.2)).plan();
    Plan unknown = Plans.with("0").and(Stock.number(0).held(50).unscored()).plan();

    assertThat(unknown.scoreBefore()).isCloseTo(known.scoreBefore(), within(1e-9));
    assertThat(unknown.findings().coverage()).isZero();
    assertThat(known.findings().coverage()).isEqualTo(1);
  }

  @Test
  void d21IndustriesCountUnlessSwitchedOff() {
    assertThat(Plans.trades(industries().plan())).singleElement().asString().endsWith("S2");
    Plan without = industries().set("enable_industry_targets", false).plan();
    assertThat(part(without, "industries").weight()).isZero();
    assertThat(Plans.trades(without)).isEmpty();
  }

  @Test
  void d6OneHashNamesAllThatAPlanDependsOn() {
    Plans base = Plans.with("1").country("EU", 0.5).and(Stock.number(0));
    List<PlanInputs> others =
        List.of(
            Plans.with("2").country("EU", 0.5).and(Stock.number(0)).inputs(),
            Plans.with("1").country("EU", 0.6).and(Stock.number(0)).inputs(),
            Plans.with("1").country("EU", 0.5).and(Stock.number(0).price(101)).inputs(),
            Plans.with("1").country("EU", 0.5).and(Stock.number(0).score(0.6)).inputs(),
            Plans.with("1").country("EU", 0.5).and(Stock.number(0).target(0.6)).inputs(),
            Plans.with("1").country("EU", 0.5).and(Stock.number(0)).set("half_spread", 0).inputs(),
            Plans.with("1").country("EU", 0.5).and(Stock.number(0)).positions(9).inputs());

    assertThat(others)
        .extracting(PlanSearch::inputsHash)
        .doesNotHaveDuplicates()
        .doesNotContain(PlanSearch.inputsHash(base.inputs()));
  }

  @Test
  void d22TheNameOfTheInputsDoesNotDependOnTheirOrder() {
    Plans one = Plans.with("1").and(Stock.number(0), Stock.number(1)).country("A", 0.1);
    Plans other = Plans.with("1").country("A", 0.1).and(Stock.number(1), Stock.number(0));

    assertThat(PlanSearch.inputsHash(one.inputs()))
        .isEqualTo(PlanSearch.inputsHash(other.inputs()));
    assertThat(one.plan()).hasToString(other.plan().toString());
  }

  private static Plans industries() {
    return Plans.with("2000")
        .free()
        .set("minimum_improvement", 0.001)
        .set("max_position_share", 0.2)
        .set("trade_share", 0.1)
        .set("opportunity_min_score", 0.5)
        .industry("TECH", 0.5)
        .industry("HEALTH", 0.5)
        .and(Stock.number(0).held(80).industries("TECH"))
        .and(poor(1).industries("TECH"), poor(2).industries("HEALTH"));
  }

  private static Stock poor(int number) {
    return Stock.number(number).outlook(0.5, 0, 0.2, 0.4, 0.4, 0.2);
  }

  private static Plans purchase(String cash) {
    return Plans.with(cash).and(Stock.number(0).outlook(0.9, 0.03, 0.9, 0.9, 0.9, 0.2));
  }

  private static ScorePart part(Plan plan, String name) {
    return plan.findings().parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static double figure(Plan.Step step, String name) {
    List<Plan.Figure> figures = step.figures();
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
