package io.arduinotrader.support.metrics;

import java.util.List;
import kamon.Kamon;
import kamon.metric.Metric;
import kamon.tag.TagSet;

/**
 * What is written to the journal. Streams are counted by kind, events by the name of their type.
 */
public final class JournalMetrics {

  private static final Metric.Counter EVENTS =
      Kamon.counter("journal.events", "Events stored, by the kind of their stream and by type");
  private static final Metric.Timer APPEND =
      Kamon.timer(
          "journal.append.duration",
          "Time from the decision to store events until they are stored");

  private JournalMetrics() {}

  /** Events of one stream have been stored together. */
  public static void appended(String stream, List<?> events, Stopwatch watch) {
    APPEND.withTag("stream", stream).record(watch.elapsed());
    for (Object event : events) {
      EVENTS
          .withTags(TagSet.of("stream", stream).withTag("event", event.getClass().getSimpleName()))
          .increment();
    }
  }
}
