package io.arduinotrader.trading.simulation;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be done. Once there is a seed nothing is done before {@link #runOne} is called, and
 * the seed decides what: every interleaving of actors and calls that may happen on many threads may
 * happen here on one, and again with the same seed.
 */
public final class SeededTasks extends AbstractExecutorService {

  /** An actor system makes its own executors from names; it is given this one. */
  static final SeededTasks SHARED = new SeededTasks();

  private final List<Runnable> waiting = new ArrayList<>();
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "simulation-starter");
            thread.setDaemon(true);
            return thread;
          });
  private SplittableRandom random = new SplittableRandom(0);
  private boolean seeded;

  private SeededTasks() {}

  /** Lets an actor system run its actors here. */
  public static final class Configurator extends ExecutorServiceConfigurator {

    /** Called by Pekko. */
    public Configurator(Config config, DispatcherPrerequisites prerequisites) {
      super(config, prerequisites);
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
      return () -> SHARED;
    }
  }

  /** Decides by another seed from now on. */
  synchronized void seed(long seed) {
    seeded = true;
    random = new SplittableRandom(seed);
  }

  /** Runs one of the waiting tasks; false when there was none. */
  boolean runOne() {
    Runnable task = next();
    if (task == null) {
      return false;
    }
    task.run();
    return true;
  }

  private synchronized @Nullable Runnable next() {
    if (waiting.isEmpty()) {
      return null;
    }
    int chosen = random.nextInt(waiting.size());
    Runnable last = waiting.removeLast();
    return chosen == waiting.size() ? last : waiting.set(chosen, last);
  }

  @Override
  public synchronized void execute(Runnable task) {
    if (seeded) {
      waiting.add(task);
    } else {
      // an actor system waits for some of its actors when it starts
      starter.execute(task);
    }
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
