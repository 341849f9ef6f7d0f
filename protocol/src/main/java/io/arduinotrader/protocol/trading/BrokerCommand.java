package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the one who compares our books with the broker's can be told. */
public sealed interface BrokerCommand extends ClusterMessage {

  ServiceKey<BrokerCommand> KEY = ServiceKey.create(BrokerCommand.class, "broker");

  /** Read the broker now; the reply comes when everything it said has been passed on. */
  record Reconcile(ActorRef<BrokerView> replyTo) implements BrokerCommand {}

  /** Show how things stand with the broker. */
  record GetBroker(ActorRef<BrokerView> replyTo) implements BrokerCommand {}

  /**
   * Let a simulated broker know of cash that came in; a real one knows by itself. The same id again
   * changes nothing.
   */
  record NoteDeposit(DepositId id, Money amount, ActorRef<DepositNote> replyTo)
      implements BrokerCommand {}

  /** Find the intent behind an order that is known by the broker's name only. */
  record FindIntent(BrokerOrderId order, ActorRef<FindReply> replyTo) implements BrokerCommand {}

  /** What the comparer tells itself; only it makes these. */
  non-sealed interface Internal extends BrokerCommand {}

  /** The outcome of {@link NoteDeposit}. */
  sealed interface DepositNote extends ClusterMessage {}

  /** The broker knows of the deposit. */
  record DepositNoted(DepositId id) implements DepositNote {}

  /** Nobody knows whether the broker knows; say it again. */
  record DepositUnconfirmed(DepositId id, String reason) implements DepositNote {}

  /** The outcome of {@link FindIntent}. */
  sealed interface FindReply extends ClusterMessage {}

  /** The intent behind an order, empty when the broker surely has no such order. */
  record Found(Optional<IntentId> intent) implements FindReply {}

  /** The broker cannot be asked now. */
  record NotAsked(String reason) implements FindReply {}
}
