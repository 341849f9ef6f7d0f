package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.support.ClusterSight;
import io.arduinotrader.support.metrics.StateMetrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.Behavior;

/** The health of all services as last probed. Reading it asks nobody. */
public final class HealthBoard {

  /** What this release calls itself. */
  public static final String VERSION = "1.0.0";

  /** Without these nothing works; the others may be away for a while. */
  static final Set<ServiceRole> CRITICAL =
      Set.of(ServiceRole.PORTFOLIO, ServiceRole.TRADING, ServiceRole.GATEWAY);

  private final Map<ServiceRole, Health> last = new ConcurrentHashMap<>();
  private final HealthProbes probes;
  private final ClusterSight sight;

  /** A board on which nothing is known yet. */
  public HealthBoard(Edge edge, ClusterSight sight, Host host) {
    this.sight = sight;
    this.probes =
        new HealthProbes(edge.rooms(), sight, host, edge.clock(), edge.calls().nanoTime());
    for (ServiceRole service : ServiceRole.values()) {
      last.put(service, Health.unknown(service, edge.clock().instant()));
    }
  }

  /** What a service answers when it is asked for its health. */
  public HealthCheckResponse response(ServiceRole service) {
    Health health = of(service);
    return HealthCheckResponse.newBuilder()
        .setHealthy(health.canWork())
        .setVersion(VERSION)
        .setStatus(health.text())
        .build();
  }

  /** What a service answers whenever it is asked for its health. */
  public Supplier<HealthCheckResponse> answering(ServiceRole service) {
    return () -> response(service);
  }

  /** Whether a service can do its work, as far as the last probe could tell. */
  public boolean canWork(ServiceRole service) {
    return of(service).canWork();
  }

  /** Probes a service and remembers the result. */
  public CompletionStage<Done> probe(ServiceRole service) {
    return probes
        .probe(service)
        .thenApply(
            health -> {
              last.put(service, health);
              StateMetrics.health(service.role(), health.canWork());
              return Done.getInstance();
            });
  }

  /** Probes every service at once. */
  public CompletionStage<Done> probeAll() {
    return CompletableFuture.allOf(
            Arrays.stream(ServiceRole.values())
                .map(service -> probe(service).toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .thenApply(done -> Done.getInstance());
  }

  /** Probes those that could not work when last probed, so that their return is soon known. */
  void probeBroken() {
    Arrays.stream(ServiceRole.values())
        .filter(service -> !of(service).canWork())
        .forEach(this::probe);
  }

  /** An actor that probes in rounds and whenever a member comes, goes or cannot be reached. */
  public Behavior<?> rounds() {
    return HealthRounds.create(this, sight);
  }

  /** The last results, in the order of the ports. */
  List<Health> all() {
    return Arrays.stream(ServiceRole.values()).map(this::of).toList();
  }

  /** Whether this node is a full member of the cluster. */
  boolean isMember() {
    return sight.isMember();
  }

  /** Whether every member can be reached. */
  boolean isWhole() {
    return sight.isWhole();
  }

  /** How old a result may be. */
  static Duration interval(ServiceRole service) {
    return switch (service) {
      case PORTFOLIO, GATEWAY -> Duration.ofSeconds(15);
      case PLANNING, SCORING, TRADING -> Duration.ofSeconds(30);
      case OPTIMIZATION, UNIVERSE -> Duration.ofSeconds(60);
    };
  }

  private Health of(ServiceRole service) {
    Health health = last.get(service);
    if (health == null) {
      throw new IllegalStateException(service + " was not put on the board");
    }
    return health;
  }
}
