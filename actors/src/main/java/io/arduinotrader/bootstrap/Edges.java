package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.config.TraderSettings;
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
import io.arduinotrader.support.Ids;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** The gRPC services of this node and their ports. */
final class Edges {

  private Edges() {}

  /** Binds the ports; completes when every one is bound. */
  static CompletionStage<GatewayServers> start(ActorContext<?> context, House house) {
    TraderSettings.Grpc grpc = house.settings().grpc();
    CallContext.Source calls =
        new CallContext.Source(System::nanoTime, Ids::random, grpc.defaultDeadline());
    Edge edge = new Edge(house.system(), house.rooms(), calls, house.wall(), house.clock()::today);
    Host host = new Host(house.settings().dataDirectory());
    HealthBoard board = new HealthBoard(edge, house.sight(), host);
    context.spawn(Desks.supervised(board.rounds()), "health-rounds");
    return board
        .probeAll()
        .thenCompose(
            probed ->
                GatewayServers.start(
                    house.system(),
                    grpc.host(),
                    grpc.ports(),
                    services(edge, board, host, grpc),
                    calls));
  }

  private static GrpcServices services(
      Edge edge, HealthBoard board, Host host, TraderSettings.Grpc grpc) {
    return new GrpcServices(
        new PlanningGrpcService(edge, board.answering(ServiceRole.PLANNING)),
        new ScoringGrpcService(edge, board.answering(ServiceRole.SCORING)),
        new OptimizationGrpcService(edge, board.answering(ServiceRole.OPTIMIZATION)),
        new PortfolioGrpcService(edge, board.answering(ServiceRole.PORTFOLIO)),
        new TradingGrpcService(edge, board.answering(ServiceRole.TRADING)),
        new UniverseGrpcService(edge, board.answering(ServiceRole.UNIVERSE)),
        new GatewayGrpcService(edge, board, host, grpc.ports()),
        new OperationsGrpcService(edge),
        new ReplayGrpcService(edge),
        new HealthGrpcService(board));
  }
}
