package io.arduinotrader.optimization;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.WeightEvidence;
import io.arduinotrader.support.PoolWorker;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;

/** Finds target weights for one job at a time; knows nothing but its job. */
public final class OptimizationWorker {

  private OptimizationWorker() {}

  /** A worker that registers for jobs of every desk in the cluster. */
  public static Behavior<OptimizationWork> create() {
    return PoolWorker.create(
        new PoolWorker.Form<>(
            OptimizationWork.WORKERS,
            OptimizationWorker::timed,
            OptimizationWorker::failed,
            OptimizationWork::replyTo));
  }

  private static OptimizationWork.Result timed(OptimizationWork work) {
    long begun = System.nanoTime();
    return WeightJob.run(work).after((System.nanoTime() - begun) / 1e6);
  }

  private static OptimizationWork.Result failed(OptimizationWork work, String reason) {
    return new OptimizationWork.Result(
        work.number(),
        List.of(),
        List.of(),
        OptimizationWork.Status.FAILED,
        List.of(reason),
        Optional.empty(),
        "none",
        List.of(),
        List.of(),
        List.of(),
        new WeightEvidence(JobInputs.digest(work.job()), List.of()),
        0);
  }
}
