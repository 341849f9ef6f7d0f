package io.arduinotrader.gateway.optimization;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.portfolio.Valuation;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NamedPositions;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.optimization.CalculateRebalancingRequest;
import io.arduinotrader.protocol.grpc.optimization.CalculateRebalancingResponse;
import io.arduinotrader.protocol.grpc.optimization.OptimizationServicePowerApi;
import io.arduinotrader.protocol.grpc.optimization.OptimizeAllocationRequest;
import io.arduinotrader.protocol.grpc.optimization.OptimizeAllocationResponse;
import io.arduinotrader.protocol.grpc.optimization.OptimizeExecutionRequest;
import io.arduinotrader.protocol.grpc.optimization.OptimizeExecutionResponse;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.ExecutionReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.optimization.OptimizationCommand.CalculateRebalancing;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.OptimizeAllocation;
import io.arduinotrader.protocol.optimization.OptimizationCommand.OptimizeExecution;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Order;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.RebalancingReply;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.grpc.javadsl.Metadata;

/** The optimization service. */
public final class OptimizationGrpcService implements OptimizationServicePowerApi {

  private final Edge edge;
  private final Rooms rooms;
  private final Supplier<HealthCheckResponse> health;

  /**
   * A service that answers by what the rooms say.
   *
   * @param health the state of the service, known without asking anybody
   */
  public OptimizationGrpcService(Edge edge, Supplier<HealthCheckResponse> health) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.health = health;
  }

  /** What is held and what is wanted, by security. */
  private record Allocation(List<Holding> holdings, List<Target> targets) {

    static Allocation resolve(
        NamedPositions positions, TargetsWire targets, Securities securities) {
      FieldViolations violations = new FieldViolations();
      List<Holding> holdings =
          positions.resolve(securities, violations).entrySet().stream()
              .map(entry -> new Holding(entry.getKey().isin(), entry.getValue()))
              .toList();
      List<Target> wanted = targets.resolve(securities, violations);
      violations.refuseIfAny();
      return new Allocation(holdings, wanted);
    }
  }

  @Override
  public CompletionStage<OptimizeAllocationResponse> optimizeAllocation(
      OptimizeAllocationRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<PortfolioHash> hash =
        IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    NamedPositions positions =
        NamedPositions.read(in.getCurrentPositionsList(), "current_positions", violations);
    TargetsWire targets = TargetsWire.read(in.getTargetAllocationsList(), violations);
    Optional<Money> cash = cash(in.hasAvailableCash(), in.getAvailableCash(), violations);
    LimitsWire limits = LimitsWire.read(in.getConstraints(), violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return requireState(hash, in.getCurrentPositionsCount() == 0, call)
        .thenCompose(ok -> Securities.ask(rooms, call))
        .thenCompose(
            securities -> {
              Allocation allocation;
              try {
                allocation = Allocation.resolve(positions, targets, securities);
              } catch (CallRefusedException unknown) {
                return CompletableFuture.completedFuture(
                    AllocationWire.unsolved(String.valueOf(unknown.status().getDescription())));
              }
              return limits
                  .inBase(rooms, call)
                  .thenCombine(
                      ExchangeRates.inBase(cash, rooms, call),
                      (bounds, inBase) -> new Funded<>(bounds, orZero(inBase)))
                  .thenCompose(
                      funded ->
                          rooms.<OptimizationCommand, AllocationReply>ask(
                              OptimizationCommand.KEY,
                              call.budget(),
                              replyTo ->
                                  new OptimizeAllocation(
                                      AccountId.DEFAULT,
                                      allocation.holdings(),
                                      allocation.targets(),
                                      funded.cash(),
                                      funded.subject(),
                                      replyTo)))
                  .thenApply(AllocationWire::of);
            });
  }

  @Override
  public CompletionStage<CalculateRebalancingResponse> calculateRebalancing(
      CalculateRebalancingRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<PortfolioHash> hash =
        IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    NamedPositions positions =
        NamedPositions.read(in.getCurrentPositionsList(), "current_positions", violations);
    TargetsWire targets = TargetsWire.read(in.getTargetAllocationsList(), violations);
    Optional<Money> cash = cash(in.hasAvailableCash(), in.getAvailableCash(), violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return requireState(hash, in.getCurrentPositionsCount() == 0, call)
        .thenCompose(ok -> Securities.ask(rooms, call))
        .thenApply(securities -> Allocation.resolve(positions, targets, securities))
        .thenCombine(
            ExchangeRates.inBase(cash, rooms, call),
            (allocation, inBase) -> new Funded<>(allocation, orZero(inBase)))
        .thenCompose(
            funded ->
                rooms.<OptimizationCommand, RebalancingReply>ask(
                    OptimizationCommand.KEY,
                    call.budget(),
                    replyTo ->
                        new CalculateRebalancing(
                            AccountId.DEFAULT,
                            funded.subject().holdings(),
                            funded.subject().targets(),
                            funded.cash(),
                            replyTo)))
        .thenApply(AllocationWire::of);
  }

  @Override
  public CompletionStage<OptimizeExecutionResponse> optimizeExecution(
      OptimizeExecutionRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<PortfolioHash> hash =
        IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    OrdersWire orders = OrdersWire.read(in.getOrdersList(), violations);
    Optional<Money> cash = cash(in.hasAvailableCash(), in.getAvailableCash(), violations);
    violations.refuseIfAny();
    if (in.getOrdersCount() == 0) {
      return CompletableFuture.completedFuture(AllocationWire.nothingToExecute());
    }
    CallContext call = edge.calls().of(metadata);
    return requireState(hash, true, call)
        .thenCompose(ok -> Securities.ask(rooms, call))
        .thenApply(securities -> resolved(orders, securities))
        .thenCombine(
            ExchangeRates.inBase(cash, rooms, call), (known, inBase) -> new Funded<>(known, inBase))
        .thenCompose(
            funded ->
                rooms.<OptimizationCommand, ExecutionReply>ask(
                    OptimizationCommand.KEY,
                    call.budget(),
                    replyTo ->
                        new OptimizeExecution(
                            AccountId.DEFAULT, funded.subject(), funded.cash(), replyTo)))
        .thenApply(AllocationWire::of);
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(health.get());
  }

  /** A question and the cash that goes with it, in base currency. */
  private record Funded<T>(T subject, Optional<Money> cash) {}

  private static List<Order> resolved(OrdersWire orders, Securities securities) {
    FieldViolations violations = new FieldViolations();
    List<Order> known = orders.resolve(securities, violations);
    violations.refuseIfAny();
    return known;
  }

  /** A caller who names a state and no positions means the stored ones in exactly that state. */
  private CompletionStage<Done> requireState(
      Optional<PortfolioHash> hash, boolean usesStored, CallContext call) {
    return hash.isEmpty() || !usesStored
        ? CompletableFuture.completedFuture(Done.getInstance())
        : Valuation.inState(rooms, AccountId.DEFAULT, hash, call)
            .thenApply(valued -> Done.getInstance());
  }

  private static Optional<Money> cash(
      boolean isGiven,
      io.arduinotrader.protocol.grpc.common.Money wire,
      FieldViolations violations) {
    return isGiven
        ? MoneyWire.amountFromZero(wire, "available_cash", violations)
        : Optional.empty();
  }

  private static Optional<Money> orZero(Optional<Money> cash) {
    return cash.or(() -> Optional.of(Money.zero(Currency.EUR)));
  }
}
