package io.arduinotrader.planning;

import io.arduinotrader.planning.domain.GapPlanner;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/** Makes one plan at a time; knows nothing but its job. */
public final class PlanningWorker {

  private PlanningWorker() {}

  /** A worker that registers for jobs of every desk in the cluster. */
  public static Behavior<PlanningWork> create() {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(PlanningWork.WORKERS, context.getSelf()));
          return Behaviors.receiveMessage(
              work -> {
                work.replyTo()
                    .tell(
                        new PlanningWork.Result(
                            work.number(), GapPlanner.plan(work.job(), inputsHash(work.job()))));
                return Behaviors.same();
              });
        });
  }

  /** What the plan depends on, without the name it will have and the time it is made. */
  private static Digest inputsHash(PlanningWork.Job job) {
    String inputs =
        String.join(
            "|",
            job.account().value(),
            job.candidates().toString(),
            job.cash().toString(),
            job.limits().toString());
    return Digest.of(inputs.getBytes(StandardCharsets.UTF_8));
  }
}
