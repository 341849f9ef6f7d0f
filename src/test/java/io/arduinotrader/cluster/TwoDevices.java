package io.arduinotrader.cluster;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.process.NodeProcess;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.GetServicesHealthRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import io.arduinotrader.protocol.grpc.gateway.ServiceHealth;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.grpc.operations.VerifyJournalRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryRequest;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryResponse;
import io.arduinotrader.protocol.grpc.trading.TradeExecution;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.GrpcChannel;
import org.apache.pekko.grpc.GrpcClientSettings;
import org.apache.pekko.stream.javadsl.Sink;
import org.awaitility.Awaitility;

/** Both boards of a pair as processes on this machine, and clients of their gateways. */
public final class TwoDevices implements AutoCloseable {

  private static final Duration LONG = Duration.ofMinutes(3);

  /** Shares of the sample market that are cheap, in euros, and trade on the replayed day. */
  private static final List<String> SHARES =
      List.of("SYBLE.PA", "SYHAR.DE", "SYDIJ.AS", "SYLUM.PA", "SYAPO.DE", "SYQUA.DE", "SYBAN.PA");

  private final ActorSystem client =
      ActorSystem.create("client", ConfigFactory.parseResources("console.conf").resolve());
  private final NodeProcess first;
  private final NodeProcess second;

  /**
   * Where the boards are.
   *
   * @param first the address of the first board
   * @param second that of the second
   * @param secondForClients where clients reach the second
   * @param around a command that runs the second board's, empty for none
   */
  public record Placing(String first, String second, String secondForClients, List<String> around) {

    static final Placing HERE = new Placing("127.0.0.1", "127.0.0.2", "127.0.0.2", List.of());
  }

  private TwoDevices(Path folder, Placing placing) {
    Map<String, String> common = new HashMap<>(NodeProcess.surroundings());
    common.put("TRADER_DEVICE_1", placing.first());
    common.put("TRADER_DEVICE_2", placing.second());
    Map<String, String> money = new HashMap<>(common);
    money.put("TRADER_PROFILE", "device-2");
    money.put("TRADER_GRPC_HOST", placing.secondForClients());
    this.second =
        NodeProcess.launched(folder.resolve("device-2"), placing.around(), placing.second(), money);
    Map<String, String> computing = new HashMap<>(common);
    computing.put("TRADER_PROFILE", "device-1");
    this.first =
        NodeProcess.launched(folder.resolve("device-1"), List.of(), placing.first(), computing);
  }

  /** Starts both and waits until each sees every service healthy. */
  public static TwoDevices started(Path folder, Placing placing) {
    TwoDevices pair = new TwoDevices(folder, placing);
    pair.awaitWhole();
    return pair;
  }

  /** The board with prices, scores, plans and the cycle. */
  public NodeProcess first() {
    return first;
  }

  /** The board with the money. */
  public NodeProcess second() {
    return second;
  }

  /** Waits until each sees every service healthy. */
  public void awaitWhole() {
    Awaitility.await("every service is healthy, seen from both boards")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(
            () -> {
              requireAlive(first);
              requireAlive(second);
              return unhealthy(first).isEmpty() && unhealthy(second).isEmpty();
            });
  }

  private static void requireAlive(NodeProcess node) {
    if (!node.isAlive()) {
      throw new IllegalStateException("a board has ended:\n" + node.words());
    }
  }

  /** Waits until a board answers calls, whatever it knows of the other. */
  public void awaitServing(NodeProcess node) {
    Awaitility.await("the board answers")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(() -> unhealthy(node).size() < ServiceRole.values().length);
  }

  /** The services a node takes for not able to work. */
  public Set<String> unhealthy(NodeProcess node) {
    return get(
        call(
            node,
            line ->
                GatewayServiceClient.create(line, client)
                    .getServicesHealth(GetServicesHealthRequest.getDefaultInstance())
                    .thenApply(
                        health ->
                            health.getServicesList().stream()
                                .filter(service -> !service.getHealthy())
                                .map(ServiceHealth::getServiceName)
                                .collect(Collectors.toSet()))));
  }

  public CompletableFuture<ProcessDepositResponse> deposit(
      NodeProcess node, String amount, String key) {
    return call(
        node,
        line ->
            GatewayServiceClient.create(line, client)
                .processDeposit()
                .addHeader("idempotency-key", key)
                .invoke(
                    ProcessDepositRequest.newBuilder()
                        .setAmount(Money.newBuilder().setAmount(amount).setCurrency("EUR"))
                        .build()));
  }

  public CompletableFuture<GetSummaryResponse> summary(NodeProcess node) {
    return call(
        node,
        line ->
            PortfolioServiceClient.create(line, client)
                .getSummary(GetSummaryRequest.getDefaultInstance()));
  }

  /** Buys a share; without a key, which the other board would have to look up before. */
  public CompletableFuture<ExecuteTradeResponse> buy(NodeProcess node, String symbol) {
    return call(
        node,
        line ->
            TradingServiceClient.create(line, client)
                .executeTrade(
                    ExecuteTradeRequest.newBuilder()
                        .setSymbol(symbol)
                        .setSide(TradeSide.BUY)
                        .setQuantity(1)
                        .build()));
  }

  /** Begins a cycle, or follows the one of the same key. */
  public CompletableFuture<List<TradingCycleUpdate>> cycle(
      NodeProcess node, String key, Consumer<TradingCycleUpdate> each) {
    return call(
        node,
        line ->
            GatewayServiceClient.create(line, client)
                .triggerTradingCycle()
                .addHeader("idempotency-key", key)
                .invoke(TriggerTradingCycleRequest.getDefaultInstance())
                .wireTap(each::accept)
                .runWith(Sink.seq(), client));
  }

  /** What the journals of both boards hold, asked of one. */
  public List<VerifiedStream> journals(NodeProcess node) {
    return get(
        call(
            node,
            line ->
                OperationsServiceClient.create(line, client)
                    .verifyJournal(VerifyJournalRequest.getDefaultInstance())
                    .runWith(Sink.seq(), client)));
  }

  /** A call on a connection of its own, which is closed with the answer. */
  public <T> CompletableFuture<T> call(
      NodeProcess node, Function<GrpcChannel, CompletionStage<T>> calling) {
    GrpcChannel line =
        GrpcChannel.apply(
            GrpcClientSettings.connectToServiceAt(node.clientHost(), node.gatewayPort(), client)
                .withTls(false),
            client);
    CompletionStage<T> answer = calling.apply(line);
    answer.whenComplete((done, failure) -> line.close());
    return answer.toCompletableFuture();
  }

  /** The trades that the board with the money has on record, which needs no other board. */
  public CompletableFuture<GetTradeHistoryResponse> history(NodeProcess node) {
    return call(
        node,
        line ->
            TradingServiceClient.create(line, client)
                .getTradeHistory(GetTradeHistoryRequest.getDefaultInstance()));
  }

  /** A share that has not been traded; a cycle trades at most five. */
  public String untraded() {
    Set<String> traded =
        get(history(second)).getExecutionsList().stream()
            .map(TradeExecution::getSymbol)
            .collect(Collectors.toSet());
    return SHARES.stream().filter(share -> !traded.contains(share)).findFirst().orElseThrow();
  }

  /** How many orders there have ever been. */
  public long orders(NodeProcess node) {
    return journals(node).stream()
        .filter(stream -> stream.getPersistenceId().startsWith("order|"))
        .count();
  }

  /** The status a call failed with; OK when it did not. */
  public static Status.Code status(CompletableFuture<?> call) {
    try {
      call.get(LONG.toSeconds(), TimeUnit.SECONDS);
      return Status.Code.OK;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    } catch (ExecutionException failed) {
      return Status.fromThrowable(failed).getCode();
    } catch (TimeoutException late) {
      throw new AssertionError("no answer", late);
    }
  }

  ActorSystem client() {
    return client;
  }

  public static <T> T get(CompletionStage<T> answer) {
    try {
      return answer.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    }
  }

  @Override
  public void close() {
    first.close();
    second.close();
    client.terminate();
  }
}
