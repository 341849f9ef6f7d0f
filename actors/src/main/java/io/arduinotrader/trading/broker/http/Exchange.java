package io.arduinotrader.trading.broker.http;

import io.arduinotrader.trading.broker.BrokerUnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.HttpsConnectionContext;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.settings.ClientConnectionSettings;
import org.apache.pekko.http.javadsl.settings.ConnectionPoolSettings;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.DurationConverters;

/**
 * One request and its whole answer over pooled connections. Nothing is sent twice by itself: a
 * request whose answer is lost may have had its effect. The calling thread waits, but never longer
 * than the limit.
 */
final class Exchange {

  private static final long LONGEST_ANSWER = 4L * 1024 * 1024;
  private static final int CONNECTIONS = 2;
  private static final int WAITING = 16;

  private final ActorSystem<?> system;
  private final Http http;
  private final HttpsConnectionContext unusedOnPlainConnections;
  private final ConnectionPoolSettings settings;
  private final Duration limit;

  Exchange(ActorSystem<?> system, Duration limit) {
    this.system = system;
    this.http = Http.get(system);
    this.unusedOnPlainConnections = http.defaultClientHttpsContext();
    this.limit = limit;
    this.settings =
        ConnectionPoolSettings.create(system.classicSystem())
            .withMaxRetries(0)
            .withMaxConnections(CONNECTIONS)
            .withMaxOpenRequests(WAITING)
            .withConnectionSettings(
                ClientConnectionSettings.create(system.classicSystem())
                    .withConnectingTimeout(DurationConverters.toScala(limit))
                    .withIdleTimeout(DurationConverters.toScala(limit)));
  }

  /** An answer that arrived in full. */
  record Answer(int status, String body) {}

  private record Outcome(Optional<Answer> answer, @Nullable Throwable failure) {}

  /**
   * Makes a call and waits for its answer.
   *
   * @throws BrokerUnreachableException when there was no whole answer within the limit
   */
  Answer answer(HttpRequest request) {
    BlockingQueue<Outcome> arrived = new ArrayBlockingQueue<>(1);
    made(request)
        .whenComplete(
            (answer, failure) -> arrived.add(new Outcome(Optional.ofNullable(answer), failure)));
    try {
      @Nullable Outcome outcome = arrived.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (outcome == null) {
        throw lost(request, new TimeoutException("no answer within " + limit));
      }
      return outcome.answer().orElseThrow(() -> lost(request, outcome.failure()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw lost(request, interrupted);
    }
  }

  private CompletionStage<Answer> made(HttpRequest request) {
    return http.singleRequest(
            request, unusedOnPlainConnections, settings, system.classicSystem().log())
        .thenCompose(
            response ->
                response
                    .entity()
                    .toStrict(limit.toMillis(), LONGEST_ANSWER, system)
                    .thenApply(
                        body ->
                            new Answer(response.status().intValue(), body.getData().utf8String())));
  }

  private static BrokerUnreachableException lost(HttpRequest request, @Nullable Throwable failure) {
    return new BrokerUnreachableException(
        "%s %s came to no answer: %s"
            .formatted(request.method().value(), request.getUri().path(), failure),
        failure == null ? new IllegalStateException("no reason given") : failure);
  }
}
