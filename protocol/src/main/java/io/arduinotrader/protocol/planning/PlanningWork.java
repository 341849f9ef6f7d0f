package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What a planning worker is told. */
public sealed interface PlanningWork extends ClusterMessage {

  ServiceKey<PlanningWork> WORKERS = ServiceKey.create(PlanningWork.class, "planning-workers");

  /** Search a part of the sequences; answered exactly once. */
  record Search(long number, Job job, ActorRef<Result> replyTo) implements PlanningWork {}

  /** End the search this requester has numbered so; what was found is the answer. */
  record Stop(long number, ActorRef<Result> replyTo) implements PlanningWork {}

  /**
   * A part and all it depends on.
   *
   * @param watcher is told every now and then how far the search is
   */
  record Job(PlanInputs inputs, SearchPart part, ActorRef<Sighting> watcher) {}

  /** What a search has found so far in the one part it is at. */
  record Sighting(PartResult soFar) implements ClusterMessage {}

  /**
   * What came of the job with this number; without a finding the reason says why, and is empty when
   * the job was stopped before it began.
   */
  record Result(long number, Optional<PartResult> found, String reasonForNone)
      implements ClusterMessage {}
}
