package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.InvalidRequestException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.SourceRef;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.StreamRefs;
import org.apache.pekko.util.ByteString;

/**
 * A file that arrives in pieces.
 *
 * @param first the first piece, which says what the file is
 * @param content the bytes of all pieces, read by whoever works on them, on any node
 * @param <T> the pieces
 */
record Upload<T>(T first, SourceRef<ByteString> content) {

  /**
   * Waits for the first piece.
   *
   * @param bytes the bytes of a piece
   * @return fails with {@link InvalidRequestException} when there is none
   */
  static <T> CompletionStage<Upload<T>> of(
      Source<T, NotUsed> pieces,
      Function<T, com.google.protobuf.ByteString> bytes,
      ActorSystem<?> system) {
    return pieces
        .prefixAndTail(1)
        .runWith(Sink.head(), system)
        .thenApply(
            split -> {
              if (split.first().isEmpty()) {
                throw new InvalidRequestException("content", "the stream is empty");
              }
              T first = split.first().getFirst();
              SourceRef<ByteString> content =
                  Source.single(first)
                      .concat(split.second())
                      .map(piece -> ByteString.fromArray(bytes.apply(piece).toByteArray()))
                      .runWith(StreamRefs.sourceRef(), system);
              return new Upload<>(first, content);
            });
  }
}
