package io.arduinotrader.gateway.server;

import io.arduinotrader.gateway.edge.CallRefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;

/**
 * Lets calls in and counts those that run, so that a node can refuse new ones and wait for the
 * others before it goes. Streams that outlast the waiting are ended.
 */
final class Intake {

  static final String REASON = "the node is shutting down";

  private final CompletableFuture<Done> idle = new CompletableFuture<>();
  private final SharedKillSwitch streams = KillSwitches.shared("calls");
  private final SharedKillSwitch endless = KillSwitches.shared("endless-calls");
  private boolean draining;
  private int running;

  /** What a call is told that came too late. */
  static CallRefusedException closed() {
    return CallRefusedException.unavailable(REASON);
  }

  /** Whether a new call may run; one that may is counted until {@link #end()}. */
  synchronized boolean begin() {
    if (draining) {
      return false;
    }
    running++;
    return true;
  }

  /** A call that began has ended. */
  synchronized void end() {
    running--;
    completeWhenIdle();
  }

  /** Lets no more calls begin; completes when the last one has ended. */
  CompletionStage<Done> drain() {
    synchronized (this) {
      draining = true;
      completeWhenIdle();
    }
    endless.abort(closed());
    return idle.minimalCompletionStage();
  }

  /** Ends the streams that still run; the callers are told why. */
  void endStreams() {
    streams.abort(closed());
  }

  /**
   * Part of every stream of answers.
   *
   * @param isEndless whether the stream would never end by itself, so that waiting is in vain
   */
  SharedKillSwitch streams(boolean isEndless) {
    return isEndless ? endless : streams;
  }

  private void completeWhenIdle() {
    if (draining && running == 0) {
      idle.complete(Done.getInstance());
    }
  }
}
