package io.arduinotrader.gateway.server;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.support.metrics.CallMetrics;
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
import scala.jdk.javaapi.CollectionConverters;

/**
 * What every answer to a call carries: its correlation id, in the first and in the last headers.
 */
final class Answer {

  private static final String STATUS = "grpc-status";

  private final HttpHeader correlation;
  private final boolean isEndless;
  private final CallMetrics metrics;

  /**
   * An answer.
   *
   * @param isEndless whether a stream of answers would never end by itself
   */
  Answer(String correlationId, boolean isEndless, CallMetrics metrics) {
    this.correlation = RawHeader.create(CallContext.CORRELATION_ID, correlationId);
    this.isEndless = isEndless;
    this.metrics = metrics;
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
    metrics.ended(trailer.map(Answer::status).orElse(Status.Code.UNKNOWN.name()));
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
              done.whenComplete((ignored, failure) -> end(intake));
              return materialized;
            });
  }

  /** A stream that ends without a last message was given up by its caller. */
  private void end(Intake intake) {
    intake.end();
    metrics.ended(Status.Code.CANCELLED.name());
  }

  private static String status(Trailer trailer) {
    return CollectionConverters.asJava(
            ((org.apache.pekko.http.scaladsl.model.Trailer) trailer).headers())
        .stream()
        .filter(header -> header._1().equalsIgnoreCase(STATUS))
        .map(header -> word(header._2()))
        .findFirst()
        .orElse(Status.Code.UNKNOWN.name());
  }

  private static String status(List<HttpHeader> trailers) {
    return trailers.stream()
        .filter(header -> header.lowercaseName().equals(STATUS))
        .map(header -> word(header.value()))
        .findFirst()
        .orElse(Status.Code.UNKNOWN.name());
  }

  private static String word(String code) {
    return Status.fromCodeValue(Integer.parseInt(code)).getCode().name();
  }

  /** The last part of a stream that the node ends because it goes. */
  private ChunkStreamPart closed() {
    return (ChunkStreamPart)
        ChunkStreamPart.createLast(
            "",
            List.of(
                RawHeader.create(STATUS, String.valueOf(Status.UNAVAILABLE.getCode().value())),
                RawHeader.create("grpc-message", Intake.REASON)));
  }

  private ChunkStreamPart last(String extension, Iterable<HttpHeader> trailers) {
    List<HttpHeader> marked = new ArrayList<>();
    trailers.forEach(marked::add);
    metrics.ended(status(marked));
    marked.add(correlation);
    return (ChunkStreamPart) ChunkStreamPart.createLast(extension, marked);
  }
}
