package io.arduinotrader.support.metrics;

import java.time.Duration;
import kamon.Kamon;
import kamon.metric.Metric;

/** Searches for plans. */
public final class PlanMetrics {

  private static final Metric.Counter PLANS =
      Kamon.counter(
          "plans", "Searches for a plan that have ended: proven best, unproven, or without a plan");
  private static final Metric.Counter SEQUENCES =
      Kamon.counter("plan.sequences.evaluated", "Sequences of trades whose score was computed");
  private static final Metric.Timer DURATION =
      Kamon.timer("plan.duration", "Time of the search for a plan");

  private PlanMetrics() {}

  /** A plan was found. */
  public static void made(boolean proven, long sequences, Duration taken) {
    PLANS.withTag("outcome", proven ? "proven" : "unproven").increment();
    SEQUENCES.withoutTags().increment(sequences);
    DURATION.withoutTags().record(taken);
  }

  /** The search came to nothing. */
  public static void failed() {
    PLANS.withTag("outcome", "failed").increment();
  }
}
