package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the optimization desk can be told. */
public sealed interface OptimizationCommand extends ClusterMessage {

  ServiceKey<OptimizationCommand> KEY =
      ServiceKey.create(OptimizationCommand.class, "optimization");

  /**
   * Find target weights and the moves to reach them.
   *
   * @param holdings what is held; empty means what the account's portfolio holds
   * @param targets wanted weights with their bounds; empty means derive them from past returns
   * @param cash cash to include in base currency; empty means what the account's portfolio has
   */
  record OptimizeAllocation(
      AccountId account,
      List<Holding> holdings,
      List<Target> targets,
      Optional<Money> cash,
      Limits limits,
      ActorRef<AllocationReply> replyTo)
      implements OptimizationCommand {}

  /** Compare holdings with wanted weights; empty lists mean as in {@link OptimizeAllocation}. */
  record CalculateRebalancing(
      AccountId account,
      List<Holding> holdings,
      List<Target> targets,
      Optional<Money> cash,
      ActorRef<RebalancingReply> replyTo)
      implements OptimizationCommand {}

  /** Cut orders into slices; buys are paid from the cash, the account's free cash when empty. */
  record OptimizeExecution(
      AccountId account, List<Order> orders, Optional<Money> cash, ActorRef<ExecutionReply> replyTo)
      implements OptimizationCommand {}

  /** Shares held of a security. */
  record Holding(Isin isin, Quantity quantity) {}

  /** A wanted weight, all fractions of the portfolio value from 0 to 1. */
  record Target(Isin isin, double weight, double minimum, double maximum) {}

  /**
   * Limits of the result; an absent one does not bind.
   *
   * @param maximumTurnover traded value as a fraction of the portfolio value
   */
  record Limits(
      Optional<Integer> maximumPositions,
      Optional<Money> minimumPositionSize,
      Optional<Money> maximumPositionSize,
      Optional<BigDecimal> maximumTurnover,
      boolean allowFractional) {

    /** No limits. */
    public static Limits none() {
      return new Limits(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
  }

  /** An order to schedule. */
  record Order(Isin isin, Side side, Quantity quantity, Optional<Price> limit) {}
}
