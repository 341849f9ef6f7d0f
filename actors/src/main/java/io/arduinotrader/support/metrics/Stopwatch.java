package io.arduinotrader.support.metrics;

import java.time.Duration;

/** How long something has taken, whatever the clock on the wall did meanwhile. */
public final class Stopwatch {

  private final long started = System.nanoTime();

  private Stopwatch() {}

  /** One that runs from now on. */
  public static Stopwatch started() {
    return new Stopwatch();
  }

  /** The time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
