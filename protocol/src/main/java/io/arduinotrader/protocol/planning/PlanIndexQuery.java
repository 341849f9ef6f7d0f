package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.PlanId;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What can be read from the table of all plans. */
public sealed interface PlanIndexQuery extends ClusterMessage {

  ServiceKey<PlanIndexQuery> KEY = ServiceKey.create(PlanIndexQuery.class, "plan-index");

  /** The ids of all plans, best score first, then newest. */
  record ListPlans(int limit, int offset, ActorRef<Reply> replyTo) implements PlanIndexQuery {}

  /** The answer. */
  sealed interface Reply extends ClusterMessage {}

  /** A page of ids and how many plans there are in all. */
  record PlanIds(List<PlanId> ids, long total) implements Reply {}

  /** The table could not be read; this is not an empty answer. */
  record Unreadable(String reason) implements Reply {}
}
