package io.arduinotrader.gateway.server;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.Trailer;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.HttpEntity.ChunkStreamPart;
import org.apache.pekko.http.scaladsl.model.HttpEntity.Chunked;
import org.apache.pekko.stream.javadsl.Source;

/**
 * What every answer to a call carries: its correlation id, in the first and in the last headers.
 */
final class Answer {

  private final HttpHeader correlation;
  private final boolean isEndless;

  /**
   * An answer.
   *
   * @param isEndless whether a stream of answers would never end by itself
   */
  Answer(String correlationId, boolean isEndless) {
    this.correlation = RawHeader.create(CallContext.CORRELATION_ID, correlationId);
    this.isEndless = isEndless;
  }

  /** The answer to a call that was not let in. */
  HttpResponse marked(HttpResponse response) {
    return response.addHeader(correlation);
  }

  /** The answer to a call that was let in; a stream counts until its last message. */
  HttpResponse within(Intake intake, HttpResponse response) {
    if (response.entity() instanceof Chunked stream) {
      Source<ChunkStreamPart, Object> parts = stream.chunks().asJava();
      return marked(response)
          .withEntity(stream.copy(stream.contentType(), ended(intake, parts).asScala()));
    }
    intake.end();
    Optional<Trailer> trailer = response.getAttribute(AttributeKeys.trailer);
    HttpResponse marked = marked(response);
    return trailer.isEmpty()
        ? marked
        : marked.addAttribute(AttributeKeys.trailer, trailer.get().addHeader(correlation));
  }

  private Source<ChunkStreamPart, Object> ended(
      Intake intake, Source<ChunkStreamPart, Object> parts) {
    return parts
        .via(intake.streams(isEndless).<ChunkStreamPart>flow())
        .recover(CallRefusedException.class, this::closed)
        .map(part -> part.isLastChunk() ? last(part.extension(), part.getTrailerHeaders()) : part)
        .watchTermination(
            (materialized, done) -> {
              done.whenComplete((ignored, failure) -> intake.end());
              return materialized;
            });
  }

  /** The last part of a stream that the node ends because it goes. */
  private ChunkStreamPart closed() {
    return (ChunkStreamPart)
        ChunkStreamPart.createLast(
            "",
            List.of(
                RawHeader.create(
                    "grpc-status", String.valueOf(Status.UNAVAILABLE.getCode().value())),
                RawHeader.create("grpc-message", Intake.REASON)));
  }

  private ChunkStreamPart last(String extension, Iterable<HttpHeader> trailers) {
    List<HttpHeader> marked = new ArrayList<>();
    trailers.forEach(marked::add);
    marked.add(correlation);
    return (ChunkStreamPart) ChunkStreamPart.createLast(extension, marked);
  }
}
