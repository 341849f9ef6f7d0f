package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What the trading cycle of an account can be told; the entity id is the account id. */
public sealed interface CycleCommand extends ClusterMessage {

  EntityTypeKey<CycleCommand> KEY = EntityTypeKey.create(CycleCommand.class, "cycle");

  /**
   * Run a cycle. The caller is told every step until the cycle ends.
   *
   * @param dryRun stop before any order
   * @param force skip the gates that only save work
   */
  record StartCycle(CycleId id, boolean dryRun, boolean force, ActorRef<CycleProgress> replyTo)
      implements CycleCommand {}

  /** Tell a further listener about the running cycle, or the last one's end. */
  record Watch(ActorRef<CycleProgress> replyTo) implements CycleCommand {}

  /**
   * Book a deposit and, when wanted, run a cycle with it. The same id with the same amount again
   * answers with what was booked.
   */
  record Deposit(DepositId id, Money amount, boolean autoInvest, ActorRef<DepositReply> replyTo)
      implements CycleCommand {}

  /** Show the running or last cycle. */
  record GetCycle(ActorRef<CycleView> replyTo) implements CycleCommand {}

  /** Show the deposits that were announced and are not certain to be in the books. */
  record GetUnsettledDeposits(ActorRef<UnsettledDeposits> replyTo) implements CycleCommand {}

  /**
   * Deposits on their way into the books.
   *
   * @param ids oldest first
   */
  record UnsettledDeposits(List<DepositId> ids) implements ClusterMessage {}

  /** What the cycle tells itself; only the entity makes these. */
  non-sealed interface Internal extends CycleCommand {}
}
