package io.arduinotrader.lifeline;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.pekko.actor.Address;

/**
 * The lines of a node: those it has to others, under which it sends, and the epochs it has granted
 * to others, under which it receives. Safe for use by several threads.
 */
public final class Lines {

  private final long self;
  private final LongSupplier nanoTime;
  private final Duration oldest;
  private final Map<Address, Line> open = new ConcurrentHashMap<>();
  private final Set<Long> granted = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastEpoch = new AtomicLong();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * No lines yet.
   *
   * @param self this incarnation of the node
   * @param nanoTime the node's monotonic clock
   * @param oldest the age at which a command is not done any more
   */
  public Lines(long self, LongSupplier nanoTime, Duration oldest) {
    this.self = self;
    this.nanoTime = nanoTime;
    this.oldest = oldest;
  }

  /** Whether the line to a node is open. */
  public boolean isOpen(Address node) {
    return open.containsKey(node);
  }

  /** Calls back whenever a line opens or ends, on any thread. */
  public void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * A command for another node; empty when the line to one of the nodes is not open.
   *
   * @param nodes those that may be the receiver
   */
  public Optional<Dispatched> dispatch(
      Object command,
      Collection<Address> nodes,
      Duration patience,
      Optional<org.apache.pekko.actor.typed.ActorRef<Object>> asker) {
    List<Pass> passes =
        nodes.stream()
            .flatMap(node -> Optional.ofNullable(open.get(node)).stream())
            .map(Line::pass)
            .toList();
    return passes.size() == nodes.size()
        ? Optional.of(new Dispatched(command, self, passes, patience, asker))
        : Optional.empty();
  }

  /** The answer, or the given failure as soon as the line to one of the nodes ends. */
  public <T> CompletableFuture<T> under(
      Collection<Address> nodes, CompletionStage<T> answer, Supplier<RuntimeException> onEnd) {
    CompletableFuture<T> first = new CompletableFuture<>();
    answer.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            first.complete(value);
          } else {
            first.completeExceptionally(failure);
          }
        });
    for (Address node : nodes) {
      Line line = open.get(node);
      if (line == null) {
        first.completeExceptionally(onEnd.get());
      } else {
        line.await(first, onEnd);
      }
    }
    return first;
  }

  /**
   * Whether a command may be done: it was sent by this node itself, or under an epoch that has not
   * ended and so recently that its sender still waits.
   */
  boolean admits(Dispatched dispatched) {
    if (dispatched.sender() == self) {
      return true;
    }
    Duration limit = dispatched.patience().compareTo(oldest) < 0 ? dispatched.patience() : oldest;
    return dispatched.passes().stream()
        .filter(pass -> pass.node() == self && granted.contains(pass.epoch()))
        .anyMatch(pass -> nanoTime.getAsLong() - pass.stamp() <= limit.toNanos());
  }

  long self() {
    return self;
  }

  long now() {
    return nanoTime.getAsLong();
  }

  /** Grants a new epoch to whoever opened a line to this node. */
  long grant() {
    long epoch = lastEpoch.incrementAndGet();
    granted.add(epoch);
    return epoch;
  }

  void revoke(long epoch) {
    granted.remove(epoch);
  }

  void opened(Address node, Line line) {
    open.put(node, line);
    changed();
  }

  /** Ends a line; awaited answers fail. */
  void ended(Address node, Line line) {
    if (open.remove(node, line)) {
      line.end();
      changed();
    }
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
