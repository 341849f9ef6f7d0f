package io.arduinotrader.lifeline;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** An open line to a node, and the answers that are awaited along it. */
final class Line {

  private final long node;
  private final long epoch;
  private final Set<Awaited> awaited = ConcurrentHashMap.newKeySet();
  private volatile long stamp;
  private volatile long heardAt;
  private volatile boolean ended;

  private record Awaited(CompletableFuture<?> answer, Supplier<RuntimeException> onEnd) {

    void fail() {
      answer.completeExceptionally(onEnd.get());
    }
  }

  /**
   * A line that has just opened.
   *
   * @param stamp the first of the other node's stamps
   * @param heardAt when it came, on this node's monotonic clock
   */
  Line(long node, long epoch, long stamp, long heardAt) {
    this.node = node;
    this.epoch = epoch;
    this.stamp = stamp;
    this.heardAt = heardAt;
  }

  long node() {
    return node;
  }

  void stamp(long newest, long now) {
    stamp = newest;
    heardAt = now;
  }

  /** How long nothing has been heard, in nanoseconds. */
  long silence(long now) {
    return now - heardAt;
  }

  Pass pass() {
    return new Pass(node, epoch, stamp);
  }

  /** Fails the answer when the line ends before it is there. */
  void await(CompletableFuture<?> answer, Supplier<RuntimeException> onEnd) {
    Awaited entry = new Awaited(answer, onEnd);
    awaited.add(entry);
    CompletionStage<?> answered = answer;
    answered.whenComplete((done, failure) -> awaited.remove(entry));
    if (ended) {
      entry.fail();
    }
  }

  void end() {
    ended = true;
    awaited.forEach(Awaited::fail);
  }
}
