package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.planning.domain.PlanSearch.Prepared;
import io.arduinotrader.planning.domain.PlanSearch.Refused;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.planning.SearchPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Inputs no plan can be made of are refused by name, and large ones stay bounded. */
class BadInputsTest {

  @Test
  void whatIsHeldNeedsAPrice() {
    assertThat(refusal(Plans.with("100").and(Stock.number(0).held(5).unpriced())))
        .isEqualTo(
            new Refusal(
                RefusalCode.PRICE_NOT_POSITIVE, "S0 is held, but no price is known", "securities"));
  }

  @Test
  void whatIsNotHeldNeedsNone() {
    Plan plan = Plans.with("10000").and(Stock.number(0).unpriced().score(0.9).target(0.5)).plan();

    assertThat(plan.steps()).isEmpty();
  }

  @Test
  void withoutScoresNothingIsBoughtAndTargetsAloneSell() {
    Plan plan =
        Plans.with("10000")
            .and(Stock.number(0).held(50).target(0).unscored())
            .and(Stock.number(1).target(0.2).unscored())
            .plan();

    assertThat(plan.findings().coverage()).isZero();
    assertThat(Plans.trades(plan)).containsExactly("SELL 50 S0");
    assertThat(plan.rejected())
        .extracting(Plan.Rejected::code)
        .containsExactly(RefusalCode.UNSCORED);
  }

  @Test
  void aTotalOfNothingIsRefused() {
    assertThat(refusal(Plans.with("0")).code()).isEqualTo(RefusalCode.NOTHING_TO_WORK_WITH);
    assertThat(refusal(Plans.with("-5000").and(Stock.number(0).held(10))).message())
        .isEqualTo("positions and cash are worth -4000.00 EUR together");
  }

  @Test
  void aSecurityThatIsThereTwiceIsRefused() {
    Refusal sameIsin = refusal(Plans.with("1").and(Stock.number(0), Stock.number(0).named("X")));
    Refusal sameSymbol = refusal(Plans.with("1").and(Stock.number(0), Stock.number(1).named("S0")));

    assertThat(List.of(sameIsin, sameSymbol))
        .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.CONFLICT))
        .extracting(Refusal::message)
        .containsExactly("X is there twice", "S0 is there twice");
  }

  @Test
  void impossibleFiguresAreRefused() {
    Outlook broken =
        new Outlook(
            Optional.of(Double.NaN),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(refusal(Plans.with("1").and(Stock.number(0).outlook(broken))).message())
        .isEqualTo("a figure of S0 is impossible");
    assertThat(refusal(Plans.with("1").and(Stock.number(0).priority(0))).message())
        .isEqualTo("a figure of S0 is impossible");
    assertThat(
            refusal(Plans.with("1").and(Stock.number(0).target(0.6), Stock.number(1).target(0.6))))
        .extracting(Refusal::field)
        .isEqualTo("targets");
    assertThat(refusal(Plans.with("1").country("EU", 1.5)).field()).isEqualTo("country_targets");
    assertThat(refusal(Plans.with("1").positions(0)).field()).isEqualTo("max_positions");
    assertThat(refusal(Plans.with("1").invested("1.1")).field()).isEqualTo("invested_target");
  }

  @Test
  void fiveThousandSecuritiesAtDepthTenStayWithinTheBudget() {
    Plan plan = market(5000).plan();

    assertThat(plan.findings().counters().evaluated()).isLessThanOrEqualTo(200_000);
    assertThat(plan.findings().counters().generated()).isGreaterThan(1_000_000_000L);
    assertThat(plan.rejected()).hasSizeLessThan(400);
    assertThat(plan.findings().proven()).isEqualTo(plan.findings().remaining() == 0);
  }

  @Test
  void aSearchThatIsEndedSaysHowFarItCame() {
    PlanSearch search = market(300).risk(0).search();
    List<SearchCounters> seen = new ArrayList<>();
    SearchWatch impatient =
        soFar -> {
          seen.add(soFar.counters());
          return seen.size() < 3;
        };
    PartResult ended = search.search(search.parts().getFirst(), impatient);

    Plan plan = search.plan(search.merge(search.none(), ended), Plans.ID, Stock.NOW);

    assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
    assertThat(seen)
        .extracting(SearchCounters::evaluated)
        .isSorted()
        .last()
        .isEqualTo(ended.counters().evaluated());
    assertThat(ended.complete()).isFalse();
    assertThat(ended.best()).isEmpty();
    assertThat(ended.bound()).isFinite();
    assertThat(plan.findings().proven()).isFalse();
    assertThat(plan.findings().remaining()).isPositive();
  }

  @Test
  void aMissingPartLeavesThePlanUnproven() {
    PlanSearch search = new RandomPlans(5).plans(10, 5, 3).search();
    List<SearchPart> parts = search.parts();
    PartResult some = search.none();
    for (SearchPart part : parts.subList(1, parts.size())) {
      some = search.merge(some, search.search(part, SearchWatch.PATIENT));
    }

    assertThat(search.plan(some, Plans.ID, Stock.NOW).findings().proven()).isFalse();
  }

  /** A wide market without anything to tell its securities apart quickly. */
  private static Plans market(int securities) {
    SplittableRandom random = new SplittableRandom(3);
    Plans plans =
        Plans.with("400000")
            .set("max_plan_depth", 10)
            .set("max_opportunities_per_category", 20)
            .set("priority_threshold", 0)
            .set("enable_partial_execution", true)
            .set("max_evaluations", 200_000)
            .set("beam_width", 50)
            .country("EU", 0.5)
            .country("US", 0.5)
            .industry("TECH", 0.5);
    for (int number = 0; number < securities; number++) {
      plans.and(
          Stock.number(number)
              .price(random.nextInt(20, 200))
              .country(random.nextBoolean() ? "EU" : "US")
              .industries(random.nextBoolean() ? "TECH" : "FOOD")
              .held(number < 40 ? random.nextInt(10, 100) : 0)
              .target(0.9 / securities)
              .outlook(
                  0.7 + 0.2 * random.nextDouble(),
                  0.03,
                  0.5 + 0.01 * random.nextDouble(),
                  0.5,
                  0.5,
                  0.2));
    }
    return plans;
  }

  private static Refusal refusal(Plans plans) {
    Prepared prepared = PlanSearch.prepare(plans.inputs());
    assertThat(prepared).isInstanceOf(Refused.class);
    return ((Refused) prepared).refusal();
  }
}
