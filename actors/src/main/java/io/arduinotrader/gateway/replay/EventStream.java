package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.protocol.replay.Moment;
import io.arduinotrader.protocol.replay.ReplayQuery;
import io.arduinotrader.protocol.replay.ReplayQuery.EventPage;
import io.arduinotrader.protocol.replay.ReplayQuery.EventsReply;
import io.arduinotrader.protocol.replay.ReplayQuery.LocateReply;
import io.arduinotrader.protocol.replay.ReplayQuery.NotReplayed;
import io.arduinotrader.protocol.replay.ReplayQuery.Range;
import io.arduinotrader.protocol.replay.TradeEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.javadsl.Source;

/** The events of an account, page by page as the caller reads. */
final class EventStream {

  /** Rows of the journal looked at for one page. */
  private static final int PAGE = 500;

  /** A beginning that is told by an instant is found by reading up to it. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Nights and weekends are not sat out for longer: silent connections are cut. */
  private static final double LONGEST_PAUSE_SECONDS = 60;

  private final Edge edge;
  private final AccountId account;
  private final CallContext call;

  EventStream(Edge edge, AccountId account, CallContext call) {
    this.edge = edge;
    this.account = account;
    this.call = call;
  }

  /**
   * The events between two moments.
   *
   * @param resumed the position of the last event that arrived before, zero for none
   * @param speed how many times faster than it happened, zero for as fast as it is read
   */
  Source<TradeEvent, NotUsed> between(Moment from, Moment to, long resumed, double speed) {
    Source<TradeEvent, NotUsed> events =
        Source.completionStage(locate(from, to))
            .flatMapConcat(range -> pages(Math.max(range.after(), resumed), range.upTo()));
    return (speed > 0 ? paced(events, speed) : events).via(Progress.until(event -> false, call));
  }

  private CompletionStage<Range> locate(Moment from, Moment to) {
    return edge.rooms()
        .<ReplayQuery, LocateReply>ask(
            ReplayQuery.KEY,
            call.budget(LONGEST),
            replyTo -> new ReplayQuery.Locate(account, from, to, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Range range -> range;
                  case NotReplayed no -> throw Obstacles.status(no);
                });
  }

  /** Where the next page begins, or that there is none. */
  private record Cursor(long after, boolean isOver) {}

  private Source<TradeEvent, NotUsed> pages(long after, long upTo) {
    return Source.unfoldAsync(new Cursor(after, after >= upTo), cursor -> page(cursor, upTo))
        .mapConcat(events -> events);
  }

  private CompletionStage<Optional<Pair<Cursor, List<TradeEvent>>>> page(Cursor cursor, long upTo) {
    if (cursor.isOver()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return edge.rooms()
        .<ReplayQuery, EventsReply>ask(
            ReplayQuery.KEY,
            call.budget(LONGEST),
            replyTo -> new ReplayQuery.ReadEvents(account, cursor.after(), upTo, PAGE, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case EventPage page ->
                      Optional.of(
                          Pair.create(new Cursor(page.position(), page.isLast()), page.events()));
                  case NotReplayed no -> throw Obstacles.status(no);
                });
  }

  private Source<TradeEvent, NotUsed> paced(Source<TradeEvent, NotUsed> events, double speed) {
    return events
        .statefulMap(
            () -> Optional.<Instant>empty(),
            (last, event) ->
                Pair.create(
                    Optional.of(event.at()), Pair.create(pause(last, event.at(), speed), event)),
            last -> Optional.empty())
        .mapAsync(1, next -> after(next.first(), next.second()));
  }

  private static Duration pause(Optional<Instant> last, Instant now, double speed) {
    double seconds =
        last.map(before -> (double) Duration.between(before, now).toMillis()).orElse(0.0)
            / 1e3
            / speed;
    return seconds <= 0
        ? Duration.ZERO
        : Duration.ofMillis((long) (Math.min(seconds, LONGEST_PAUSE_SECONDS) * 1e3));
  }

  private CompletionStage<TradeEvent> after(Duration pause, TradeEvent event) {
    return pause.isZero()
        ? CompletableFuture.completedFuture(event)
        : Patterns.after(
            pause, edge.system().classicSystem(), () -> CompletableFuture.completedFuture(event));
  }
}
