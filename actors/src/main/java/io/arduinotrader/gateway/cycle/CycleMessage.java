package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;

/** What the cycle tells itself: results of its questions, never seen outside. */
sealed interface CycleMessage extends CycleCommand.Internal {

  /**
   * Take up what a stop has interrupted: deposits on their way, and the cycle that was running.
   * What has begun since needs no taking up.
   *
   * @param interrupted the state the journal had when it was read
   */
  record Resume(CycleState interrupted) implements CycleMessage {}

  /** The broker's state is taken over. */
  record Reconciled(CycleId id, BrokerView broker) implements CycleMessage {}

  /** The feed says how far it is. */
  record PricesSyncing(CycleId id, BrokerView broker, SyncProgress progress)
      implements CycleMessage {}

  /** The planning says how far it is. */
  record Planning(CycleId id, PlanProgress progress) implements CycleMessage {}

  /** A stage has come to a result. */
  record StageDone(CycleId id, Stage stage, StageResult result) implements CycleMessage {}

  /** A stage has come to nothing. */
  record StageFailed(CycleId id, Stage stage, String reason) implements CycleMessage {}

  /** A step's order has answered. */
  record StepDone(CycleId id, StepOutcome outcome) implements CycleMessage {}

  /** The stage with this number of steps done took too long. */
  record StageOverdue(CycleId id, Stage stage, int steps) implements CycleMessage {}

  /** A deposit is in the books. */
  record DepositBooked(DepositId id, PortfolioView portfolio) implements CycleMessage {}

  /** A deposit could not be booked yet. */
  record DepositDelayed(DepositId id, String reason) implements CycleMessage {}

  /** It is time to try to book a deposit again. */
  record RetryDeposit(DepositId id) implements CycleMessage {}

  /** Nothing needs to be done about this. */
  record Noted() implements CycleMessage {}
}
