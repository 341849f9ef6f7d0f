package io.arduinotrader.support.metrics;

import java.util.concurrent.atomic.AtomicBoolean;
import kamon.Kamon;
import kamon.metric.Metric;
import kamon.tag.TagSet;

/** One gRPC call, from its arrival to its last message. */
public final class CallMetrics {

  private static final Metric.Counter CALLS =
      Kamon.counter("grpc.requests", "gRPC calls that have ended, by their status");
  private static final Metric.Timer DURATION =
      Kamon.timer(
          "grpc.request.duration", "Time from the arrival of a gRPC call to its last message");

  private final Stopwatch watch = Stopwatch.started();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final TagSet tags;

  private CallMetrics(TagSet tags) {
    this.tags = tags;
  }

  /**
   * A call that has just arrived.
   *
   * @param service the name of a service this node knows, or one word for all others
   * @param method the same for its methods
   */
  public static CallMetrics arrived(String service, String method) {
    return new CallMetrics(TagSet.of("service", service).withTag("method", method));
  }

  /** The call has ended with a status such as {@code OK}; only the first one counts. */
  public void ended(String status) {
    if (ended.compareAndSet(false, true)) {
      CALLS.withTags(tags.withTag("status", status)).increment();
      DURATION.withTags(tags).record(watch.elapsed());
    }
  }
}
