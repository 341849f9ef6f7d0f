package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What one order can be told; the entity id is the intent id. */
public sealed interface OrderCommand extends ClusterMessage {

  EntityTypeKey<OrderCommand> KEY = EntityTypeKey.create(OrderCommand.class, "order");

  /**
   * Trade as the intent says. The reply comes when the broker has answered, the order was refused,
   * or the outcome is unknown. A repeat with the same content answers with the same order.
   */
  record Place(Intent intent, ActorRef<OrderReply> replyTo) implements OrderCommand {}

  /** Withdraw the order from the market if it is still there. */
  record Cancel(String reason, ActorRef<OrderReply> replyTo) implements OrderCommand {}

  /** Show the order. */
  record GetOrder(ActorRef<OrderReply> replyTo) implements OrderCommand {}

  /** Note what the broker says about the order; the reply comes when it is stored. */
  record Report(BrokerReport report, ActorRef<Done> replyTo) implements OrderCommand {}

  /**
   * Go on with whatever is unfinished. The account's rules say so to every open order, also after a
   * restart, when nobody else would wake it; there is no reply.
   */
  record Resume() implements OrderCommand {}

  /** What an order tells itself; only the entity makes these. */
  non-sealed interface Internal extends OrderCommand {}
}
