package io.arduinotrader.trading.simulation;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.LoggingAdapter;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** Time that passes only when somebody lets it: from one timer straight to the next. */
public final class VirtualScheduler extends AbstractScheduler {

  private static final PriorityQueue<Timer> TIMERS =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
  private static long now;
  private static long count;

  /** Called by Pekko. */
  public VirtualScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {}

  private static final class Timer implements Cancellable {

    private final long at;
    private final long number;
    private final Runnable task;
    private final ExecutionContext executor;
    private boolean over;

    Timer(long at, long number, Runnable task, ExecutionContext executor) {
      this.at = at;
      this.number = number;
      this.task = task;
      this.executor = executor;
    }

    long at() {
      return at;
    }

    long number() {
      return number;
    }

    @Override
    public boolean cancel() {
      boolean first = !over;
      over = true;
      return first;
    }

    @Override
    public boolean isCancelled() {
      return over;
    }
  }

  /** How long it is since the first time. */
  static synchronized Duration elapsed() {
    return Duration.ofNanos(now);
  }

  /** Time passes to the next timer, but not beyond a limit; false when there is none before it. */
  static synchronized boolean passToNext(Duration limit) {
    Timer next = TIMERS.poll();
    while (next != null && next.isCancelled()) {
      next = TIMERS.poll();
    }
    if (next == null || next.at() > limit.toNanos()) {
      if (next != null) {
        TIMERS.add(next);
      }
      return false;
    }
    now = Math.max(now, next.at());
    next.cancel();
    next.executor.execute(next.task);
    return true;
  }

  /** Forgets every timer. */
  static synchronized void clear() {
    TIMERS.clear();
  }

  private static synchronized Cancellable add(
      long delay, Runnable task, ExecutionContext executor) {
    Timer timer = new Timer(now + Math.max(0, delay), count++, task, executor);
    TIMERS.add(timer);
    return timer;
  }

  @Override
  public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
    return add(delay.toNanos(), task, executor);
  }

  @Override
  @SuppressWarnings("deprecation") // there is no other way to be a scheduler
  public Cancellable schedule(
      FiniteDuration first, FiniteDuration interval, Runnable task, ExecutionContext executor) {
    throw new UnsupportedOperationException("timers at a fixed rate are not used");
  }

  @Override
  public double maxFrequency() {
    return 1000;
  }
}
