package io.arduinotrader.gateway.server;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.protocol.grpc.gateway.GatewayService;
import io.arduinotrader.protocol.grpc.gateway.GatewayServicePowerApi;
import io.arduinotrader.protocol.grpc.gateway.GatewayServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.health.Health;
import io.arduinotrader.protocol.grpc.health.HealthPowerApi;
import io.arduinotrader.protocol.grpc.health.HealthPowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.operations.OperationsService;
import io.arduinotrader.protocol.grpc.operations.OperationsServicePowerApi;
import io.arduinotrader.protocol.grpc.operations.OperationsServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.optimization.OptimizationService;
import io.arduinotrader.protocol.grpc.optimization.OptimizationServicePowerApi;
import io.arduinotrader.protocol.grpc.optimization.OptimizationServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.planning.PlanningService;
import io.arduinotrader.protocol.grpc.planning.PlanningServicePowerApi;
import io.arduinotrader.protocol.grpc.planning.PlanningServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioService;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServicePowerApi;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.replay.ReplayService;
import io.arduinotrader.protocol.grpc.replay.ReplayServicePowerApi;
import io.arduinotrader.protocol.grpc.replay.ReplayServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.scoring.ScoringService;
import io.arduinotrader.protocol.grpc.scoring.ScoringServicePowerApi;
import io.arduinotrader.protocol.grpc.scoring.ScoringServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.trading.TradingService;
import io.arduinotrader.protocol.grpc.trading.TradingServicePowerApi;
import io.arduinotrader.protocol.grpc.trading.TradingServicePowerApiHandlerFactory;
import io.arduinotrader.protocol.grpc.universe.UniverseService;
import io.arduinotrader.protocol.grpc.universe.UniverseServicePowerApi;
import io.arduinotrader.protocol.grpc.universe.UniverseServicePowerApiHandlerFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/** The implementations of all services a node offers. */
@SuppressWarnings("deprecation") // the generated handlers ask for the old function type
public record GrpcServices(
    PlanningServicePowerApi planning,
    ScoringServicePowerApi scoring,
    OptimizationServicePowerApi optimization,
    PortfolioServicePowerApi portfolio,
    TradingServicePowerApi trading,
    UniverseServicePowerApi universe,
    GatewayServicePowerApi gateway,
    OperationsServicePowerApi operations,
    ReplayServicePowerApi replay,
    HealthPowerApi health) {

  /** What the port of a service offers: the service itself and the health of all. */
  List<ServiceRoute> of(ServiceRole port, ClassicActorSystemProvider system) {
    List<ServiceRoute> routes = new ArrayList<>();
    Map<ServiceRole, ServiceRoute> own = own(system);
    if (port == ServiceRole.GATEWAY) {
      routes.addAll(own.values());
      routes.add(
          new ServiceRoute(
              OperationsService.description,
              errors ->
                  OperationsServicePowerApiHandlerFactory.create(operations, errors, system)));
      routes.add(
          new ServiceRoute(
              ReplayService.description,
              errors -> ReplayServicePowerApiHandlerFactory.create(replay, errors, system)));
    } else {
      routes.add(own.get(port));
    }
    routes.add(
        new ServiceRoute(
            Health.description,
            errors -> HealthPowerApiHandlerFactory.create(health, errors, system)));
    return List.copyOf(routes);
  }

  private Map<ServiceRole, ServiceRoute> own(ClassicActorSystemProvider system) {
    Map<ServiceRole, ServiceRoute> routes = new EnumMap<>(ServiceRole.class);
    for (ServiceRole role : ServiceRole.values()) {
      routes.put(role, own(role, system));
    }
    return routes;
  }

  private ServiceRoute own(ServiceRole role, ClassicActorSystemProvider system) {
    return switch (role) {
      case PLANNING ->
          new ServiceRoute(
              PlanningService.description,
              errors -> PlanningServicePowerApiHandlerFactory.create(planning, errors, system));
      case SCORING ->
          new ServiceRoute(
              ScoringService.description,
              errors -> ScoringServicePowerApiHandlerFactory.create(scoring, errors, system));
      case OPTIMIZATION ->
          new ServiceRoute(
              OptimizationService.description,
              errors ->
                  OptimizationServicePowerApiHandlerFactory.create(optimization, errors, system));
      case PORTFOLIO ->
          new ServiceRoute(
              PortfolioService.description,
              errors -> PortfolioServicePowerApiHandlerFactory.create(portfolio, errors, system));
      case TRADING ->
          new ServiceRoute(
              TradingService.description,
              errors -> TradingServicePowerApiHandlerFactory.create(trading, errors, system));
      case UNIVERSE ->
          new ServiceRoute(
              UniverseService.description,
              errors -> UniverseServicePowerApiHandlerFactory.create(universe, errors, system));
      case GATEWAY ->
          new ServiceRoute(
              GatewayService.description,
              errors -> GatewayServicePowerApiHandlerFactory.create(gateway, errors, system));
    };
  }
}
