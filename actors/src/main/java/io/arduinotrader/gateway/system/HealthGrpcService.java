package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.grpc.gateway.GatewayService;
import io.arduinotrader.protocol.grpc.health.HealthCheckRequest;
import io.arduinotrader.protocol.grpc.health.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.health.HealthCheckResponse.ServingStatus;
import io.arduinotrader.protocol.grpc.health.HealthPowerApi;
import io.arduinotrader.protocol.grpc.operations.OperationsService;
import io.arduinotrader.protocol.grpc.optimization.OptimizationService;
import io.arduinotrader.protocol.grpc.planning.PlanningService;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioService;
import io.arduinotrader.protocol.grpc.scoring.ScoringService;
import io.arduinotrader.protocol.grpc.trading.TradingService;
import io.arduinotrader.protocol.grpc.universe.UniverseService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.stream.javadsl.Source;

/** The health service every gRPC tool knows. The empty name means the node as a whole. */
public final class HealthGrpcService implements HealthPowerApi {

  private static final Map<String, ServiceRole> SERVICES =
      Map.of(
          PlanningService.name, ServiceRole.PLANNING,
          ScoringService.name, ServiceRole.SCORING,
          OptimizationService.name, ServiceRole.OPTIMIZATION,
          PortfolioService.name, ServiceRole.PORTFOLIO,
          TradingService.name, ServiceRole.TRADING,
          UniverseService.name, ServiceRole.UNIVERSE,
          GatewayService.name, ServiceRole.GATEWAY,
          OperationsService.name, ServiceRole.GATEWAY);

  /** How late a change may reach those who watch. */
  private static final Duration DELAY = Duration.ofSeconds(1);

  private final HealthBoard board;

  /** A service that reads from the board. */
  public HealthGrpcService(HealthBoard board) {
    this.board = board;
  }

  @Override
  public CompletionStage<HealthCheckResponse> check(HealthCheckRequest in, Metadata metadata) {
    ServingStatus status = status(in.getService());
    if (status == ServingStatus.SERVICE_UNKNOWN) {
      throw CallRefusedException.notFound("there is no service '" + in.getService() + "'");
    }
    return CompletableFuture.completedFuture(response(status));
  }

  @Override
  public Source<HealthCheckResponse, NotUsed> watch(HealthCheckRequest in, Metadata metadata) {
    return Source.tick(Duration.ZERO, DELAY, in.getService())
        .map(this::status)
        .dropRepeated()
        .map(HealthGrpcService::response)
        .mapMaterializedValue(timer -> NotUsed.getInstance());
  }

  private ServingStatus status(String service) {
    ServiceRole role = SERVICES.get(service);
    boolean canWork;
    if (role != null) {
      canWork = board.canWork(role);
    } else if (service.isEmpty()) {
      canWork = HealthBoard.CRITICAL.stream().allMatch(board::canWork);
    } else {
      return ServingStatus.SERVICE_UNKNOWN;
    }
    return canWork ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
  }

  private static HealthCheckResponse response(ServingStatus status) {
    return HealthCheckResponse.newBuilder().setStatus(status).build();
  }
}
