package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.PlanFindings.ScorePart;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What planners are known to get wrong, by the number of the correction. */
class CorrectionsTest {

  @Test
  void d1GroupsAreKnownAfterTheFirstTrade() {
    Plan plan =
        Plans.with("10000")
            .free()
            .country("EU", 0.5)
            .country("US", 0.5)
            .and(Stock.number(0).country("EU").held(100))
            .and(Stock.number(1).country("US").quality(0.5), Stock.number(2).country("EU"))
            .plan();

    assertThat(Plans.trades(plan)).singleElement().asString().startsWith("BUY").endsWith("S1");
    assertThat(part(plan, "countries").after()).isGreaterThan(part(plan, "countries").before());
  }

  @Test
  void d3NothingIsDoneWhenNothingIsBetter() {
    Plan plan =
        Plans.with("10000")
            .and(Stock.number(0).held(50).target(0.5).outlook(0.9, 0.02, 0.9, 0.9, 0.9, 0.2))
            .and(Stock.number(1).quality(0.8).outlook(0.8, 0, 0, 0, 0, 0.9))
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
  void d7ASecurityOfTwoCategoriesIsOneCandidate() {
    Plan plan =
        Plans.with("10000")
            .country("EU", 0.9)
            .and(Stock.number(0).held(20).country("US"))
            .and(Stock.number(1).country("EU").outlook(0.9, 0.03, 0.9, 0.9, 0.9, 0.2).target(0.2))
            .plan();

    Plan.Step step = plan.steps().getLast();
    assertThat(plan.steps()).extracting(Plan.Step::symbol).doesNotHaveDuplicates();
    assertThat(step.reasons())
        .anyMatch(reason -> reason.contains("below its target"))
        .anyMatch(reason -> reason.contains("score is 0.90"))
        .anyMatch(reason -> reason.contains("20.00 % is wanted"));
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
  void d10MoreIsBoughtOfWhatHasFallen() {
    Plan plan =
        Plans.with("10000")
            .and(Stock.number(0).held(20).boughtAt(125).outlook(0.65, 0.04, 0.9, 0.9, 0.9, 0.2))
            .plan();

    assertThat(plan.steps().getFirst().reasons().getFirst())
        .isEqualTo("It stands 20.0 % below its average cost with a score of 0.65.");
    assertThat(part(plan, "dividend").after()).isGreaterThan(part(plan, "dividend").before());
  }

  @Test
  void d11WhatIsNotHeldCanBeBought() {
    assertThat(Plans.trades(purchase("10000").plan())).singleElement().asString().startsWith("BUY");
  }

  @Test
  void d12TradesAreWholeLotsOfWhatIsHeld() {
    Plan plan =
        Plans.with("100")
            .free()
            .set("optimizer_blend", 1)
            .and(Stock.number(0).lot("7").price(10).held(31.5).target(0))
            .and(Stock.number(1).price(10).held(50).target(1))
            .plan();

    assertThat(Plans.trades(plan)).contains("SELL 28 S0");
  }

  @Test
  void d12AnExactMultipleLosesNoShare() {
    Plan plan =
        Plans.with("3000")
            .free()
            .set("optimizer_blend", 1)
            .and(Stock.number(0).held(60).target(0.7), Stock.number(1).held(10).target(0.1))
            .plan();

    assertThat(Plans.trades(plan)).containsExactly("BUY 10 S0");
  }

  @Test
  void d12SmallTradesAreLeftOut() {
    Plan plan =
        Plans.with("10000")
            .set("weight_gap", 0)
            .set("priority_threshold", 0)
            .and(Stock.number(0).price(10).target(0.02))
            .plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo(RefusalCode.COST_RATIO_HIGH);
              assertThat(rejected.reason()).contains("200.00 EUR").contains("266.67 EUR");
            });
  }

  @Test
  void d13HoldingCountsFromThePurchaseAndTheCooldownFromTheSale() {
    assertThat(rejected(sale().lastBought(89))).isEqualTo(RefusalCode.MIN_HOLD);
    assertThat(Plans.trades(sale(sale().lastBought(91)).plan())).isNotEmpty();
    assertThat(rejected(sale().lastSold(179))).isEqualTo(RefusalCode.SELL_COOLDOWN);
    assertThat(Plans.trades(sale(sale().lastSold(181)).plan())).isNotEmpty();
  }

  @Test
  void d14TargetWeightsDoNotOpenGates() {
    assertThat(rejected(Stock.number(1).target(0.3).lastBought(29)))
        .isEqualTo(RefusalCode.BUY_COOLDOWN);
    assertThat(rejected(Stock.number(1).target(0.3).quality(0.4)))
        .isEqualTo(RefusalCode.SCORE_TOO_LOW);
  }

  @Test
  void d14GainsAreTakenBesideTargetWeights() {
    Plan plan =
        Plans.with("100")
            .set("optimizer_blend", 0)
            .and(
                Stock.number(0)
                    .held(100)
                    .boughtAt(40)
                    .firstBought(365)
                    .trend(0.05)
                    .target(1)
                    .outlook(0.5, 0, 0, 0, 0, 0.9))
            .plan();

    assertThat(Plans.trades(plan)).containsExactly("SELL 50 S0");
    assertThat(plan.findings().summary().getFirst()).isEqualTo("Unusual gains are taken.");
  }

  @Test
  void d16TheNextBestIsBoughtWhenTheBestIsTooDear() {
    Plan plan =
        Plans.with("1000")
            .set("min_cash_reserve", 0)
            .set("cash_reserve_share", 0)
            .set("max_position_share", 1)
            .and(Stock.number(0).price(1500).outlook(0.9, 0.03, 1, 1, 1, 0.1))
            .and(Stock.number(1).price(300).outlook(0.8, 0.03, 0.9, 0.9, 0.9, 0.1))
            .plan();

    assertThat(Plans.trades(plan)).singleElement().asString().endsWith("S1");
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
  void d18WhatFellTooFarOrTooLittleIsLeftAlone() {
    assertThat(dip(-0.41).steps()).isEmpty();
    assertThat(dip(-0.39).steps()).isNotEmpty();
    assertThat(dip(-0.16).steps()).isNotEmpty();
    assertThat(dip(-0.14).steps()).isEmpty();
  }

  private static Plan dip(double gain) {
    return Plans.with("10000")
        .and(
            Stock.number(0)
                .held(10)
                .boughtAt(100 / (1 + gain))
                .outlook(0.65, 0.04, 0.9, 0.9, 0.9, 0.2))
        .plan();
  }

  @Test
  void d19NothingIsBoughtWithDebts() {
    Plan plan =
        Plans.with("-100")
            .free()
            .and(Stock.number(0).held(50).target(0.1))
            .and(Stock.number(1).target(0.3).quality(0.9))
            .plan();

    assertThat(plan.steps()).extracting(Plan.Step::side).containsOnly(Side.SELL);
    assertThat(plan.rejected())
        .extracting(Plan.Rejected::code)
        .contains(RefusalCode.NEGATIVE_BALANCE);
  }

  @Test
  void d20WhatIsUnknownIsNeitherGoodNorBad() {
    Plan known =
        Plans.with("0").and(Stock.number(0).held(50).outlook(0.5, 0.05, 0.5, 0.5, 0.5, 0.2)).plan();
    Plan unknown = Plans.with("0").and(Stock.number(0).held(50)).plan();

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

  @Test
  void d22TheNameOfTheInputsIsTheSameEverywhere() {
    assertThat(PlanSearch.inputsHash(Plans.with("1").and(Stock.number(0)).inputs()).hex())
        .isEqualTo(PlanSearch.inputsHash(Plans.with("1").and(Stock.number(0)).inputs()).hex())
        .isNotEqualTo(PlanSearch.inputsHash(Plans.with("2").and(Stock.number(0)).inputs()).hex());
  }

  private static Plans purchase(String cash) {
    return Plans.with(cash).and(Stock.number(0).outlook(0.9, 0.03, 0.9, 0.9, 0.9, 0.2));
  }

  private static Stock sale() {
    return Stock.number(1).held(50).target(0);
  }

  private static Plans sale(Stock stock) {
    return Plans.with("100")
        .set("max_position_share", 1)
        .and(Stock.number(0).held(50).target(0.7))
        .and(stock);
  }

  private static RefusalCode rejected(Stock stock) {
    Plan plan = sale(stock).plan();
    return plan.rejected().stream()
        .filter(rejected -> rejected.symbol().value().equals("S1"))
        .findFirst()
        .orElseThrow()
        .code();
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
