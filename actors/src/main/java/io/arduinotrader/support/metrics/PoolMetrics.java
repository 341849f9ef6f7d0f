package io.arduinotrader.support.metrics;

import kamon.Kamon;
import kamon.metric.Counter;
import kamon.metric.Gauge;
import kamon.metric.Metric;

/** The queue of one pool of workers. */
public final class PoolMetrics {

  private static final Metric.Gauge WAITING =
      Kamon.gauge("pool.jobs.waiting", "Jobs that wait for a worker");
  private static final Metric.Gauge WORKERS =
      Kamon.gauge("pool.workers", "Workers of all nodes, idle or busy");
  private static final Metric.Counter REFUSED =
      Kamon.counter("pool.jobs.refused", "Jobs refused because the queue was full");

  private final Gauge waiting;
  private final Gauge workers;
  private final Counter refused;

  /** The figures of the pool of this name. */
  public PoolMetrics(String pool) {
    this.waiting = WAITING.withTag("pool", pool);
    this.workers = WORKERS.withTag("pool", pool);
    this.refused = REFUSED.withTag("pool", pool);
  }

  /** How it stands. */
  public void stands(int jobsWaiting, int workersKnown) {
    waiting.update(jobsWaiting);
    workers.update(workersKnown);
  }

  /** A job was not taken. */
  public void refused() {
    refused.increment();
  }
}
