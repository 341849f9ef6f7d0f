package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.HindsightQuery.NotPossible;
import io.arduinotrader.protocol.planning.HindsightQuery.ReplanReply;
import io.arduinotrader.protocol.planning.HindsightQuery.Replanned;
import io.arduinotrader.protocol.planning.HindsightQuery.UnusableSettings;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.planning.PlanFacts;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two securities to buy, of which the settings allow one step or two. */
class HindsightTest {

  private static final Plans PLANS = plans(0.5, 0.4);
  private static final PlanFacts FACTS = PlanFacts.of(PLANS.inputs());
  private static final Plan PLAN = PLANS.plan();

  @Test
  void withItsOwnSettingsThePlanComesOutAgain() {
    Replanned same = replanned(Map.of());

    assertThat(same.changed()).isEqualTo(PLAN);
    assertThat(same.reproduced()).isTrue();
    assertThat(same.text()).endsWith("The trades would be the same.");
  }

  @Test
  void anotherSettingGivesAnotherPlanAndItsDifference() {
    Replanned deeper = replanned(Map.of("max_plan_depth", "2"));

    assertThat(PLAN.steps()).hasSize(1);
    assertThat(deeper.changed().steps()).hasSize(2);
    assertThat(deeper.changed().score()).isGreaterThan(PLAN.score());
    assertThat(deeper.reproduced()).isTrue();
    assertThat(deeper.text()).contains("max_plan_depth: 2 instead of 1.");
    assertThat(deeper.text()).anyMatch(line -> line.startsWith("It would buy "));
  }

  @Test
  void whatIsNoLongerMadeIsSaidWithItsReason() {
    Replanned none = replanned(Map.of("min_cash_reserve", "10000"));

    assertThat(none.changed().steps()).isEmpty();
    assertThat(none.text()).anyMatch(line -> line.startsWith("It would not buy "));
  }

  @Test
  void aPresetTakesThePlaceOfAllSettings() {
    assertThat(replanned(Map.of("preset", "default")).text())
        .contains("max_plan_depth: 5 instead of 1.");
  }

  @Test
  void aPlanThatTheEngineNoLongerMakesIsSaidToBeSo() {
    Plan other = plans(0.3, 0.4).plan();

    Replanned again =
        (Replanned)
            Hindsight.replan(kept(other, Optional.of(FACTS)), Map.of(), SearchWatch.PATIENT);

    assertThat(again.reproduced()).isFalse();
    assertThat(again.text().getFirst()).contains("the planner has changed since");
  }

  @Test
  void settingsThatCannotBeAreNamed() {
    assertThat(((UnusableSettings) replan(Map.of("max_depth", "2", "beam_width", "0"))).problems())
        .containsOnlyKeys("max_depth", "beam_width");
  }

  @Test
  void withoutTheFactsThereIsNoPlan() {
    assertThat(Hindsight.replan(kept(PLAN, Optional.empty()), Map.of(), SearchWatch.PATIENT))
        .isInstanceOf(NotPossible.class);
  }

  private static Plans plans(double first, double second) {
    return Plans.with("10000")
        .free()
        .set("max_plan_depth", 1)
        .and(Stock.number(1).target(first), Stock.number(2).target(second));
  }

  private static Replanned replanned(Map<String, String> settings) {
    return (Replanned) replan(settings);
  }

  private static ReplanReply replan(Map<String, String> settings) {
    return Hindsight.replan(kept(PLAN, Optional.of(FACTS)), settings, SearchWatch.PATIENT);
  }

  private static PlanEvent.PlanKept kept(Plan plan, Optional<PlanFacts> facts) {
    return new PlanEvent.PlanKept(plan, facts, Stock.NOW);
  }
}
