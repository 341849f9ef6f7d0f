package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to the trading cycles of an account. */
public sealed interface CycleEvent {

  Instant at();

  /** A cycle began. */
  record CycleStarted(CycleId id, boolean dryRun, boolean force, Instant at)
      implements CycleEvent {}

  /**
   * A stage is done and will not be done again.
   *
   * @param targets the target weights, only from {@link Stage#OPTIMIZE}
   * @param plan the plan to execute, only from {@link Stage#PLAN}
   */
  record StageCompleted(
      CycleId id,
      Stage stage,
      String note,
      List<PlanningCommand.TargetWeight> targets,
      Optional<Plan> plan,
      Instant at)
      implements CycleEvent {}

  /** A step of the plan has come to an outcome. */
  record StepCompleted(CycleId id, StepOutcome outcome, Instant at) implements CycleEvent {}

  /** The cycle has ended; with a failure it ended early. */
  record CycleEnded(CycleId id, Optional<String> failure, Instant at) implements CycleEvent {}

  /** A deposit is to be booked in the portfolio. */
  record DepositAnnounced(DepositId id, Money amount, boolean autoInvest, Instant at)
      implements CycleEvent {}

  /** The portfolio has booked the deposit. */
  record DepositSettled(DepositId id, Instant at) implements CycleEvent {}
}
