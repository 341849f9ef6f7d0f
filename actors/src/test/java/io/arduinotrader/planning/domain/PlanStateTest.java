package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.planning.PlanEvent.PlanKept;
import io.arduinotrader.protocol.planning.PlanEvent.PlanMarked;
import io.arduinotrader.protocol.planning.PlanEvent.PlanNumbered;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanStateTest {

  private static final PortfolioHash HASH = new PortfolioHash("3fa2b1c0");
  private static final Instant LATER = Stock.NOW.plusSeconds(60);
  private static final Plans PLANS = Plans.with("10000").free().and(Stock.number(1).target(0.5));
  private static final PlanFacts FACTS = PlanFacts.of(PLANS.inputs());
  private static final Plan PLAN = plan(1);

  @Test
  void numbersAreGivenOnceAndInOrder() {
    PlanNumbered first = PlanState.initial().number(HASH, LATER);
    PlanState one = PlanState.initial().apply(first);

    assertThat(first).isEqualTo(new PlanNumbered(new PlanId(HASH, 1), LATER));
    assertThat(one.number(HASH, LATER).id()).isEqualTo(new PlanId(HASH, 2));
  }

  @Test
  void aPlanIsKeptOnce() {
    PlanState kept = after(PlanState.initial(), new PlanKept(PLAN, Optional.of(FACTS), LATER));

    assertThat(PlanState.initial().keep(PLAN, FACTS, LATER))
        .containsExactly(new PlanKept(PLAN, Optional.of(FACTS), LATER));
    assertThat(kept.keep(PLAN.withStatus(Plan.Status.COMPLETED), FACTS, LATER)).isEmpty();
    assertThat(kept.plan(PLAN.id())).contains(PLAN);
    assertThat(kept.plan(new PlanId(HASH, 9))).isEmpty();
  }

  @Test
  void aMarkChangesTheStatusOfItsPlanOnly() {
    Plan second = plan(2);
    PlanState kept =
        after(
            PlanState.initial(),
            new PlanKept(PLAN, Optional.of(FACTS), LATER),
            new PlanKept(second, Optional.of(FACTS), LATER));

    PlanMarked marked = new PlanMarked(PLAN.id(), Plan.Status.EXECUTING, LATER);
    assertThat(kept.mark(PLAN.id(), Plan.Status.EXECUTING, LATER)).containsExactly(marked);
    assertThat(after(kept, marked).plans())
        .containsExactly(PLAN.withStatus(Plan.Status.EXECUTING), second);
  }

  @Test
  void aMarkThatChangesNothingIsNoEvent() {
    PlanState kept = after(PlanState.initial(), new PlanKept(PLAN, Optional.of(FACTS), LATER));

    assertThat(kept.mark(PLAN.id(), Plan.Status.READY, LATER)).isEmpty();
    assertThat(kept.mark(new PlanId(HASH, 9), Plan.Status.EXECUTING, LATER)).isEmpty();
  }

  private static Plan plan(int number) {
    return PLANS.search().planAlone(SearchWatch.PATIENT, new PlanId(HASH, number), Stock.NOW);
  }

  private static PlanState after(PlanState state, PlanEvent... events) {
    PlanState next = state;
    for (PlanEvent event : events) {
      next = next.apply(event);
    }
    return next;
  }
}
