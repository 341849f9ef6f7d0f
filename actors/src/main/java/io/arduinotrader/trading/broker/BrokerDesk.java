package io.arduinotrader.trading.broker;

import io.arduinotrader.support.Stages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Owns the way to the broker. One call is made at a time and in the order of the requests, so that
 * an order is never looked up while it is still being sent. Calls wait on threads of their own; a
 * limited number of requests may wait, one more is turned away before anything was done.
 */
public final class BrokerDesk {

  /** What the desk can be told; it never leaves the node. */
  public sealed interface Command {}

  /** Makes a call and answers with what the broker said. */
  public record Call<T>(Function<BrokerPort, T> call, ActorRef<Answer<T>> replyTo)
      implements Command {}

  /** Shows whether the broker answers. */
  public record GetHealth(ActorRef<Health> replyTo) implements Command {}

  private record Ended<T>(Call<T> call, Answer<T> answer) implements Command {}

  /** What became of a call. */
  public sealed interface Answer<T> {}

  /** The broker answered. */
  public record Answered<T>(T value) implements Answer<T> {}

  /** There was no complete answer: nobody knows whether the call had its effect. */
  public record Unreached<T>(String reason) implements Answer<T> {}

  /** Too many calls wait already; this one was not made. */
  public record TurnedAway<T>(int limit) implements Answer<T> {}

  /**
   * Whether the broker answers.
   *
   * @param since when that became so, empty before the first call has ended
   */
  public record Health(boolean reachable, Optional<Instant> since) {}

  private final ActorContext<Command> context;
  private final BrokerPort port;
  private final Executor threads;
  private final int limit;
  private final InstantSource clock;
  private final Deque<Call<?>> waiting = new ArrayDeque<>();
  private boolean busy;
  private Health health = new Health(false, Optional.empty());

  private BrokerDesk(
      ActorContext<Command> context,
      BrokerPort port,
      Executor threads,
      int limit,
      InstantSource clock) {
    this.context = context;
    this.port = port;
    this.threads = threads;
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * The desk in front of a broker.
   *
   * @param threads where calls may block
   * @param limit how many calls may wait
   */
  public static Behavior<Command> create(
      BrokerPort port, Executor threads, int limit, InstantSource clock) {
    return Behaviors.setup(
        context -> {
          BrokerDesk desk = new BrokerDesk(context, port, threads, limit, clock);
          return Behaviors.receiveMessage(desk::onCommand);
        });
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Call<?> call -> accept(call);
      case GetHealth get -> get.replyTo().tell(health);
      case Ended<?> ended -> ended(ended);
    }
    return Behaviors.same();
  }

  private <T> void accept(Call<T> call) {
    if (!busy) {
      make(call);
    } else if (waiting.size() < limit) {
      waiting.addLast(call);
    } else {
      call.replyTo().tell(new TurnedAway<>(limit));
    }
  }

  private <T> void make(Call<T> call) {
    busy = true;
    context.pipeToSelf(
        CompletableFuture.supplyAsync(() -> call.call().apply(port), threads),
        (value, failure) ->
            new Ended<>(
                call,
                failure == null ? new Answered<>(value) : new Unreached<>(Stages.reason(failure))));
  }

  private <T> void ended(Ended<T> ended) {
    busy = false;
    boolean reachable = ended.answer() instanceof Answered;
    if (health.since().isEmpty() || health.reachable() != reachable) {
      health = new Health(reachable, Optional.of(clock.instant()));
      if (ended.answer() instanceof Unreached<T> unreached) {
        context.getLog().warn("the broker does not answer: {}", unreached.reason());
      } else {
        context.getLog().info("the broker answers");
      }
    }
    ended.call().replyTo().tell(ended.answer());
    if (!waiting.isEmpty()) {
      make(waiting.removeFirst());
    }
  }
}
