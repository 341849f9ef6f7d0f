package io.arduinotrader.planning;

import io.arduinotrader.planning.domain.GapPlanner;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.support.PoolWorker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;

/** Makes one plan at a time; knows nothing but its job. */
public final class PlanningWorker {

  private PlanningWorker() {}

  /** A worker that registers for jobs of every desk in the cluster. */
  public static Behavior<PlanningWork> create() {
    return PoolWorker.create(
        new PoolWorker.Form<>(
            PlanningWork.WORKERS,
            work ->
                new PlanningWork.Result(
                    work.number(),
                    Optional.of(GapPlanner.plan(work.job(), inputsHash(work.job()))),
                    ""),
            (work, reason) -> new PlanningWork.Result(work.number(), Optional.empty(), reason),
            PlanningWork::replyTo));
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
