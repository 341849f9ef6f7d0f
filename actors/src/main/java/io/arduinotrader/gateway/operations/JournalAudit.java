package io.arduinotrader.gateway.operations;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.journal.JournalQuery;
import io.arduinotrader.protocol.journal.JournalQuery.ListStreams;
import io.arduinotrader.protocol.journal.JournalQuery.Streams;
import io.arduinotrader.protocol.journal.JournalQuery.StreamsReply;
import io.arduinotrader.protocol.journal.JournalQuery.UnknownStream;
import io.arduinotrader.protocol.journal.JournalQuery.Unreadable;
import io.arduinotrader.protocol.journal.JournalQuery.Verdict;
import io.arduinotrader.protocol.journal.JournalQuery.VerdictReply;
import io.arduinotrader.protocol.journal.JournalQuery.VerifyStream;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/** Verifies the journals of all nodes stream by stream, as fast as the caller reads. */
final class JournalAudit {

  private static final int PAGE = 100;

  /** A stream of a hundred thousand events is read in seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Behind every id there is, so that no further page is asked for. */
  private static final Optional<String> END = Optional.empty();

  private final Rooms rooms;
  private final CallContext call;

  JournalAudit(Rooms rooms, CallContext call) {
    this.rooms = rooms;
    this.call = call;
  }

  /** The verdict on one stream; the stream fails with NOT_FOUND when no journal has it. */
  Source<VerifiedStream, NotUsed> one(String persistenceId) {
    return Source.from(rooms.apart())
        .mapAsync(1, service -> verify(service, persistenceId))
        .mapConcat(verdict -> verdict.stream().toList())
        .take(1)
        .orElse(
            Source.lazySource(
                () ->
                    Source.failed(
                        CallRefusedException.notFound(
                            "the journal has no stream '" + persistenceId + "'"))));
  }

  /** The verdicts on all streams, node by node and by id. */
  Source<VerifiedStream, NotUsed> all() {
    return Source.from(rooms.apart())
        .flatMapConcat(
            service ->
                Source.unfoldAsync(Optional.of(""), after -> page(service, after))
                    .mapConcat(ids -> ids)
                    .mapAsync(1, id -> verify(service, id))
                    .mapConcat(verdict -> verdict.stream().toList()));
  }

  private CompletionStage<Optional<Pair<Optional<String>, List<String>>>> page(
      ServiceRole service, Optional<String> after) {
    if (after.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return rooms
        .<JournalQuery, StreamsReply>askBeside(
            service,
            JournalQuery.KEY,
            call.budget(LONGEST),
            replyTo -> new ListStreams(after.get(), PAGE, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Streams streams -> Optional.of(next(streams.persistenceIds()));
                  case Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  private static Pair<Optional<String>, List<String>> next(List<String> ids) {
    return Pair.create(ids.size() < PAGE ? END : Optional.of(ids.getLast()), ids);
  }

  private CompletionStage<Optional<VerifiedStream>> verify(
      ServiceRole service, String persistenceId) {
    return rooms
        .<JournalQuery, VerdictReply>askBeside(
            service,
            JournalQuery.KEY,
            call.budget(LONGEST),
            replyTo -> new VerifyStream(persistenceId, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Verdict verdict -> Optional.of(wire(verdict));
                  case UnknownStream unknown -> Optional.empty();
                  case Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  private static VerifiedStream wire(Verdict verdict) {
    return VerifiedStream.newBuilder()
        .setPersistenceId(verdict.persistenceId())
        .setEvents(verdict.events())
        .setHeadHash(verdict.headHash())
        .setIntact(verdict.firstBadSequence() == 0)
        .setFirstBadSequence(verdict.firstBadSequence())
        .setReason(verdict.reason())
        .build();
  }
}
