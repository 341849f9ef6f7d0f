package io.arduinotrader.gateway.server;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.edge.CallContext;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;

/**
 * The gRPC servers of a node: one port per service, HTTP/2 with prior knowledge. Every port also
 * offers reflection and {@code grpc.health.v1}; the gateway's port offers every service.
 */
public final class GatewayServers {

  /** How long connections get to say goodbye after the last call. */
  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final ActorSystem<?> system;
  private final Intake intake;
  private final Map<ServiceRole, ServerBinding> bindings;

  private GatewayServers(
      ActorSystem<?> system, Intake intake, Map<ServiceRole, ServerBinding> bindings) {
    this.system = system;
    this.intake = intake;
    this.bindings = bindings;
  }

  /**
   * Binds every port.
   *
   * @param host the address to listen on
   * @param ports one per service; port 0 takes a free one
   * @return a stage that fails with {@link PortUnavailableException} when a port cannot be bound;
   *     those bound already are given back first
   */
  public static CompletionStage<GatewayServers> start(
      ActorSystem<?> system,
      String host,
      Map<ServiceRole, Integer> ports,
      GrpcServices services,
      CallContext.Source calls) {
    Intake intake = new Intake();
    CompletionStage<Map<ServiceRole, ServerBinding>> bound =
        CompletableFuture.completedFuture(new EnumMap<>(ServiceRole.class));
    for (ServiceRole role : ServiceRole.values()) {
      int port = ports.getOrDefault(role, 0);
      PortHandler handler = new PortHandler(services.of(role, system), calls, intake, system);
      bound =
          bound.thenCompose(
              sofar ->
                  Http.get(system)
                      .newServerAt(host, port)
                      .bind(handler::handle)
                      .handle(
                          (binding, failure) ->
                              failure == null
                                  ? with(sofar, role, binding)
                                  : without(sofar, role, host, port, failure))
                      .thenCompose(next -> next));
    }
    return bound.thenApply(bindings -> new GatewayServers(system, intake, Map.copyOf(bindings)));
  }

  /** Where each service listens. */
  public Map<ServiceRole, InetSocketAddress> addresses() {
    Map<ServiceRole, InetSocketAddress> addresses = new EnumMap<>(ServiceRole.class);
    bindings.forEach((role, binding) -> addresses.put(role, binding.localAddress()));
    return addresses;
  }

  /**
   * Answers new calls with UNAVAILABLE from now on and lets running ones finish. Streams that still
   * run after the grace are ended with UNAVAILABLE; what they report about goes on.
   *
   * @return completes when no call runs any more, at the latest shortly after the grace
   */
  public CompletionStage<Done> drain(Duration grace) {
    CompletableFuture<Done> drained = new CompletableFuture<>();
    Cancellable ending =
        system
            .scheduler()
            .scheduleOnce(
                grace,
                () -> {
                  intake.endStreams();
                  drained.completeOnTimeout(
                      Done.getInstance(),
                      GOODBYE.toMillis(),
                      java.util.concurrent.TimeUnit.MILLISECONDS);
                },
                system.executionContext());
    intake
        .drain()
        .thenRun(
            () -> {
              ending.cancel();
              drained.complete(Done.getInstance());
            });
    return drained;
  }

  /** Closes the ports and all connections; {@link #drain} comes first. */
  public CompletionStage<Done> unbind() {
    List<CompletableFuture<?>> closing = new ArrayList<>();
    bindings
        .values()
        .forEach(binding -> closing.add(binding.terminate(GOODBYE).toCompletableFuture()));
    return CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
        .thenApply(closed -> Done.getInstance());
  }

  private static CompletionStage<Map<ServiceRole, ServerBinding>> with(
      Map<ServiceRole, ServerBinding> bound, ServiceRole role, ServerBinding binding) {
    bound.put(role, binding);
    return CompletableFuture.completedFuture(bound);
  }

  private static CompletionStage<Map<ServiceRole, ServerBinding>> without(
      Map<ServiceRole, ServerBinding> bound,
      ServiceRole role,
      String host,
      int port,
      Throwable failure) {
    CompletableFuture<?>[] given =
        bound.values().stream()
            .map(binding -> binding.unbind().toCompletableFuture())
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(given)
        .thenCompose(
            done ->
                CompletableFuture.failedStage(
                    new PortUnavailableException(role, host, port, failure)));
  }
}
