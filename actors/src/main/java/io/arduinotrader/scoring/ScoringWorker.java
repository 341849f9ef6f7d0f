package io.arduinotrader.scoring;

import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.support.PoolWorker;
import java.time.InstantSource;
import org.apache.pekko.actor.typed.Behavior;

/** Scores one security at a time; knows nothing but its job. */
public final class ScoringWorker {

  private ScoringWorker() {}

  /** A worker that registers for jobs of every desk in the cluster. */
  public static Behavior<ScoringWork> create(InstantSource clock) {
    return PoolWorker.create(
        new PoolWorker.Form<>(
            ScoringWork.WORKERS,
            work -> ScoreJob.run(work, clock.instant()),
            ScoreJob::failed,
            ScoringWork::replyTo));
  }
}
