package io.arduinotrader.gateway.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.Status;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.japi.function.Predicate;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.OverflowStrategy;
import org.apache.pekko.stream.WatchedActorTerminatedException;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.typed.javadsl.ActorSource;

/** Progress messages of an actor as a stream for a caller. */
public final class Progress {

  /** Silence after which the last message is repeated, so that idle timers never cut the stream. */
  public static final Duration SILENCE = Duration.ofSeconds(10);

  /**
   * Attributes of a stream whose refusals are answers to its caller: those who should read about
   * other failures are told by the mapper of errors.
   */
  public static final Attributes QUIET =
      Attributes.createLogLevels(
          Attributes.logLevelOff(), Attributes.logLevelOff(), Attributes.logLevelOff());

  /** Silences in a row after which nobody is believed to be at work any more: five minutes. */
  private static final int MOST_SILENCES = 30;

  /** Messages that may wait for a slow caller; the oldest are dropped first. */
  private static final int WAITING = 256;

  private Progress() {}

  /**
   * Asks a desk for work it reports about.
   *
   * @param question the work, reporting to the given actor
   * @throws CallRefusedException when the desk cannot be reached; in the stream when it stops
   */
  public static <C, P> Source<P, NotUsed> of(
      Edge edge,
      org.apache.pekko.actor.typed.receptionist.ServiceKey<C> desk,
      Function<ActorRef<P>, C> question) {
    Pair<ActorRef<P>, Source<P, NotUsed>> inbox = inbox(edge.system());
    ActorRef<C> asked = edge.rooms().tell(desk, message(question, inbox.first()));
    return whileKept(edge.rooms().untilLost(asked), inbox.second())
        .watch(Adapter.toClassic(asked))
        .mapError(
            WatchedActorTerminatedException.class,
            gone -> CallRefusedException.unavailable("the " + desk.id() + " desk has stopped"));
  }

  /**
   * A stream that fails as soon as its source is lost.
   *
   * @param loss fails when it is lost
   */
  public static <P> Source<P, NotUsed> whileKept(
      CompletableFuture<Done> loss, Source<P, NotUsed> source) {
    Source<P, NotUsed> never = Source.completionStage(loss).mapConcat(done -> List.<P>of());
    return source
        .merge(never, true)
        .watchTermination(
            (materialized, ended) -> {
              ended.whenComplete((done, failure) -> loss.complete(Done.getInstance()));
              return materialized;
            });
  }

  /** An actor and the stream of what it is told. */
  public static <P> Pair<ActorRef<P>, Source<P, NotUsed>> inbox(ActorSystem<?> system) {
    return ActorSource.<P>actorRef(
            message -> false, Progress::failure, WAITING, OverflowStrategy.dropHead())
        .preMaterialize(system);
  }

  /** Whoever was asked may say that it can never answer. */
  private static Optional<Throwable> failure(Object message) {
    return message instanceof Status.Failure failure
        ? Optional.of(failure.cause())
        : Optional.empty();
  }

  /**
   * Repeats the last message whenever nothing came for a while. A stream that stays silent for five
   * minutes fails with UNAVAILABLE.
   */
  public static <T> Flow<T, T, NotUsed> repeating(Duration silence) {
    return Flow.<T>create()
        .map(Optional::of)
        .keepAlive(silence, Optional::empty)
        .statefulMapConcat(Repeater<T>::new);
  }

  /** Asks how things stand whenever nothing came for a while. */
  public static <T> Flow<T, T, NotUsed> asking(
      Duration silence, Function<NotUsed, CompletionStage<T>> question) {
    return Flow.<T>create()
        .map(Optional::of)
        .keepAlive(silence, Optional::empty)
        .mapAsync(
            1,
            heard ->
                heard.isPresent()
                    ? CompletableFuture.completedFuture(heard.get())
                    : question.apply(NotUsed.getInstance()));
  }

  /** Ends a stream with its last message, and fails it when the caller's time is over. */
  public static <T> Flow<T, T, NotUsed> until(Predicate<T> isLast, CallContext call) {
    Flow<T, T, NotUsed> ending = Flow.<T>create().takeWhile(message -> !isLast.test(message), true);
    return call.clientDeadline().map(ending::completionTimeout).orElse(ending);
  }

  private static <C, P> C message(Function<ActorRef<P>, C> question, ActorRef<P> replyTo) {
    try {
      return question.apply(replyTo);
    } catch (Exception impossible) {
      throw new IllegalStateException("a message could not be made", impossible);
    }
  }

  /** Remembers the last message of one stream and counts silences. */
  private static final class Repeater<T> implements Function<Optional<T>, Iterable<T>> {

    private static final long serialVersionUID = 1L;

    private transient List<T> last = List.of();
    private int silences;

    @Override
    public Iterable<T> apply(Optional<T> heard) {
      if (heard.isPresent()) {
        silences = 0;
        last = List.of(heard.get());
      } else if (++silences > MOST_SILENCES) {
        throw CallRefusedException.unavailable("nobody reports progress any more");
      }
      return last;
    }
  }
}
