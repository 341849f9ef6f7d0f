package io.arduinotrader.bootstrap;

import io.arduinotrader.gateway.server.GatewayServers;
import io.arduinotrader.persistence.db.Database;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * The way down: new calls are refused, running ones finish, the node leaves the cluster, the store
 * is closed. Told to end by a signal, the process ends with status 0; an actor system that ends by
 * itself is a failure and the process ends with status 1.
 */
final class Shutdown {

  private static final Duration CALLS_MAY_TAKE = Duration.ofSeconds(5);
  private static final Duration ALL_MAY_TAKE = Duration.ofMillis(9500);

  private Shutdown() {}

  /** Makes signals end the node in order. */
  static void prepare(ActorSystem<?> system, Database database) {
    AtomicBoolean asked = new AtomicBoolean();
    CountDownLatch down = new CountDownLatch(1);
    system
        .getWhenTerminated()
        .whenComplete(
            (done, failure) -> {
              database.close();
              down.countDown();
            });
    // it waits from the start, so that the process does not end before it as if all were well
    new Thread(() -> failUnless(asked, down), "exit").start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.set(true);
                  boolean endedByItself = down.getCount() == 0;
                  CoordinatedShutdown.get(system).runAll(CoordinatedShutdown.jvmExitReason());
                  boolean inTime = await(down);
                  if (!endedByItself) {
                    // a process that was told to end has not failed, whatever the signal's number
                    Runtime.getRuntime().halt(inTime ? 0 : 1);
                  }
                },
                "orderly-end"));
  }

  /** Refuses new calls before anything else ends. */
  static void drainFirst(ActorSystem<?> system, GatewayServers servers) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeServiceUnbind(),
        "refuse-new-calls",
        () -> {
          Readiness.get(system).draining();
          return servers.drain(CALLS_MAY_TAKE);
        });
    shutdown.addTask(CoordinatedShutdown.PhaseServiceUnbind(), "close-ports", servers::unbind);
  }

  /** A node that ends without having been told to has failed. */
  private static void failUnless(AtomicBoolean asked, CountDownLatch down) {
    try {
      down.await();
      if (!asked.get()) {
        System.exit(1);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean await(CountDownLatch down) {
    try {
      return down.await(ALL_MAY_TAKE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
