package io.arduinotrader.gateway.optimization;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.optimization.CalculateRebalancingRequest;
import io.arduinotrader.protocol.grpc.optimization.CalculateRebalancingResponse;
import io.arduinotrader.protocol.grpc.optimization.OptimizationConstraints;
import io.arduinotrader.protocol.grpc.optimization.OptimizationServiceClient;
import io.arduinotrader.protocol.grpc.optimization.OptimizeAllocationRequest;
import io.arduinotrader.protocol.grpc.optimization.OptimizeAllocationResponse;
import io.arduinotrader.protocol.grpc.optimization.OptimizeExecutionRequest;
import io.arduinotrader.protocol.grpc.optimization.OptimizeExecutionResponse;
import io.arduinotrader.protocol.grpc.optimization.SecurityAllocation;
import io.arduinotrader.protocol.grpc.optimization.TradeOrder;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.ExecutionReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand.CalculateRebalancing;
import io.arduinotrader.protocol.optimization.OptimizationCommand.OptimizeAllocation;
import io.arduinotrader.protocol.optimization.OptimizationCommand.OptimizeExecution;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.RebalancingReply;
import io.arduinotrader.protocol.optimization.WeightEvidence;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetQuotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.grpc.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptimizationGrpcServiceTest extends GatewayTest {

  private static final AllocationReply.Move SALE =
      new AllocationReply.Move(
          Samples.SAP_ISIN,
          Samples.SAP.symbol(),
          Side.SELL,
          new BigDecimal("2"),
          euros("200"),
          0.5,
          0.4);

  private OptimizationServiceClient client;

  @BeforeEach
  void script() {
    client = OptimizationServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetQuotes.class, asked -> new Quotes(List.of(), List.of(), List.of(Samples.DOLLAR)));
  }

  @Test
  void findsWeightsWithinTheLimitsInBaseCurrency() {
    rooms.on(
        OptimizeAllocation.class,
        asked ->
            new AllocationReply.Allocated(
                List.of(),
                List.of(SALE),
                new AllocationReply.Figures(
                    Optional.of(0.1),
                    Optional.empty(),
                    Optional.empty(),
                    0.01,
                    Optional.of(0.02),
                    7,
                    1.5),
                OptimizationWork.Status.RELAXED,
                List.of("minimum of SAP.EU by 1.0000 percent points"),
                "quadratic programme",
                List.of("The target is within reach."),
                List.of(),
                List.of(),
                new WeightEvidence(Digest.EMPTY, List.of())));
    OptimizeAllocationResponse response =
        get(
            client.optimizeAllocation(
                OptimizeAllocationRequest.newBuilder()
                    .addCurrentPositions(Position.newBuilder().setSymbol("SAP.EU").setQuantity(10))
                    .addTargetAllocations(target("SAP.EU", 0.4, 0.1, 0))
                    .setAvailableCash(money("125", "USD"))
                    .setConstraints(
                        OptimizationConstraints.newBuilder()
                            .setMaxPositions(5)
                            .setMaxTurnoverPct(20))
                    .build()));

    OptimizeAllocation asked = rooms.told(OptimizeAllocation.class).getFirst();
    assertThat(asked.targets()).containsExactly(new Target(Samples.SAP_ISIN, 0.4, 0.1, 1));
    assertThat(asked.cash()).contains(euros("100"));
    assertThat(asked.limits().maximumTurnover()).contains(new BigDecimal("0.2"));
    assertThat(asked.limits().maximumPositions()).contains(5);
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getChanges(0).getQuantityChange()).isEqualTo(-2);
    assertThat(response.getChanges(0).getValueChange()).isEqualTo(money("-200.00", "EUR"));
    assertThat(response.getChanges(0).getSide()).isEqualTo(TradeSide.SELL);
    assertThat(response.getMetrics().getExpectedReturn()).isEqualTo(0.1);
    assertThat(response.getObjectiveValue()).isEqualTo(0.02);
    assertThat(response.getSolverStatus())
        .isEqualTo(
            "relaxed: minimum of SAP.EU by 1.0000 percent points, by quadratic programme."
                + " The target is within reach.");
  }

  @Test
  void workThatBrokeDownIsNoContradiction() {
    rooms.on(OptimizeAllocation.class, asked -> new AllocationReply.Failed("the job failed"));
    assertThat(
            get(client.optimizeAllocation(OptimizeAllocationRequest.getDefaultInstance()))
                .getSolverStatus())
        .isEqualTo("failed: the job failed");

    rooms.on(CalculateRebalancing.class, asked -> new RebalancingReply.Failed("the job failed"));
    assertThat(code(client.calculateRebalancing(CalculateRebalancingRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.INTERNAL);
  }

  @Test
  void saysWhyThereAreNoWeights() {
    rooms.on(
        OptimizeAllocation.class, asked -> new AllocationReply.Infeasible(List.of("too tight")));
    OptimizeAllocationResponse response =
        get(client.optimizeAllocation(OptimizeAllocationRequest.getDefaultInstance()));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getSolverStatus()).isEqualTo("infeasible: too tight");
    assertThat(
            get(client.optimizeAllocation(
                    OptimizeAllocationRequest.newBuilder()
                        .addTargetAllocations(target("GONE", 0.1, 0, 0))
                        .build()))
                .getSolverStatus())
        .contains("GONE");
  }

  @Test
  void listsEverythingWrongWithAnAllocation() {
    assertThat(
            fields(
                client.optimizeAllocation(
                    OptimizeAllocationRequest.newBuilder()
                        .setPortfolioHash("nonsense")
                        .addTargetAllocations(target("", 0.1, 0, 0))
                        .addTargetAllocations(target("SAP.EU", 1.5, Double.NaN, -1))
                        .addTargetAllocations(target("SAP.EU", 0.1, 0.5, 0.4))
                        .setAvailableCash(money("-1", "EUR"))
                        .setConstraints(
                            OptimizationConstraints.newBuilder()
                                .setMaxPositions(-1)
                                .setMaxTurnoverPct(-1)
                                .setMinPositionSize(money("x", "EUR")))
                        .build())))
        .containsExactly(
            "portfolio_hash",
            "target_allocations[0].isin",
            "target_allocations[1].target_weight",
            "target_allocations[1].min_weight",
            "target_allocations[1].max_weight",
            "target_allocations[2].min_weight",
            "available_cash.amount",
            "constraints.max_positions",
            "constraints.min_position_size.amount",
            "constraints.max_turnover_pct");
  }

  @Test
  void refusesMinimaThatDoNotFitAndSecuritiesListedTwice() {
    assertThat(
            fields(
                client.optimizeAllocation(
                    OptimizeAllocationRequest.newBuilder()
                        .addTargetAllocations(target("SAP.EU", 0.6, 0.6, 0))
                        .addTargetAllocations(target("AAPL.US", 0.6, 0.6, 0))
                        .build())))
        .containsExactly("target_allocations");
    assertThat(
            fields(
                client.calculateRebalancing(
                    CalculateRebalancingRequest.newBuilder()
                        .addTargetAllocations(target("SAP.EU", 0.6, 0, 0))
                        .addTargetAllocations(target("sap.eu", 0.6, 0, 0))
                        .build())))
        .containsExactly("target_allocations[1].isin");
  }

  @Test
  void comparesHoldingsWithTargets() {
    rooms.on(
        CalculateRebalancing.class,
        asked ->
            new RebalancingReply.Compared(
                true,
                List.of(SALE),
                0.05,
                euros("2.40"),
                new RebalancingReply.Terms(
                    OptimizationWork.Status.OPTIMAL, List.of(), "target return", List.of())));
    CalculateRebalancingResponse response =
        get(client.calculateRebalancing(CalculateRebalancingRequest.getDefaultInstance()));
    assertThat(response.getNeedsRebalancing()).isTrue();
    assertThat(response.getTotalDriftPct()).isEqualTo(0.05);
    assertThat(response.getEstimatedCost()).isEqualTo(money("2.40", "EUR"));
    assertThat(rooms.told(CalculateRebalancing.class).getFirst().cash()).contains(euros("0"));
    assertThat(
            code(
                client.calculateRebalancing(
                    CalculateRebalancingRequest.newBuilder()
                        .addTargetAllocations(target("GONE", 0.1, 0, 0))
                        .build())))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void holdingsWithoutTargetsAreNotCompared() {
    rooms.on(
        CalculateRebalancing.class,
        asked -> new RebalancingReply.Infeasible(List.of("SAP needs 30 % of 20 %")));

    assertThat(code(client.calculateRebalancing(CalculateRebalancingRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.FAILED_PRECONDITION);
  }

  @Test
  void schedulesOrders() {
    rooms.on(
        OptimizeExecution.class,
        asked ->
            new ExecutionReply.Scheduled(
                false,
                List.of(
                    new ExecutionReply.Schedule(
                        Samples.SAP_ISIN,
                        List.of(
                            new ExecutionReply.Slice(
                                Quantity.of(2),
                                GatewayFixture.NOW,
                                Price.of("100", Currency.EUR),
                                "immediate")))),
                euros("2.40"),
                euros("0.20"),
                "short of cash"));
    OptimizeExecutionResponse response =
        get(client.optimizeExecution(orders(order("SAP.EU", TradeSide.BUY, 2, "EUR"))));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getExecutionPlans(0).getSlices(0).getStrategy()).isEqualTo("immediate");
    assertThat(response.getTotalImpact()).isEqualTo(money("0.20", "EUR"));
    assertThat(rooms.told(OptimizeExecution.class).getFirst().cash()).isEmpty();
  }

  @Test
  void succeedsWithNothingToSchedule() {
    OptimizeExecutionResponse response = get(client.optimizeExecution(orders()));
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getTotalCost()).isEqualTo(money("0", "EUR"));
  }

  @Test
  void listsEverythingWrongWithOrders() {
    assertThat(
            fields(
                client.optimizeExecution(
                    orders(
                        order("", TradeSide.TRADE_SIDE_UNSPECIFIED, 0, "EUR"),
                        order("SAP.EU", TradeSide.BUY, -1, "XX")))))
        .containsExactly(
            "orders[0].isin",
            "orders[0].side",
            "orders[0].quantity",
            "orders[1].quantity",
            "orders[1].limit_price.currency");
    assertThat(fields(client.optimizeExecution(orders(order("SAP.EU", TradeSide.BUY, 1, "USD")))))
        .containsExactly("orders[0].limit_price.currency");
  }

  private static OptimizeExecutionRequest orders(TradeOrder... orders) {
    return OptimizeExecutionRequest.newBuilder().addAllOrders(List.of(orders)).build();
  }

  private static TradeOrder order(String symbol, TradeSide side, double quantity, String currency) {
    return TradeOrder.newBuilder()
        .setSymbol(symbol)
        .setSide(side)
        .setQuantity(quantity)
        .setLimitPrice(money("100", currency))
        .build();
  }

  private static SecurityAllocation target(
      String symbol, double weight, double minimum, double maximum) {
    return SecurityAllocation.newBuilder()
        .setSymbol(symbol)
        .setTargetWeight(weight)
        .setMinWeight(minimum)
        .setMaxWeight(maximum)
        .build();
  }

  private static io.arduinotrader.protocol.vocab.Money euros(String amount) {
    return io.arduinotrader.protocol.vocab.Money.of(amount, Currency.EUR);
  }

  private static Money money(String amount, String currency) {
    return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
  }
}
