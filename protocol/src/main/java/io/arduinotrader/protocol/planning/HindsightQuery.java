package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.PlanId;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What can be asked about plans of the past. Nothing of it has an effect. */
public sealed interface HindsightQuery extends ClusterMessage {

  ServiceKey<HindsightQuery> KEY = ServiceKey.create(HindsightQuery.class, "hindsight");

  /**
   * What would a stored plan have been with other settings?
   *
   * @param settings by name, over those the plan was made with
   */
  record Replan(PlanId id, Map<String, String> settings, ActorRef<ReplanReply> replyTo)
      implements HindsightQuery {}

  /** The answer to {@link Replan}. */
  sealed interface ReplanReply extends ClusterMessage {}

  /**
   * Both plans.
   *
   * @param reproduced whether the plan came out again, step by step, with the settings it was made
   *     with; if not, the text says why, and the difference is not of the settings alone
   * @param text what differs and why, sentences
   */
  record Replanned(Plan recorded, Plan changed, boolean reproduced, List<String> text)
      implements ReplanReply {}

  /** No such plan is stored. */
  record UnknownPlan(PlanId id) implements ReplanReply {}

  /** The settings cannot be used; what is wrong, by the name of the setting. */
  record UnusableSettings(Map<String, String> problems) implements ReplanReply {}

  /** No plan can be made from what is stored. */
  record NotPossible(String reason) implements ReplanReply {}

  /** The stored plan cannot be read as it was written. */
  record Damaged(String reason) implements ReplanReply {}

  /** The plan could not be looked at now. */
  record Unavailable(String reason) implements ReplanReply {}
}
