package io.arduinotrader.support;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.pekko.actor.Status;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Follows somebody's progress messages until the last one, which completes a future. */
public final class Listening {

  private enum Over {
    OVER
  }

  private Listening() {}

  /**
   * Passes every message on and stops at the last. When the last has not come within the limit the
   * future fails with a {@link TimeoutException} and nobody listens any longer.
   */
  public static <M> Behavior<M> until(
      Class<M> type,
      Predicate<M> last,
      Consumer<M> each,
      CompletableFuture<M> end,
      Duration limit) {
    return Behaviors.<Object>withTimers(
            timers -> {
              timers.startSingleTimer(Over.OVER, limit);
              return Behaviors.receive(Object.class)
                  .onMessage(type, message -> heard(message, last, each, end))
                  .onMessageEquals(Over.OVER, () -> over(end, limit))
                  .onMessage(Status.Failure.class, failure -> failed(end, failure))
                  .build();
            })
        .narrow();
  }

  private static <M> Behavior<Object> heard(
      M message, Predicate<M> last, Consumer<M> each, CompletableFuture<M> end) {
    each.accept(message);
    if (!last.test(message)) {
      return Behaviors.same();
    }
    end.complete(message);
    return Behaviors.stopped();
  }

  /** Whoever was asked can never answer. */
  private static Behavior<Object> failed(CompletableFuture<?> end, Status.Failure failure) {
    end.completeExceptionally(failure.cause());
    return Behaviors.stopped();
  }

  private static Behavior<Object> over(CompletableFuture<?> end, Duration limit) {
    end.completeExceptionally(
        new TimeoutException("the end was not heard of within " + limit.toSeconds() + " s"));
    return Behaviors.stopped();
  }
}
