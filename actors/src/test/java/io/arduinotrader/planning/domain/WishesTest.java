package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.Side;
import org.junit.jupiter.api.Test;

/** What a plan must respect whatever its score. */
class WishesTest {

  @Test
  void cashIsRaisedEvenWhenItCostsScore() {
    Plan plan = portfolio("600").cashAfter("3000").plan();

    assertThat(plan.steps()).extracting(Plan.Step::side).containsOnly(Side.SELL);
    assertThat(CorrectionsTest.figure(plan.steps().getLast(), "cash_after"))
        .isBetween(3000.0, 4000.0);
    assertThat(plan.score()).isLessThan(plan.scoreBefore());
    assertThat(plan.findings().summary().get(2)).startsWith("A wish costs score");
  }

  @Test
  void aWishThatCannotBeMetIsSaid() {
    Plan plan = portfolio("600").cashAfter("30000").plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.status()).isEqualTo(Plan.Status.DRAFT);
    assertThat(plan.findings().summary())
        .contains("No sequence of trades can meet the wishes for the time after the plan.");
  }

  @Test
  void riskIsReduced() {
    Plan plan = portfolio("600").risk(0.25).plan();

    assertThat(Plans.trades(plan)).isNotEmpty().allMatch(trade -> trade.startsWith("SELL"));
    assertThat(portfolio("600").risk(0.6).plan().steps()).isEmpty();
  }

  /** Two positions at their targets, with gains to take. */
  private static Plans portfolio(String cash) {
    return Plans.with(cash)
        .set("optimizer_blend", 0)
        .set("max_sell_share", 0.5)
        .country("EU", 0.3)
        .and(
            Stock.number(0)
                .held(50)
                .country("EU")
                .boughtAt(90)
                .outlook(0.6, 0.03, 0.9, 0.9, 0.9, 0.5))
        .and(
            Stock.number(1)
                .held(50)
                .country("EU")
                .boughtAt(90)
                .outlook(0.6, 0.03, 0.9, 0.9, 0.9, 0.5));
  }

  @Test
  void noMorePositionsThanWantedAreOpened() {
    Plans plans =
        Plans.with("10000")
            .and(Stock.number(0).held(50).target(0.34))
            .and(Stock.number(1).target(0.15), Stock.number(2).target(0.15));

    assertThat(plans.plan().steps()).hasSize(2);
    Plan bounded = plans.positions(2).plan();
    assertThat(bounded.steps()).hasSize(1);
    assertThat(plans.positions(1).plan().steps()).isEmpty();
  }

  @Test
  void theInvestedShareIsNotExceeded() {
    Plans plans = Plans.with("10000").set("max_position_share", 1).and(Stock.number(0).target(0.9));

    double all = bought(plans.plan());
    double half = bought(plans.invested("0.5").plan());

    assertThat(all).isGreaterThan(8000);
    assertThat(half).isBetween(4500.0, 5000.0);
  }

  private static double bought(Plan plan) {
    return plan.steps().getFirst().value().amount().doubleValue();
  }

  @Test
  void aDepositMendsWhatWouldBeSold() {
    Plans plans =
        Plans.with("100")
            .set("optimizer_blend", 1)
            .and(Stock.number(0).held(60).target(0.5))
            .and(Stock.number(1).held(40).target(0.45).buyBlocked(locked()));

    assertThat(Plans.trades(plans.plan())).singleElement().asString().startsWith("SELL");
    assertThat(plans.deposit("2000").plan().steps()).isEmpty();
  }

  @Test
  void whatIsLockedIsNotTraded() {
    Plan plan =
        Plans.with("10000")
            .and(Stock.number(0).target(0.2).buyBlocked(locked()))
            .and(Stock.number(1).target(0.2))
            .plan();

    assertThat(Plans.trades(plan)).containsExactly("BUY 20 S1");
    assertThat(plan.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo(RefusalCode.CONFLICT);
              assertThat(rejected.reason()).isEqualTo("S0 is locked");
            });
  }

  private static Refusal locked() {
    return Refusal.of(RefusalCode.CONFLICT, "S0 is locked");
  }

  @Test
  void weightsStayWithinTheirBounds() {
    Plan most = Plans.with("10000").and(Stock.number(0).target(0.5).most(0.1)).plan();
    Plan least =
        Plans.with("0")
            .set("optimizer_blend", 1)
            .and(Stock.number(0).held(50).target(0).least(0.3))
            .and(Stock.number(1).held(50).target(0.5).buyBlocked(locked()))
            .plan();

    assertThat(Plans.trades(most)).containsExactly("BUY 10 S0");
    assertThat(Plans.trades(least)).containsExactly("SELL 20 S0");
  }

  @Test
  void theCashThatMustStayIsNamedWhenItBinds() {
    Plan plan =
        Plans.with("1000")
            .set("max_position_share", 1)
            .and(Stock.number(0).target(0.9), Stock.number(1).held(1))
            .plan();

    assertThat(plan.findings().binding())
        .anyMatch(sentence -> sentence.startsWith("500.00 EUR that must stay as cash"));
  }
}
