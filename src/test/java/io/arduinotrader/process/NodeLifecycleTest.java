package io.arduinotrader.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.grpc.operations.VerifyJournalRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.GrpcClientSettings;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NodeLifecycleTest {

  private static final ActorSystem CLIENT =
      ActorSystem.create("client", ConfigFactory.parseResources("console.conf").resolve());

  @AfterAll
  static void closeClient() {
    CLIENT.terminate();
  }

  @Test
  void whatWasAcknowledgedIsThereAfterAKill(@TempDir Path folder) throws Exception {
    try (NodeProcess node = NodeProcess.started(folder)) {
      GrpcClientSettings settings = settings(node);
      ProcessDepositResponse deposit =
          GatewayServiceClient.create(settings, CLIENT)
              .processDeposit()
              .addHeader("idempotency-key", "first-deposit")
              .invoke(deposit("10000"))
              .toCompletableFuture()
              .get(1, TimeUnit.MINUTES);
      assertThat(deposit.getSuccess()).isTrue();
      List<TradingCycleUpdate> updates =
          GatewayServiceClient.create(settings, CLIENT)
              .triggerTradingCycle(TriggerTradingCycleRequest.getDefaultInstance())
              .runWith(Sink.seq(), CLIENT)
              .toCompletableFuture()
              .get(3, TimeUnit.MINUTES);
      assertThat(updates.getLast().getComplete()).isTrue();
      assertThat(updates.getLast().getResult().getTradesExecuted()).isPositive();
      GetSummaryResponse summary = summary(settings);
      GetPositionsResponse positions = positions(settings);

      node.kill();
      node.startAgain();

      GrpcClientSettings again = settings(node);
      assertThat(summary(again).getPortfolioHash()).isEqualTo(summary.getPortfolioHash());
      assertThat(summary(again).getTotalValue()).isEqualTo(summary.getTotalValue());
      assertThat(positions(again)).isEqualTo(positions);
      ProcessDepositResponse repeated =
          GatewayServiceClient.create(again, CLIENT)
              .processDeposit()
              .addHeader("idempotency-key", "first-deposit")
              .invoke(deposit("10000"))
              .toCompletableFuture()
              .get(1, TimeUnit.MINUTES);
      assertThat(repeated.getTransactionId()).isEqualTo(deposit.getTransactionId());
      assertThat(summary(again).getTotalValue()).isEqualTo(summary.getTotalValue());
      List<VerifiedStream> streams =
          OperationsServiceClient.create(again, CLIENT)
              .verifyJournal(VerifyJournalRequest.getDefaultInstance())
              .runWith(Sink.seq(), CLIENT)
              .toCompletableFuture()
              .get(1, TimeUnit.MINUTES);
      assertThat(streams).isNotEmpty().allMatch(VerifiedStream::getIntact);
    }
  }

  @Test
  void aSignalEndsTheNodeInOrder(@TempDir Path folder) {
    try (NodeProcess node = NodeProcess.started(folder)) {
      node.terminate();
      assertThat(node.exitStatus(Duration.ofSeconds(10))).isZero();
    }
  }

  @Test
  void aBadConfigurationIsReportedWithAllItsProblems(@TempDir Path folder) {
    NodeProcess.Ended ended =
        NodeProcess.ending(
            folder,
            Map.of(
                "TRADER_PORT_TRADING", "70000",
                "TRADER_AS_OF", "yesterday",
                "TRADER_GRPC_HOST", "0.0.0.0"));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.words())
        .contains("arduino-trader.grpc.ports.trading")
        .contains("arduino-trader.clock.replayed-date")
        .contains("arduino-trader.grpc.host");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aPortInUseIsNamed(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      NodeProcess.Ended ended = NodeProcess.ending(folder, Map.of("TRADER_PORT_SCORING", port));
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.words()).contains("port " + port).contains("scoring");
    }
  }

  private static GrpcClientSettings settings(NodeProcess node) {
    return GrpcClientSettings.connectToServiceAt("127.0.0.1", node.gatewayPort(), CLIENT)
        .withTls(false);
  }

  private static ProcessDepositRequest deposit(String amount) {
    return ProcessDepositRequest.newBuilder()
        .setAmount(Money.newBuilder().setAmount(amount).setCurrency("EUR"))
        .build();
  }

  private static GetSummaryResponse summary(GrpcClientSettings settings) throws Exception {
    return PortfolioServiceClient.create(settings, CLIENT)
        .getSummary(GetSummaryRequest.getDefaultInstance())
        .toCompletableFuture()
        .get(1, TimeUnit.MINUTES);
  }

  private static GetPositionsResponse positions(GrpcClientSettings settings) throws Exception {
    return PortfolioServiceClient.create(settings, CLIENT)
        .getPositions(GetPositionsRequest.getDefaultInstance())
        .toCompletableFuture()
        .get(1, TimeUnit.MINUTES);
  }
}
