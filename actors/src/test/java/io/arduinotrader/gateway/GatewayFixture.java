package io.arduinotrader.gateway;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.operations.OperationsGrpcService;
import io.arduinotrader.gateway.optimization.OptimizationGrpcService;
import io.arduinotrader.gateway.planning.PlanningGrpcService;
import io.arduinotrader.gateway.portfolio.PortfolioGrpcService;
import io.arduinotrader.gateway.replay.ReplayGrpcService;
import io.arduinotrader.gateway.scoring.ScoringGrpcService;
import io.arduinotrader.gateway.server.GatewayServers;
import io.arduinotrader.gateway.server.GrpcServices;
import io.arduinotrader.gateway.system.GatewayGrpcService;
import io.arduinotrader.gateway.system.HealthBoard;
import io.arduinotrader.gateway.system.HealthGrpcService;
import io.arduinotrader.gateway.system.Host;
import io.arduinotrader.gateway.trading.TradingGrpcService;
import io.arduinotrader.gateway.universe.UniverseGrpcService;
import io.arduinotrader.support.ClusterSight;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.grpc.GrpcClientSettings;

/** A node's real gRPC servers on free ports, in front of a scripted house. */
public final class GatewayFixture implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2018-04-11T15:00:00Z");
  public static final LocalDate TODAY = LocalDate.of(2018, 4, 11);

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  public final ActorTestKit kit;
  public final ScriptedRooms rooms;
  public final Edge edge;
  public final HealthBoard board;
  public final GrpcServices services;
  public final GatewayServers servers;

  /** Time that is added to the clock that only moves forward. */
  public final AtomicLong skippedNanos = new AtomicLong();

  private final AtomicLong ids = new AtomicLong();

  public GatewayFixture() {
    kit =
        ActorTestKit.create(
            "gateway",
            ConfigFactory.parseString(
                    """
                    pekko.http.server.enable-http2 = on
                    pekko.http.server.http2.min-collect-strict-entity-size = 1
                    pekko.loglevel = WARNING
                    """)
                .withFallback(ConfigFactory.load()));
    rooms = new ScriptedRooms(kit);
    CallContext.Source calls =
        new CallContext.Source(
            () -> System.nanoTime() + skippedNanos.get(),
            () -> "id-" + ids.incrementAndGet(),
            Duration.ofSeconds(10));
    edge = new Edge(kit.system(), rooms, calls, () -> NOW, () -> TODAY);
    Host host = new Host(Path.of("."));
    board = new HealthBoard(edge, new Sight(), host);
    services =
        new GrpcServices(
            new PlanningGrpcService(edge, () -> board.response(ServiceRole.PLANNING)),
            new ScoringGrpcService(edge, () -> board.response(ServiceRole.SCORING)),
            new OptimizationGrpcService(edge, () -> board.response(ServiceRole.OPTIMIZATION)),
            new PortfolioGrpcService(edge, () -> board.response(ServiceRole.PORTFOLIO)),
            new TradingGrpcService(edge, () -> board.response(ServiceRole.TRADING)),
            new UniverseGrpcService(edge, () -> board.response(ServiceRole.UNIVERSE)),
            new GatewayGrpcService(edge, board, host, Map.of(ServiceRole.GATEWAY, 50057)),
            new OperationsGrpcService(edge),
            new ReplayGrpcService(edge),
            new HealthGrpcService(board));
    servers =
        get(GatewayServers.start(kit.system(), "127.0.0.1", Map.of(), services, edge.calls()));
  }

  /** How to reach the port of a service. */
  public GrpcClientSettings port(ServiceRole role) {
    return GrpcClientSettings.connectToServiceAt(
            "127.0.0.1", requireNonNull(servers.addresses().get(role)).getPort(), kit.system())
        .withTls(false);
  }

  /** How to reach the port that offers every service. */
  public GrpcClientSettings gateway() {
    return port(ServiceRole.GATEWAY);
  }

  /** The result of a stage that comes within seconds. */
  public static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(15, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new AssertionError(failed);
    } catch (InterruptedException | TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  /** The status a call is answered with. */
  public static StatusRuntimeException refusal(CompletionStage<?> call) {
    try {
      throw new AssertionError("answered: " + get(call));
    } catch (StatusRuntimeException refused) {
      return refused;
    }
  }

  /** The code a call is answered with. */
  public static Status.Code code(CompletionStage<?> call) {
    return refusal(call).getStatus().getCode();
  }

  /** The fields at fault, of a call that is answered INVALID_ARGUMENT. */
  public static List<String> fields(CompletionStage<?> call) {
    StatusRuntimeException refused = refusal(call);
    if (refused.getStatus().getCode() != Status.Code.INVALID_ARGUMENT) {
      throw new AssertionError(refused);
    }
    return detail(refused, BadRequest.class)
        .map(BadRequest::getFieldViolationsList)
        .orElse(List.of())
        .stream()
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  /** What a status says beyond its code. */
  public static <M extends com.google.protobuf.Message> Optional<M> detail(
      StatusRuntimeException refused, Class<M> kind) {
    Metadata trailers = refused.getTrailers();
    byte[] bytes = trailers == null ? null : trailers.get(DETAILS);
    try {
      if (bytes != null) {
        for (Any detail : com.google.rpc.Status.parseFrom(bytes).getDetailsList()) {
          if (detail.is(kind)) {
            return Optional.of(detail.unpack(kind));
          }
        }
      }
      return Optional.empty();
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
  }

  /** A cluster of this node alone. */
  private static final class Sight implements ClusterSight {
    @Override
    public boolean isMember() {
      return true;
    }

    @Override
    public Optional<String> hostOf(ServiceRole role) {
      return Optional.of("127.0.0.1");
    }

    @Override
    public boolean isWhole() {
      return true;
    }
  }
}
