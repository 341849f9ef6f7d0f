package io.arduinotrader.gateway.portfolio;

import io.arduinotrader.gateway.answers.RepeatableCommands;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.grpc.portfolio.GetCashBalanceRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetCashBalanceResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetPerformanceRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetPerformanceResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServicePowerApi;
import io.arduinotrader.protocol.grpc.portfolio.UpdatePositionsRequest;
import io.arduinotrader.protocol.grpc.portfolio.UpdatePositionsResponse;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPositions;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.grpc.javadsl.Metadata;

/** The portfolio service. */
public final class PortfolioGrpcService implements PortfolioServicePowerApi {

  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 3650;

  private final Edge edge;
  private final Rooms rooms;
  private final Supplier<HealthCheckResponse> health;
  private final RepeatableCommands commands;

  /**
   * A service that answers by what the rooms say.
   *
   * @param health the state of the service, known without asking anybody
   */
  public PortfolioGrpcService(Edge edge, Supplier<HealthCheckResponse> health) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.health = health;
    this.commands = new RepeatableCommands(rooms);
  }

  @Override
  public CompletionStage<GetPositionsResponse> getPositions(
      GetPositionsRequest in, Metadata metadata) {
    if (!IdentifierWire.isKnownAccount(in.getAccountId())) {
      return CompletableFuture.completedFuture(GetPositionsResponse.getDefaultInstance());
    }
    return Valuation.ask(rooms, AccountId.DEFAULT, edge.calls().of(metadata))
        .thenApply(
            valued -> {
              List<Position> positions = PositionWire.of(valued, in.getIncludeClosed());
              return GetPositionsResponse.newBuilder()
                  .addAllPositions(positions)
                  .setTotalPositions(positions.size())
                  .build();
            });
  }

  @Override
  public CompletionStage<GetPositionResponse> getPosition(
      GetPositionRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    var name = IdentifierWire.isinOrSymbol(in.getIsin(), "isin", violations);
    violations.refuseIfAny();
    if (!IdentifierWire.isKnownAccount(in.getAccountId())) {
      return CompletableFuture.completedFuture(GetPositionResponse.getDefaultInstance());
    }
    return Valuation.ask(rooms, AccountId.DEFAULT, edge.calls().of(metadata))
        .thenApply(
            valued ->
                valued.value().positions().stream()
                    .filter(position -> isNamed(position, name.orElseThrow()))
                    .findFirst()
                    .map(position -> PositionWire.of(valued.portfolio(), position))
                    .map(
                        position ->
                            GetPositionResponse.newBuilder()
                                .setFound(true)
                                .setPosition(position)
                                .build())
                    .orElse(GetPositionResponse.getDefaultInstance()));
  }

  @Override
  public CompletionStage<GetSummaryResponse> getSummary(GetSummaryRequest in, Metadata metadata) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    return Valuation.ask(rooms, account, edge.calls().of(metadata)).thenApply(SummaryWire::summary);
  }

  @Override
  public CompletionStage<GetPerformanceResponse> getPerformance(
      GetPerformanceRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    int days = NumberWire.days(in.getDays(), USUAL_DAYS, MOST_DAYS, "days", violations);
    violations.refuseIfAny();
    if (!IdentifierWire.isKnownAccount(in.getAccountId())) {
      return CompletableFuture.completedFuture(GetPerformanceResponse.getDefaultInstance());
    }
    return Valuation.performance(rooms, AccountId.DEFAULT, days, edge.calls().of(metadata))
        .thenApply(SummaryWire::performance);
  }

  @Override
  public CompletionStage<GetCashBalanceResponse> getCashBalance(
      GetCashBalanceRequest in, Metadata metadata) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    return Valuation.ask(rooms, account, edge.calls().of(metadata)).thenApply(SummaryWire::cash);
  }

  @Override
  public CompletionStage<UpdatePositionsResponse> updatePositions(
      UpdatePositionsRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "UpdatePositions",
        in,
        UpdatePositionsResponse.parser(),
        answer -> true,
        () -> update(in, call));
  }

  private CompletionStage<UpdatePositionsResponse> update(
      UpdatePositionsRequest in, CallContext call) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    if (in.getPositionsCount() == 0) {
      return synchronised(account, call);
    }
    String correctionId = call.commandId(account.value());
    StatedPositions stated = StatedPositions.read(in.getPositionsList());
    return stated
        .holdings(edge, call)
        .thenCompose(holdings -> corrected(account, correctionId, holdings, call));
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(health.get());
  }

  private CompletionStage<UpdatePositionsResponse> corrected(
      AccountId account, String correctionId, List<Holding> holdings, CallContext call) {
    return portfolio(account, call)
        .thenCompose(
            before ->
                rooms
                    .<PortfolioCommand, PortfolioReply>ask(
                        PortfolioCommand.KEY,
                        account.value(),
                        call.budget(),
                        replyTo ->
                            new PortfolioCommand.Change(
                                new CorrectPositions(
                                    correctionId, holdings, "stated by an operator"),
                                replyTo))
                    .thenApply(
                        reply ->
                            switch (reply) {
                              case PortfolioReply.Accepted accepted ->
                                  response(true, before, accepted.view());
                              case PortfolioReply.Refused refused -> {
                                Refusals.throwIfNoAnswer(refused.refusal());
                                yield response(false, before, refused.view());
                              }
                            }));
  }

  private CompletionStage<UpdatePositionsResponse> synchronised(
      AccountId account, CallContext call) {
    return portfolio(account, call)
        .thenCompose(
            before ->
                rooms
                    .<BrokerCommand, BrokerView>ask(
                        BrokerCommand.KEY, call.budget(), BrokerCommand.Reconcile::new)
                    .thenCompose(
                        broker -> {
                          if (!broker.reachable()) {
                            throw CallRefusedException.unavailable("the broker cannot be reached");
                          }
                          return portfolio(account, call)
                              .thenApply(after -> response(broker.ready(), before, after));
                        }));
  }

  private CompletionStage<PortfolioView> portfolio(AccountId account, CallContext call) {
    return rooms.ask(
        PortfolioCommand.KEY, account.value(), call.budget(), PortfolioCommand.GetPortfolio::new);
  }

  private UpdatePositionsResponse response(
      boolean success, PortfolioView before, PortfolioView after) {
    PositionChanges changes = PositionChanges.between(before, after);
    return UpdatePositionsResponse.newBuilder()
        .setSuccess(success)
        .setPositionsUpdated(changes.updated())
        .setPositionsAdded(changes.added())
        .setPositionsRemoved(changes.removed())
        .setSyncTime(TimestampWire.of(edge.clock().instant()))
        .build();
  }

  private static boolean isNamed(PositionValue position, SecurityName name) {
    return name.isin().map(position.isin()::equals).orElse(true)
        && name.symbol().map(position.symbol()::equals).orElse(true);
  }
}
