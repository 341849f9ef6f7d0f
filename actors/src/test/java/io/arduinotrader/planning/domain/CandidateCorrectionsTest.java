package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.CandidateList;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings.ScorePart;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What planners are known to get wrong about single trades, by the number of the correction. */
class CandidateCorrectionsTest {

  @Test
  void d2EveryCategoryTakesPartInOneSearch() {
    Situation situation =
        Situation.of(
            Plans.with("10000")
                .free()
                .country("EU", 0.1)
                .country("US", 0.6)
                .and(Stock.number(0).held(100).boughtAt(40).firstBought(365).trend(0.05))
                .and(Stock.number(1).held(20).boughtAt(125).score(0.65))
                .and(Stock.number(2).held(80).country("EU"))
                .and(Stock.number(3).country("US").score(0.6))
                .and(Stock.number(4).score(0.9))
                .and(Stock.number(5).held(50).target(0.01))
                .and(Stock.number(6).target(0.2))
                .inputs());

    assertThat(CandidateList.of(situation).candidates())
        .flatExtracting(each -> each.tags().stream().map(tag -> each.side() + " " + tag).toList())
        .contains(
            "SELL windfall",
            "BUY buy_low",
            "SELL overweight_eu",
            "BUY underweight_us",
            "BUY opportunity",
            "SELL optimizer_target",
            "BUY optimizer_target");
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
  void d8WhatIsTooDearDoesNotEndTheWalkThroughItsGroup() {
    Plan plan =
        Plans.with("3000")
            .free()
            .country("EU", 0.2)
            .country("US", 0.8)
            .and(Stock.number(0).country("EU").held(40))
            .and(Stock.number(1).country("US").quality(0.9).lot("100"))
            .and(Stock.number(2).country("US").quality(0.6))
            .plan();

    assertThat(Plans.trades(plan)).noneMatch(trade -> trade.endsWith("S1"));
    assertThat(Plans.trades(plan)).last().asString().startsWith("BUY").endsWith("S2");
    assertThat(plan.steps().getLast().reasons().getFirst())
        .isEqualTo("US is 80.0 points below its target of 80.0 %.");
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
    assertThat(rejected(Stock.number(1).target(0.3).score(0.4)))
        .isEqualTo(RefusalCode.SCORE_TOO_LOW);
  }

  @Test
  void whatHasNoScoreIsNotBought() {
    assertThat(rejected(Stock.number(1).target(0.3).unscored())).isEqualTo(RefusalCode.UNSCORED);
    assertThat(rejected(scoredWithoutQuality())).isEqualTo(RefusalCode.UNSCORED);
    assertThat(Plans.trades(sale(Stock.number(1).target(0.3).score(0.5)).plan()))
        .anyMatch(trade -> trade.startsWith("BUY"));
  }

  @Test
  void whatIsNearItsHighOfTheYearIsNotBought() {
    assertThat(rejected(Stock.number(1).target(0.3).score(0.9).yearHigh(105)))
        .isEqualTo(RefusalCode.PRICE_TOO_HIGH);
    assertThat(Plans.trades(sale(Stock.number(1).target(0.3).score(0.9).yearHigh(106)).plan()))
        .anyMatch(trade -> trade.startsWith("BUY"));
  }

  @Test
  void aFallenPriceIsNoReasonToBuyWithoutQuality() {
    Stock fallen = Stock.number(0).outlook(0.9, 0.03, 0.9, 0.9, 0.9, 0.2);

    assertThat(Plans.with("10000").and(fallen.quality(0.69)).plan().steps()).isEmpty();
    assertThat(Plans.with("10000").and(fallen.quality(0.71)).plan().steps()).isNotEmpty();
    assertThat(rejected(Stock.number(1).target(0.3).score(0.9).quality(0.4)))
        .isEqualTo(RefusalCode.SCORE_TOO_LOW);
    assertThat(dip(-0.25, 0.59).steps()).isEmpty();
    assertThat(dip(-0.25, 0.61).steps()).isNotEmpty();
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
  void aGainWithoutADateIsNoWindfall() {
    Stock gained = Stock.number(0).held(100).boughtAt(40).outlook(0.5, 0, 0, 0, 0, 0.9);

    assertThat(taken(gained)).isZero();
    assertThat(taken(gained.firstBought(365))).isEqualTo(0.5);
  }

  @Test
  void whatIsTakenOfAGainNeverJumps() {
    double before = taken(gained(0.30));
    for (double gain = 0.31; gain < 1.3; gain += 0.01) {
      double after = taken(gained(gain));
      assertThat(after).as("gain %.2f", gain).isBetween(before, before + 0.03);
      before = after;
    }
    assertThat(before).isGreaterThan(0.45);
  }

  private static Stock gained(double gain) {
    return Stock.number(0).held(1000).boughtAt(100 / (1 + gain)).firstBought(365).trend(0.05);
  }

  /** The part of a position that is proposed to be taken as profit. */
  private static double taken(Stock stock) {
    return CandidateList.of(Situation.of(Plans.with("100").free().and(stock).inputs()))
        .candidates()
        .stream()
        .filter(candidate -> candidate.tags().contains("windfall"))
        .mapToDouble(candidate -> candidate.shares() / candidate.asset().held())
        .max()
        .orElse(0);
  }

  @Test
  void d15PrioritiesOfAllCategoriesAreOnOneScale() {
    for (long seed = 0; seed < 200; seed++) {
      Situation situation = Situation.of(new RandomPlans(seed).next(12, 6, 5));
      assertThat(CandidateList.of(situation).candidates())
          .as("seed %d", seed)
          .extracting(Candidate::priority)
          .allMatch(priority -> priority >= 0.1 && priority <= 1);
    }
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
  void d18WhatFellTooFarOrTooLittleIsLeftAlone() {
    assertThat(dip(-0.41).steps()).isEmpty();
    assertThat(dip(-0.39).steps()).isNotEmpty();
    assertThat(dip(-0.16).steps()).isNotEmpty();
    assertThat(dip(-0.14).steps()).isEmpty();
  }

  @Test
  void d19NothingIsBoughtWithDebts() {
    Plan plan =
        Plans.with("-100")
            .free()
            .and(Stock.number(0).held(50).target(0.1))
            .and(Stock.number(1).target(0.3).score(0.9))
            .plan();

    assertThat(plan.steps()).extracting(Plan.Step::side).containsOnly(Side.SELL);
    assertThat(plan.rejected())
        .extracting(Plan.Rejected::code)
        .contains(RefusalCode.NEGATIVE_BALANCE);
  }

  private static Stock scoredWithoutQuality() {
    return Stock.number(1)
        .target(0.3)
        .outlook(
            new Outlook(
                Optional.of(0.9),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static Plan dip(double gain) {
    return dip(gain, 0.65);
  }

  private static Plan dip(double gain, double quality) {
    return Plans.with("10000")
        .and(
            Stock.number(0)
                .held(10)
                .boughtAt(100 / (1 + gain))
                .outlook(0.65, 0.04, 0.9, 0.9, 0.9, 0.2)
                .quality(quality))
        .plan();
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
}
