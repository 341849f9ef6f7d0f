package io.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.planning.domain.PlanState;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanCommand.GetPlans;
import io.arduinotrader.protocol.planning.PlanCommand.KeepPlan;
import io.arduinotrader.protocol.planning.PlanCommand.MarkPlan;
import io.arduinotrader.protocol.planning.PlanCommand.NextPlan;
import io.arduinotrader.protocol.planning.PlanCommand.NotePlan;
import io.arduinotrader.protocol.planning.PlanCommand.NumberedPlan;
import io.arduinotrader.protocol.planning.PlanCommand.PlansView;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.Journaled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanEntityTest {

  private static final ActorTestKit KIT = EntityKit.create();
  private static final PortfolioHash HASH = new PortfolioHash("3fa2b1c0");
  private static final Plans PLANS = Plans.with("10000").free().and(Stock.number(1).target(0.5));
  private static final PlanFacts FACTS = PlanFacts.of(PLANS.inputs());
  private static final Plan PLAN = PLANS.plan();

  private Instant now = Stock.NOW;

  private final EventSourcedBehaviorTestKit<PlanCommand, Chained<PlanEvent>, Journaled<PlanState>>
      entity = EntityKit.entity(KIT, PlanEntity.create(HASH, () -> now));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void forget() {
    entity.clear();
  }

  @Test
  void aNumberIsStoredBeforeItIsGivenAndNeverGivenAgain() {
    var first = entity.<NumberedPlan>runCommand(NextPlan::new);
    entity.restart();
    var second = entity.<NumberedPlan>runCommand(NextPlan::new);

    assertThat(first.event().event())
        .isEqualTo(new PlanEvent.PlanNumbered(new PlanId(HASH, 1), Stock.NOW));
    assertThat(first.reply()).isEqualTo(new NumberedPlan(new PlanId(HASH, 1)));
    assertThat(second.reply()).isEqualTo(new NumberedPlan(new PlanId(HASH, 2)));
  }

  @Test
  void aPlanIsKeptWordForWordAndOnce() {
    var kept = entity.<PlansView>runCommand(replyTo -> new KeepPlan(PLAN, FACTS, replyTo));
    var again = entity.<PlansView>runCommand(replyTo -> new KeepPlan(PLAN, FACTS, replyTo));

    assertThat(kept.event().event())
        .isEqualTo(new PlanEvent.PlanKept(PLAN, Optional.of(FACTS), Stock.NOW));
    assertThat(again.hasNoEvents()).isTrue();
    assertThat(again.reply().plans()).containsExactly(PLAN);
    entity.restart();
    assertThat(plans()).containsExactly(PLAN);
  }

  @Test
  void whereAPlanStandsIsKept() {
    entity.<PlansView>runCommand(replyTo -> new KeepPlan(PLAN, FACTS, replyTo));

    var marked =
        entity.<PlansView>runCommand(
            replyTo -> new MarkPlan(PLAN.id(), Plan.Status.EXECUTING, replyTo));
    var again =
        entity.<PlansView>runCommand(
            replyTo -> new MarkPlan(PLAN.id(), Plan.Status.EXECUTING, replyTo));

    assertThat(marked.reply().plans()).containsExactly(PLAN.withStatus(Plan.Status.EXECUTING));
    assertThat(again.hasNoEvents()).isTrue();
    entity.restart();
    assertThat(plans()).containsExactly(PLAN.withStatus(Plan.Status.EXECUTING));
  }

  @Test
  void whatIsBeingMadeIsShownUntilItIsKept() {
    Plan draft = PLAN.withStatus(Plan.Status.DRAFT);
    assertThat(view()).isEqualTo(new PlansView(List.of(), List.of()));

    assertThat(entity.runCommand(new NotePlan(draft)).hasNoEvents()).isTrue();
    assertThat(view()).isEqualTo(new PlansView(List.of(), List.of(draft)));
    entity.<PlansView>runCommand(replyTo -> new KeepPlan(PLAN, FACTS, replyTo));
    entity.runCommand(new NotePlan(draft));
    assertThat(view()).isEqualTo(new PlansView(List.of(PLAN), List.of()));
  }

  @Test
  void whatIsNotHeardOfAnyMoreIsNotBeingMade() {
    Plan draft = PLAN.withStatus(Plan.Status.DRAFT);
    entity.runCommand(new NotePlan(draft));

    now = Stock.NOW.plusSeconds(10);
    assertThat(view().underway()).containsExactly(draft);
    now = Stock.NOW.plusSeconds(11);
    assertThat(view().underway()).isEmpty();
  }

  @Test
  void aPlanNobodyKnowsCannotBeMarked() {
    var marked =
        entity.<PlansView>runCommand(
            replyTo -> new MarkPlan(PLAN.id(), Plan.Status.EXECUTING, replyTo));

    assertThat(marked.hasNoEvents()).isTrue();
    assertThat(marked.reply().plans()).isEmpty();
  }

  private List<Plan> plans() {
    return view().plans();
  }

  private PlansView view() {
    return entity.<PlansView>runCommand(GetPlans::new).reply();
  }
}
