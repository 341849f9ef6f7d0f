package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.PlanId;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What the keeper of a portfolio state's plans can be told; the entity id is the hash. */
public sealed interface PlanCommand extends ClusterMessage {

  EntityTypeKey<PlanCommand> KEY = EntityTypeKey.create(PlanCommand.class, "plan");

  /** Reserve the next plan number; the reply comes when it is stored. */
  record NextPlan(ActorRef<NumberedPlan> replyTo) implements PlanCommand {}

  /** Keep a finished plan and what it was computed from; the same plan again changes nothing. */
  record KeepPlan(Plan plan, PlanFacts facts, ActorRef<PlansView> replyTo) implements PlanCommand {}

  /**
   * Remember the best so far of a plan that is still being made, until the plan is kept or nothing
   * is heard of it for a while. Nothing is stored, and nothing is answered.
   */
  record NotePlan(Plan soFar) implements PlanCommand {}

  /** Note where a plan stands now. */
  record MarkPlan(PlanId id, Plan.Status status, ActorRef<PlansView> replyTo)
      implements PlanCommand {}

  /** Show all plans of the state. */
  record GetPlans(ActorRef<PlansView> replyTo) implements PlanCommand {}

  /** The id a new plan gets. */
  record NumberedPlan(PlanId id) implements ClusterMessage {}

  /**
   * All plans of a portfolio state, oldest first.
   *
   * @param underway the best so far of each plan that is still being made, drafts all of them
   */
  record PlansView(List<Plan> plans, List<Plan> underway) implements ClusterMessage {}
}
