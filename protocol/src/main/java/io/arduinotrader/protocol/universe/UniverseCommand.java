package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What the universe can be told; the entity id is the universe id. */
public sealed interface UniverseCommand extends ClusterMessage {

  EntityTypeKey<UniverseCommand> KEY = EntityTypeKey.create(UniverseCommand.class, "universe");

  /** The id of the universe there is. */
  String DEFAULT_ID = "default";

  /** Add a security or activate it again; a repeat of an active one with the same data is fine. */
  record AddSecurity(SecurityRecord security, ActorRef<Reply> replyTo) implements UniverseCommand {}

  /** Replace what is known about a security that is in the universe. */
  record ChangeSecurity(SecurityRecord security, ActorRef<Reply> replyTo)
      implements UniverseCommand {}

  /** Work with a security no longer; its history stays. */
  record RemoveSecurity(Isin isin, String reason, ActorRef<Reply> replyTo)
      implements UniverseCommand {}

  /** Show every security, also inactive ones, by symbol. */
  record GetUniverse(ActorRef<UniverseView> replyTo) implements UniverseCommand {}

  /** The outcome of a change. */
  sealed interface Reply extends ClusterMessage {}

  /** The change is stored, or was so already. */
  record Accepted(SecurityRecord security, boolean changed) implements Reply {}

  /** Nothing was changed. */
  record Refused(Refusal refusal) implements Reply {}

  /** Every security the universe ever knew, by symbol. */
  record UniverseView(List<SecurityRecord> securities) implements ClusterMessage {}
}
