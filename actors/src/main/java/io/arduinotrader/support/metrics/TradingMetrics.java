package io.arduinotrader.support.metrics;

import java.util.Locale;
import java.util.function.Supplier;
import kamon.Kamon;
import kamon.metric.Metric;
import kamon.tag.TagSet;

/** Orders and calls to the broker. */
public final class TradingMetrics {

  private static final Metric.Counter PLACED =
      Kamon.counter("orders.placed", "Orders whose intent has been stored");
  private static final Metric.Counter SETTLED =
      Kamon.counter("orders.settled", "Orders that have ended and been booked, by their outcome");
  private static final Metric.Timer BROKER =
      Kamon.timer("broker.call.duration", "Time of one call to the broker, by what was asked");

  private TradingMetrics() {}

  /** An order begins. */
  public static void placed() {
    PLACED.withoutTags().increment();
  }

  /** An order is over. */
  public static void settled(Enum<?> outcome) {
    SETTLED.withTag("outcome", word(outcome)).increment();
  }

  /** Makes a call to the broker and times it; one that ends with an exception was not answered. */
  public static <T> T brokerCall(String operation, Supplier<T> call) {
    Stopwatch watch = Stopwatch.started();
    boolean answered = false;
    try {
      T answer = call.get();
      answered = true;
      return answer;
    } finally {
      BROKER
          .withTags(TagSet.of("operation", operation).withTag("answered", answered))
          .record(watch.elapsed());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
