package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.CallRefusedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How often trades may be executed: ten calls within any sixty seconds. It keeps a client in a loop
 * away from the order book and remembers no more than those ten calls.
 */
final class ExecutionLimit {

  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofSeconds(60);

  private final LongSupplier nanoTime;
  private final Deque<Long> calls = new ArrayDeque<>(MOST);

  /**
   * A limit that was not used yet.
   *
   * @param nanoTime a clock that only moves forward, in nanoseconds
   */
  ExecutionLimit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Counts a call.
   *
   * @throws CallRefusedException RESOURCE_EXHAUSTED when there were too many; the call is not
   *     counted then
   */
  synchronized void use() {
    long now = nanoTime.getAsLong();
    while (!calls.isEmpty() && now - calls.getFirst() >= WINDOW.toNanos()) {
      calls.removeFirst();
    }
    if (calls.size() == MOST) {
      throw CallRefusedException.exhausted(
          "RATE_LIMITED: more than " + MOST + " executions in " + WINDOW.toSeconds() + " s",
          WINDOW.minusNanos(now - calls.getFirst()));
    }
    calls.addLast(now);
  }
}
