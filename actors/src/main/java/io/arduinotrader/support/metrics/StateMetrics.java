package io.arduinotrader.support.metrics;

import kamon.Kamon;
import kamon.metric.Metric;

/** How the node and its cluster stand, as last looked at. */
public final class StateMetrics {

  private static final Metric.Gauge HEALTH =
      Kamon.gauge("service.health", "Whether a service can do its work, as last probed: 1 or 0");
  private static final Metric.Gauge LAG =
      Kamon.gauge("projection.lag.events", "Events that are stored and not yet in the tables");
  private static final Metric.Gauge MEMBERS =
      Kamon.gauge("cluster.members", "Members of the cluster that can do work");
  private static final Metric.Gauge UNREACHABLE =
      Kamon.gauge("cluster.members.unreachable", "Members of the cluster that cannot be reached");

  private StateMetrics() {}

  /** A service was probed. */
  public static void health(String service, boolean canWork) {
    HEALTH.withTag("service", service).update(canWork ? 1 : 0);
  }

  /** A projection has this many events before it. */
  public static void projectionLag(String projection, long events) {
    LAG.withTag("projection", projection).update((double) events);
  }

  /** The membership as this node knows it. */
  public static void members(int working, int unreachable) {
    MEMBERS.withoutTags().update(working);
    UNREACHABLE.withoutTags().update(unreachable);
  }
}
