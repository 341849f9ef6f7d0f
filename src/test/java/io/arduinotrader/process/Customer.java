package io.arduinotrader.process;

import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.operations.ArmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.CashLedgerEntry;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerRequest;
import io.arduinotrader.protocol.grpc.operations.ModeResponse;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsRequest;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesRequest;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesResponse;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.arduinotrader.protocol.grpc.universe.SyncPricesRequest;
import io.arduinotrader.protocol.grpc.universe.UniverseServiceClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.GrpcClientSettings;
import org.apache.pekko.stream.javadsl.Sink;

/** Somebody who says every wish again, under the same name, until he knows what became of it. */
final class Customer implements AutoCloseable {

  private static final int LONGEST_ANSWER = 20;

  private final ActorSystem actors;
  private final GatewayServiceClient gateway;
  private final TradingServiceClient trading;
  private final UniverseServiceClient universe;
  private final PortfolioServiceClient portfolio;
  private final OperationsServiceClient operations;

  Customer(int gatewayPort, ActorSystem actors) {
    this.actors = actors;
    GrpcClientSettings settings =
        GrpcClientSettings.connectToServiceAt("127.0.0.1", gatewayPort, actors).withTls(false);
    gateway = GatewayServiceClient.create(settings, actors);
    trading = TradingServiceClient.create(settings, actors);
    universe = UniverseServiceClient.create(settings, actors);
    portfolio = PortfolioServiceClient.create(settings, actors);
    operations = OperationsServiceClient.create(settings, actors);
  }

  void syncPrices() {
    answer(
        universe
            .syncPrices(SyncPricesRequest.newBuilder().setForceRefresh(true).build())
            .runWith(Sink.ignore(), actors));
  }

  void deposit(String euros) {
    answer(
        gateway
            .processDeposit()
            .addHeader("idempotency-key", "deposit")
            .invoke(
                ProcessDepositRequest.newBuilder()
                    .setAmount(Money.newBuilder().setAmount(euros).setCurrency("EUR"))
                    .build()));
  }

  /** Lets orders reach the broker outside the house; its books have to be compared before. */
  void arm() {
    await("the account is armed")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(
            () -> {
              ModeResponse begun =
                  operations
                      .armTrading(
                          ArmTradingRequest.newBuilder()
                              .setReason("a test")
                              .setArmedBy("customer")
                              .build())
                      .toCompletableFuture()
                      .get(LONGEST_ANSWER, TimeUnit.SECONDS);
              return operations
                  .armTrading(ArmTradingRequest.newBuilder().setPhrase(begun.getPhrase()).build())
                  .toCompletableFuture()
                  .get(LONGEST_ANSWER, TimeUnit.SECONDS)
                  .getMode()
                  .equals("live");
            });
  }

  /** Says a batch of wishes without waiting; said again under its name it is the same batch. */
  CompletionStage<BatchExecuteTradesResponse> buy(String name, List<String> isins) {
    BatchExecuteTradesRequest.Builder batch = BatchExecuteTradesRequest.newBuilder();
    isins.forEach(
        isin ->
            batch.addTrades(
                ExecuteTradeRequest.newBuilder()
                    .setIsin(isin)
                    .setSide(TradeSide.BUY)
                    .setQuantity(2)));
    return trading.batchExecuteTrades().addHeader("idempotency-key", name).invoke(batch.build());
  }

  /** What became of a batch; empty while it is not known of all of it whether the broker has it. */
  Optional<BatchExecuteTradesResponse> bought(String name, List<String> isins) {
    try {
      return Optional.of(
              buy(name, isins).toCompletableFuture().get(LONGEST_ANSWER, TimeUnit.SECONDS))
          .filter(response -> response.getResultsList().stream().noneMatch(Customer::isUnknown));
    } catch (ExecutionException | TimeoutException nobodyKnows) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static boolean isUnknown(ExecuteTradeResponse result) {
    return result.getStatus() == TradeStatus.PENDING && result.getOrderId().isEmpty();
  }

  /** How the services are, by name: healthy, degraded, unhealthy or unknown. */
  Map<String, String> health() {
    Map<String, String> health = new TreeMap<>();
    answer(gateway.getSystemStatus(GetSystemStatusRequest.getDefaultInstance()))
        .getServicesList()
        .forEach(service -> health.put(service.getServiceName(), service.getStatus()));
    return health;
  }

  /** Shares by ISIN in the house's books. */
  Map<String, BigDecimal> positions() {
    Map<String, BigDecimal> positions = new TreeMap<>();
    answer(portfolio.getPositions(GetPositionsRequest.getDefaultInstance()))
        .getPositionsList()
        .forEach(
            position ->
                positions.put(position.getIsin(), BigDecimal.valueOf(position.getQuantity())));
    return positions;
  }

  /** The last balance of every currency in the house's ledger. */
  Map<String, BigDecimal> cash() {
    Map<String, BigDecimal> balances = new TreeMap<>();
    for (CashLedgerEntry entry :
        answer(operations.listCashLedger(ListCashLedgerRequest.newBuilder().setLimit(1000).build()))
            .getEntriesList()) {
      balances.putIfAbsent(
          entry.getBalanceAfter().getCurrency(),
          new BigDecimal(entry.getBalanceAfter().getAmount()));
    }
    return balances;
  }

  private static <T> T answer(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    gateway.close();
    trading.close();
    universe.close();
    portfolio.close();
    operations.close();
  }
}
