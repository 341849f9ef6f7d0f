package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.http.BrokerJson;
import io.arduinotrader.trading.broker.http.Line;
import io.arduinotrader.trading.broker.http.UnreadableAnswerException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** The socket a broker is called at; what can be called is listed at {@link Line}. */
public final class BrokerServer {

  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);
  private static final long LARGEST_REQUEST = 64 * 1024;
  private static final Duration NEVER = Duration.ofHours(1);

  private final ActorSystem<?> system;
  private final Executor threads;
  private final BrokerCalls calls;
  private final Optional<Provocation> provocation;
  private final Optional<Misbehaviour> misbehaviour;

  private BrokerServer(
      ActorSystem<?> system,
      Executor threads,
      BrokerCalls calls,
      Optional<Provocation> provocation) {
    this.system = system;
    this.threads = threads;
    this.calls = calls;
    this.provocation = provocation;
    this.misbehaviour = provocation.map(provoked -> new Misbehaviour(provoked.broker()));
  }

  /**
   * Opens the socket of a broker.
   *
   * @param threads where calls may block
   * @param pageSize how many orders one page of a list has at most
   * @param provocation lets the broker misbehave on demand; empty for one that cannot
   */
  public static CompletionStage<ServerBinding> open(
      ActorSystem<?> system,
      InetSocketAddress address,
      BrokerPort broker,
      Executor threads,
      int pageSize,
      Optional<Provocation> provocation) {
    BrokerServer server =
        new BrokerServer(system, threads, new BrokerCalls(broker, pageSize), provocation);
    return Http.get(system)
        .newServerAt(address.getHostString(), address.getPort())
        .bind(server::handle);
  }

  /** A call, ready to be made. */
  private record Made(BrokerCall call, Optional<ClientOrderId> order, Supplier<Reply> effect) {}

  private CompletionStage<HttpResponse> handle(HttpRequest request) {
    return request
        .entity()
        .toStrict(LONGEST_REQUEST.toMillis(), LARGEST_REQUEST, system)
        .thenCompose(entity -> answer(request, entity.getData().utf8String()))
        .exceptionally(failure -> response(failed(failure)));
  }

  private CompletionStage<HttpResponse> answer(HttpRequest request, String body) {
    List<String> path = new ArrayList<>();
    request.getUri().pathSegments().forEach(path::add);
    if (provocation.isPresent() && path.size() == 2 && path.getFirst().equals("provoke")) {
      return run(() -> provocation.get().provoke(path.get(1), body))
          .thenApply(BrokerServer::response);
    }
    return call(request, path, body)
        .map(made -> made(request, made))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    response(Reply.refused(Line.NOT_FOUND, "no_such_call", "no such call"))));
  }

  private Optional<Made> call(HttpRequest request, List<String> path, String body) {
    String name = request.method().value() + " /" + String.join("/", path);
    if (request.method().equals(HttpMethods.POST)) {
      return switch (name) {
        case "POST /orders" ->
            Optional.of(new Made(BrokerCall.SUBMIT, named(body), () -> calls.submit(body)));
        case "POST /deposits" ->
            Optional.of(new Made(BrokerCall.DEPOSIT, Optional.empty(), () -> calls.deposit(body)));
        default -> Optional.empty();
      };
    }
    boolean get = request.method().equals(HttpMethods.GET);
    if (get && name.equals("GET /orders")) {
      Optional<String> since = request.getUri().query().get("since");
      Optional<String> after = request.getUri().query().get("after");
      return Optional.of(
          new Made(BrokerCall.REPORTS, Optional.empty(), () -> calls.reports(since, after)));
    }
    if (get && name.equals("GET /account")) {
      return Optional.of(new Made(BrokerCall.ACCOUNT, Optional.empty(), calls::account));
    }
    return path.size() == 3 && path.getFirst().equals("orders")
        ? oneOrder(request, path.get(1), path.get(2))
        : Optional.empty();
  }

  private Optional<Made> oneOrder(HttpRequest request, String kind, String id) {
    boolean get = request.method().equals(HttpMethods.GET);
    if (get && kind.equals("broker")) {
      return Optional.of(
          new Made(BrokerCall.LOOKUP, Optional.empty(), () -> calls.find(new BrokerOrderId(id))));
    }
    if (!kind.equals("client")) {
      return Optional.empty();
    }
    ClientOrderId order = new ClientOrderId(id);
    if (get) {
      return Optional.of(
          new Made(BrokerCall.LOOKUP, Optional.of(order), () -> calls.lookup(order)));
    }
    return request.method().equals(HttpMethods.DELETE)
        ? Optional.of(new Made(BrokerCall.CANCEL, Optional.of(order), () -> calls.cancel(order)))
        : Optional.empty();
  }

  private CompletionStage<HttpResponse> made(HttpRequest request, Made made) {
    Optional<Fault> fault = provocation.flatMap(provoked -> provoked.next(made.call()));
    String path = request.method().value() + " " + request.getUri().path();
    if (misbehaviour.isEmpty()) {
      return run(made.effect()).thenApply(BrokerServer::response);
    }
    if (fault.isEmpty()) {
      return run(() -> misbehaviour.get().made(path, made.effect()))
          .thenApply(BrokerServer::response);
    }
    CompletionStage<Reply> reply =
        after(
            fault.get().delay().orElse(Duration.ZERO),
            () ->
                run(() -> misbehaviour.get().make(fault.get(), path, made.order(), made.effect())));
    return switch (fault.get().kind()) {
      case RESET_BEFORE, RESET_AFTER -> reply.thenApply(BrokerServer::broken);
      case ERROR_AFTER -> reply.thenApply(done -> response(Misbehaviour.error()));
      case TIME_OUT -> reply.thenCompose(done -> after(NEVER, () -> answered(done)));
      case DELAY,
          REJECT,
          ERROR_BEFORE,
          EMPTY,
          STALE,
          DUPLICATE_FILLS,
          FILLS_OUT_OF_ORDER,
          FILL_BEFORE_CANCEL,
          FILL_AFTER ->
          reply.thenApply(BrokerServer::response);
    };
  }

  private <T> CompletionStage<T> after(Duration delay, Supplier<CompletionStage<T>> what) {
    return delay.isZero() ? what.get() : Patterns.after(delay, system, what::get);
  }

  private CompletionStage<Reply> run(Supplier<Reply> effect) {
    return CompletableFuture.supplyAsync(effect, threads).exceptionally(BrokerServer::failed);
  }

  private static Reply failed(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String reason = String.valueOf(cause.getMessage());
    return cause instanceof UnreadableAnswerException || cause instanceof IllegalArgumentException
        ? Reply.refused(Line.BAD_REQUEST, "bad_request", reason)
        : Reply.refused(Line.ERROR, "error", reason);
  }

  private static Optional<ClientOrderId> named(String body) {
    return Optional.of(BrokerJson.read(body, Named.class).id());
  }

  /** The name an order comes with. */
  private record Named(ClientOrderId id) {}

  private static CompletionStage<HttpResponse> answered(Reply reply) {
    return CompletableFuture.completedFuture(response(reply));
  }

  private static HttpResponse response(Reply reply) {
    return HttpResponse.create()
        .withStatus(reply.status())
        .withEntity(
            HttpEntities.create(ContentTypes.APPLICATION_JSON, BrokerJson.write(reply.body())));
  }

  /** The answer breaks off after its first bytes, and the connection with it. */
  private static HttpResponse broken(Reply reply) {
    String body = BrokerJson.write(reply.body());
    return HttpResponse.create()
        .withEntity(
            HttpEntities.create(
                ContentTypes.APPLICATION_JSON,
                body.length(),
                Source.single(ByteString.fromString(body.substring(0, 1)))
                    .concat(Source.failed(new ConnectionBrokenException()))));
  }

  /** Breaks a connection on demand. */
  private static final class ConnectionBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConnectionBrokenException() {
      super("the connection is broken on demand");
    }
  }
}
