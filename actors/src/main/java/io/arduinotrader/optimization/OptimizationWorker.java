package io.arduinotrader.optimization;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/** Finds target weights for one job at a time; knows nothing but its job. */
public final class OptimizationWorker {

  private OptimizationWorker() {}

  /** A worker that registers for jobs of every desk in the cluster. */
  public static Behavior<OptimizationWork> create() {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(OptimizationWork.WORKERS, context.getSelf()));
          return Behaviors.receiveMessage(
              work -> {
                work.replyTo().tell(WeightJob.run(work));
                return Behaviors.same();
              });
        });
  }
}
