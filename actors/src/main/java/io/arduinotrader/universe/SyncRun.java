package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Stages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** Works through the securities of one sync, one after another, and tells how it goes. */
final class SyncRun {

  private final ActorContext<Message> context;
  private final Order order;
  private final ActorRef<SyncProgress> listener;
  private int synced;
  private int failed;
  private String lastError = "";

  private SyncRun(ActorContext<Message> context, Order order, ActorRef<SyncProgress> listener) {
    this.context = context;
    this.order = order;
    this.listener = listener;
  }

  /**
   * What is to be done.
   *
   * @param isins for these, in this order
   * @param known the securities there are
   * @param work for each security
   * @param closing once, after all of them
   * @param release frees the securities for another sync; done before the end is told, so that who
   *     hears of it can begin the next one
   */
  record Order(
      List<Isin> isins,
      Map<Isin, SecurityRecord> known,
      Function<SecurityRecord, CompletionStage<Done>> work,
      Function<Done, CompletionStage<Done>> closing,
      Runnable release) {}

  /** What the run tells itself. */
  sealed interface Message {}

  private record Worked(Isin isin, Optional<String> failure) implements Message {}

  private record Closed(Optional<String> failure) implements Message {}

  /** A run that stops by itself when everything is done. */
  static Behavior<Message> create(Order order, ActorRef<SyncProgress> listener) {
    return Behaviors.setup(
        context -> {
          SyncRun run = new SyncRun(context, order, listener);
          listener.tell(new Synced(0, 0, order.isins.size(), Optional.empty(), ""));
          run.next();
          return Behaviors.receiveMessage(run::onMessage);
        });
  }

  private Behavior<Message> onMessage(Message message) {
    return switch (message) {
      case Worked worked -> onWorked(worked);
      case Closed closed -> {
        lastError = closed.failure.orElse(lastError);
        order.release.run();
        listener.tell(new SyncEnded(synced, failed, order.isins.size(), lastError));
        yield Behaviors.stopped();
      }
    };
  }

  private Behavior<Message> onWorked(Worked worked) {
    if (worked.failure.isPresent()) {
      failed++;
      lastError = worked.isin + ": " + worked.failure.get();
    } else {
      synced++;
    }
    listener.tell(
        new Synced(
            synced,
            failed,
            order.isins.size(),
            Optional.of(worked.isin),
            worked.failure.orElse("")));
    next();
    return Behaviors.same();
  }

  private void next() {
    int done = synced + failed;
    if (done == order.isins.size()) {
      context.pipeToSelf(
          Stages.done(Done.getInstance()).thenCompose(order.closing),
          (end, failure) -> new Closed(reason(failure)));
    } else {
      Isin isin = order.isins.get(done);
      context.pipeToSelf(work(isin), (end, failure) -> new Worked(isin, reason(failure)));
    }
  }

  private CompletionStage<Done> work(Isin isin) {
    SecurityRecord security = order.known.get(isin);
    return security == null
        ? CompletableFuture.failedStage(new IllegalArgumentException("not in the universe"))
        : Stages.done(security).thenCompose(order.work);
  }

  private static Optional<String> reason(@Nullable Throwable failure) {
    return Optional.ofNullable(failure).map(Stages::reason);
  }
}
