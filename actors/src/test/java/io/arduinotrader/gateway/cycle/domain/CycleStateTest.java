package io.arduinotrader.gateway.cycle.domain;

import static io.arduinotrader.gateway.cycle.domain.CycleSamples.APPLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.BUY_APPLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.CYCLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.NOW;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.PLAN;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.SELL_SAP;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleEvent.CycleEnded;
import io.arduinotrader.protocol.cycle.CycleEvent.CycleStarted;
import io.arduinotrader.protocol.cycle.CycleEvent.DepositAnnounced;
import io.arduinotrader.protocol.cycle.CycleEvent.DepositSettled;
import io.arduinotrader.protocol.cycle.CycleEvent.StageCompleted;
import io.arduinotrader.protocol.cycle.CycleEvent.StepCompleted;
import io.arduinotrader.protocol.cycle.CycleSnapshot.AnnouncedDeposit;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CycleStateTest {

  private static final DepositId MAY = new DepositId("may");
  private static final DepositId JUNE = new DepositId("june");
  private static final Money HUNDRED = Money.of("100.00", Currency.EUR);
  private static final CycleEvent STARTED = new CycleStarted(CYCLE, false, true, NOW);
  private static final CycleEvent PLANNED = stage(Stage.PLAN, "planned", Optional.of(PLAN));
  private static final StepOutcome SOLD =
      StepOutcomes.failed(SELL_SAP, new IntentId("c-1#1"), "closed");

  /** A whole life of a cycle with two deposits, one of them unsettled. */
  private static final List<CycleEvent> LIFE =
      List.of(
          new DepositAnnounced(MAY, HUNDRED, true, NOW),
          STARTED,
          stage(Stage.SYNC, "synced", Optional.empty()),
          stage(Stage.SCORE, "", Optional.empty()),
          new StageCompleted(CYCLE, Stage.OPTIMIZE, "optimized", TARGETS, Optional.empty(), NOW),
          new DepositAnnounced(JUNE, HUNDRED, false, NOW),
          new DepositSettled(MAY, NOW),
          PLANNED,
          new StepCompleted(CYCLE, SOLD, NOW),
          stage(Stage.EXECUTE, "executed", Optional.empty()),
          new CycleEnded(CYCLE, Optional.of("why"), NOW.plusSeconds(9)));

  @Test
  void nothingEverRan() {
    CycleState state = CycleState.initial();

    assertThat(state.view().id()).isEmpty();
    assertThat(state.view().running()).isFalse();
    assertThat(state.running()).isEmpty();
    assertThat(state.nextStage()).isEmpty();
    assertThat(state.nextStep(5)).isEmpty();
    assertThat(state.unsettledDeposits()).isEmpty();
  }

  @Test
  void everyEventLeavesItsTrace() {
    assertThat(after(LIFE).view())
        .isEqualTo(
            new CycleView(
                Optional.of(CYCLE),
                false,
                false,
                List.of(Stage.values()),
                List.of("synced", "optimized", "planned", "executed"),
                Optional.of(PLAN.id()),
                List.of(SOLD),
                Optional.of("why"),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(9))));
    assertThat(after(LIFE).targets()).isEqualTo(TARGETS);
    assertThat(after(LIFE).force()).isTrue();
  }

  @Test
  void stagesFollowInTheirOrder() {
    List<Stage> next = new ArrayList<>();
    CycleState state = after(List.of(STARTED));
    while (state.nextStage().isPresent()) {
      next.add(state.nextStage().get());
      state = state.apply(stage(state.nextStage().get(), "", Optional.empty()));
    }

    assertThat(next).containsExactly(Stage.values());
    assertThat(state.isLast(Stage.EXECUTE)).isTrue();
    assertThat(state.isLast(Stage.PLAN)).isFalse();
  }

  @Test
  void aDryRunEndsWithThePlan() {
    CycleState state = after(List.of(new CycleStarted(CYCLE, true, false, NOW), PLANNED));

    assertThat(state.isLast(Stage.PLAN)).isTrue();
    assertThat(state.force()).isFalse();
    CycleState planned =
        after(
            List.of(
                new CycleStarted(CYCLE, true, false, NOW),
                stage(Stage.SYNC, "", Optional.empty()),
                stage(Stage.SCORE, "", Optional.empty()),
                stage(Stage.OPTIMIZE, "", Optional.empty()),
                PLANNED));
    assertThat(planned.nextStage()).isEmpty();
  }

  @Test
  void stepsFollowInTheirOrderUpToTheBound() {
    CycleState planned = after(List.of(STARTED, PLANNED));
    CycleState sold = planned.apply(new StepCompleted(CYCLE, SOLD, NOW));
    CycleState bought =
        sold.apply(
            new StepCompleted(
                CYCLE, StepOutcomes.failed(BUY_APPLE, new IntentId("c-1#2"), "closed"), NOW));

    assertThat(planned.nextStep(2)).contains(SELL_SAP);
    assertThat(sold.nextStep(2)).contains(BUY_APPLE);
    assertThat(sold.nextStep(1)).isEmpty();
    assertThat(bought.nextStep(2)).isEmpty();
  }

  @Test
  void aNewCycleBeginsWithNothingOfTheLast() {
    CycleState state = after(LIFE).apply(new CycleStarted(new CycleId("c-2"), false, false, NOW));

    assertThat(state.targets()).isEmpty();
    assertThat(state.plan()).isEmpty();
    assertThat(state.view().notes()).isEmpty();
    assertThat(state.view().steps()).isEmpty();
    assertThat(state.nextStage()).contains(Stage.SYNC);
    assertThat(state.deposit(MAY)).isPresent();
  }

  @Test
  void eventsOfACycleThatDoesNotRunCannotBe() {
    CycleState running = after(List.of(STARTED));
    CycleEvent stranger =
        new StageCompleted(new CycleId("c-9"), Stage.SYNC, "", List.of(), Optional.empty(), NOW);

    assertThatThrownBy(() -> running.apply(stranger)).hasMessage("cycle c-9 does not run");
    assertThatThrownBy(() -> after(LIFE).apply(PLANNED)).hasMessage("cycle c-1 does not run");
    assertThatThrownBy(() -> running.apply(new DepositSettled(MAY, NOW)))
        .hasMessage("deposit may was never announced");
  }

  @Test
  void depositsAreKnownForEver() {
    CycleState state = after(LIFE);

    assertThat(state.deposit(MAY)).contains(new AnnouncedDeposit(MAY, HUNDRED, true, true));
    assertThat(state.unsettledDeposits())
        .containsExactly(new AnnouncedDeposit(JUNE, HUNDRED, false, false));
  }

  /** At every point of its life the state can be put away and taken up again. */
  @Test
  void aSnapshotIsTheWholeState() {
    CycleState state = CycleState.initial();
    for (int i = 0; i <= LIFE.size(); i++) {
      CycleState restored = CycleState.fromSnapshot(state.toSnapshot());
      CycleState end = restored;
      for (CycleEvent event : LIFE.subList(i, LIFE.size())) {
        end = end.apply(event);
      }

      assertThat(restored.toSnapshot()).isEqualTo(state.toSnapshot());
      assertThat(restored.nextStage()).isEqualTo(state.nextStage());
      assertThat(restored.nextStep(5)).isEqualTo(state.nextStep(5));
      assertThat(restored.force()).isEqualTo(state.force());
      assertThat(restored.unsettledDeposits()).isEqualTo(state.unsettledDeposits());
      assertThat(end.toSnapshot()).isEqualTo(after(LIFE).toSnapshot());
      if (i < LIFE.size()) {
        state = state.apply(LIFE.get(i));
      }
    }
  }

  @Test
  void targetsStayWhenALaterStageHasNone() {
    CycleState state = after(LIFE);

    assertThat(state.targets()).contains(new TargetWeight(APPLE, 0.4));
    assertThat(state.plan()).contains(PLAN);
  }

  private static CycleState after(List<CycleEvent> events) {
    CycleState state = CycleState.initial();
    for (CycleEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  private static CycleEvent stage(Stage stage, String note, Optional<Plan> plan) {
    return new StageCompleted(CYCLE, stage, note, List.of(), plan, NOW);
  }
}
