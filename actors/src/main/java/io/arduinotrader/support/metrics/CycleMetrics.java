package io.arduinotrader.support.metrics;

import kamon.Kamon;
import kamon.metric.Metric;
import org.jspecify.annotations.Nullable;

/** The trading cycles of one account. */
public final class CycleMetrics {

  private static final Metric.Counter CYCLES =
      Kamon.counter("cycles", "Trading cycles that have ended, by their outcome");
  private static final Metric.Timer DURATION =
      Kamon.timer(
          "cycle.duration", "Time of a trading cycle that was not interrupted by a restart");

  private @Nullable Stopwatch running;

  /** A cycle begins. */
  public void started() {
    running = Stopwatch.started();
  }

  /** The cycle is over. */
  public void ended(boolean completed) {
    CYCLES.withTag("outcome", completed ? "completed" : "failed").increment();
    if (running != null) {
      DURATION.withoutTags().record(running.elapsed());
      running = null;
    }
  }
}
