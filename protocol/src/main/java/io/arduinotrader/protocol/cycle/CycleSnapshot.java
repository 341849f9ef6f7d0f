package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import java.util.List;
import java.util.Optional;

/**
 * The whole state of an account's trading cycles, to start from instead of the first event.
 *
 * @param cycle the running or last cycle
 * @param force whether that cycle skips the gates that only save work
 * @param targets its target weights, empty before they are known
 * @param plan its plan, empty before it is made
 * @param deposits every announced deposit, oldest first
 */
public record CycleSnapshot(
    CycleView cycle,
    boolean force,
    List<PlanningCommand.TargetWeight> targets,
    Optional<Plan> plan,
    List<AnnouncedDeposit> deposits) {

  /** A deposit on its way into the portfolio or already there. */
  public record AnnouncedDeposit(DepositId id, Money amount, boolean autoInvest, boolean settled) {}
}
