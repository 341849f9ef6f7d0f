package io.arduinotrader.scoring;

import io.arduinotrader.protocol.scoring.ScoringWork;
import java.time.InstantSource;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/** Scores one security at a time; knows nothing but its job. */
public final class ScoringWorker {

  private ScoringWorker() {}

  /** A worker that registers for jobs of every desk in the cluster. */
  public static Behavior<ScoringWork> create(InstantSource clock) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(ScoringWork.WORKERS, context.getSelf()));
          return Behaviors.receiveMessage(
              work -> {
                work.replyTo().tell(ScoreJob.run(work, clock.instant()));
                return Behaviors.same();
              });
        });
  }
}
