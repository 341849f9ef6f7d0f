package io.arduinotrader.support;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Follows somebody's progress messages until the last one, which completes a future. */
public final class Listening {

  private Listening() {}

  /**
   * Passes every message on and stops at the last; the future fails with a time-out when the last
   * has not come within the limit.
   */
  public static <M> Behavior<M> until(
      Predicate<M> last, Consumer<M> each, CompletableFuture<M> end, Duration limit) {
    return Behaviors.setup(
        context -> {
          end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
          return Behaviors.receiveMessage(
              message -> {
                each.accept(message);
                if (last.test(message)) {
                  end.complete(message);
                  return Behaviors.stopped();
                }
                return end.isDone() ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }
}
