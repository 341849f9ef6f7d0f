package io.arduinotrader.gateway.server;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static io.arduinotrader.gateway.GatewayFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.cycle.CycleCommand.StartCycle;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import io.arduinotrader.protocol.grpc.health.HealthCheckRequest;
import io.arduinotrader.protocol.grpc.health.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.health.HealthCheckResponse.ServingStatus;
import io.arduinotrader.protocol.grpc.health.HealthClient;
import io.arduinotrader.protocol.grpc.operations.ImportPricesChunk;
import io.arduinotrader.protocol.grpc.operations.ImportPricesReport;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.arduinotrader.protocol.grpc.universe.SearchSecuritiesRequest;
import io.arduinotrader.protocol.grpc.universe.UniverseServiceClient;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.universe.FeedCommand.ImportPrices;
import io.arduinotrader.protocol.universe.FeedCommand.PricesImported;
import io.arduinotrader.protocol.universe.ImportedBars;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayServersTest {

  private static final int MEBI = 1024 * 1024;

  private GatewayFixture gateway;

  @BeforeEach
  void start() {
    gateway = new GatewayFixture();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void echoesTheCorrelationIdInHeadersAndTrailers() throws Exception {
    gateway.rooms.on(GetValuation.class, asked -> Samples.valued());
    var call =
        get(
            portfolio()
                .getSummary()
                .addHeader("x-correlation-id", "mine-1")
                .invokeWithMetadata(GetSummaryRequest.getDefaultInstance()));

    assertThat(call.getHeaders().getText("x-correlation-id")).contains("mine-1");
    assertThat(get(call.getTrailers()).getText("x-correlation-id")).contains("mine-1");
  }

  @Test
  void makesACorrelationIdWhenThereIsNoUsableOne() {
    gateway.rooms.on(GetValuation.class, asked -> Samples.valued());
    var call =
        get(
            portfolio()
                .getSummary()
                .addHeader("x-correlation-id", "not visible")
                .invokeWithMetadata(GetSummaryRequest.getDefaultInstance()));

    assertThat(call.getHeaders().getText("x-correlation-id"))
        .hasValueSatisfying(id -> assertThat(id).startsWith("id-"));
  }

  @Test
  void tellsOnlyTheCorrelationIdAboutADefect() {
    gateway.rooms.on(
        GetValuation.class,
        asked -> {
          throw new IllegalStateException("secret");
        });
    gateway.rooms.on(GetUniverse.class, asked -> "no universe at all");

    StatusRuntimeException refused =
        refusal(
            UniverseServiceClient.create(gateway.gateway(), gateway.kit.system())
                .searchSecurities()
                .addHeader("x-correlation-id", "mine-2")
                .invoke(SearchSecuritiesRequest.newBuilder().setQuery("x").build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(refused.getStatus().getDescription())
        .isEqualTo("internal error, correlation id mine-2");
  }

  @Test
  void refusesAMessageOfMoreThanFourMebibytes() {
    assertThat(code(search(4 * MEBI))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(code(search(9 * MEBI))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void takesAMessageOfFourMebibytes() {
    assertThat(code(search(4 * MEBI - 16))).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void takesAnUploadOfManyMessages() {
    gateway.rooms.on(
        ImportPrices.class,
        asked ->
            get(
                asked
                    .content()
                    .getSource()
                    .runFold(0L, (sum, bytes) -> sum + bytes.size(), gateway.kit.system())
                    .thenApply(
                        sum ->
                            new PricesImported(
                                new ImportedBars(sum, 0, 0, Optional.empty(), Optional.empty()),
                                UnusableRows.NONE))));
    ImportPricesChunk chunk =
        ImportPricesChunk.newBuilder()
            .setFileName("prices.csv")
            .setSource("test")
            .setContent(ByteString.copyFrom(new byte[MEBI]))
            .build();

    ImportPricesReport report =
        get(
            OperationsServiceClient.create(gateway.gateway(), gateway.kit.system())
                .importPrices(Source.from(Collections.nCopies(10, chunk))));

    assertThat(report.getRowsRead()).isEqualTo(10L * MEBI);
  }

  @Test
  void refusesAnUploadByItsFirstMessageAlthoughMoreFollow() {
    ImportPricesChunk nameless =
        ImportPricesChunk.newBuilder().setContent(ByteString.copyFrom(new byte[MEBI])).build();
    assertThat(
            fields(
                OperationsServiceClient.create(gateway.gateway(), gateway.kit.system())
                    .importPrices(Source.from(Collections.nCopies(10, nameless)))))
        .containsExactly("file_name", "source");
  }

  @Test
  void offersItsOwnServiceOnItsPortAndAllOnTheGateways() {
    gateway.rooms.on(GetValuation.class, asked -> Samples.valued());
    var trading =
        TradingServiceClient.create(gateway.port(ServiceRole.PORTFOLIO), gateway.kit.system());

    assertThat(get(portfolio().getSummary(GetSummaryRequest.getDefaultInstance())))
        .extracting(GetSummaryResponse::getPositionCount)
        .isEqualTo(1);
    assertThat(code(trading.executeTrade(ExecuteTradeRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(
            code(
                TradingServiceClient.create(gateway.gateway(), gateway.kit.system())
                    .executeTrade(ExecuteTradeRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void answersHealthOnEveryPort() {
    for (ServiceRole role : ServiceRole.values()) {
      HealthClient client = HealthClient.create(gateway.port(role), gateway.kit.system());
      assertThat(get(client.check(HealthCheckRequest.getDefaultInstance())).getStatus())
          .as(role.role())
          .isEqualTo(ServingStatus.NOT_SERVING);
      assertThat(code(client.check(HealthCheckRequest.newBuilder().setService("no.such").build())))
          .isEqualTo(Status.Code.NOT_FOUND);
    }
  }

  @Test
  void namesThePortAndServiceThatCannotBeBound() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      CompletionStage<GatewayServers> starting =
          GatewayServers.start(
              gateway.kit.system(),
              "0.0.0.0",
              Map.of(ServiceRole.TRADING, taken.getLocalPort()),
              gateway.services,
              gateway.edge.calls());

      assertThatThrownBy(() -> get(starting))
          .isInstanceOf(PortUnavailableException.class)
          .hasMessageContaining(":" + taken.getLocalPort())
          .hasMessageContaining("trading");
    }
  }

  @Test
  void refusesNewCallsWhileItDrainsAndFinishesRunningOnes() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    gateway.rooms.on(
        GetValuation.class,
        question -> {
          asked.countDown();
          await(answer);
          return Samples.valued();
        });
    PortfolioServiceClient client = portfolio();
    CompletionStage<GetSummaryResponse> running =
        client.getSummary(GetSummaryRequest.getDefaultInstance());
    await(asked);

    CompletionStage<Done> drained = gateway.servers.drain(Duration.ofSeconds(10));

    assertThat(code(client.getSummary(GetSummaryRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(drained.toCompletableFuture()).isNotDone();
    answer.countDown();
    assertThat(get(running).getPositionCount()).isEqualTo(1);
    get(drained);
    get(gateway.servers.unbind());
  }

  @Test
  void endsStreamsThatOutlastTheGraceWithUnavailable() throws Exception {
    gateway.rooms.on(
        StartCycle.class, start -> new CycleProgress.At(start.id(), Stage.SYNC, 0, "begun"));
    var updates = new LinkedBlockingQueue<TradingCycleUpdate>();
    CompletableFuture<Done> stream =
        GatewayServiceClient.create(gateway.gateway(), gateway.kit.system())
            .triggerTradingCycle(TriggerTradingCycleRequest.getDefaultInstance())
            .runWith(Sink.foreach(updates::add), gateway.kit.system())
            .toCompletableFuture();
    assertThat(updates.poll(10, TimeUnit.SECONDS)).isNotNull();

    get(gateway.servers.drain(Duration.ofMillis(200)));

    assertThat(code(stream)).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void doesNotWaitForThoseWhoWatchTheHealth() {
    List<HealthCheckResponse> seen = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<HealthCheckResponse> first = new CompletableFuture<>();
    CompletionStage<Done> watching =
        HealthClient.create(gateway.gateway(), gateway.kit.system())
            .watch(HealthCheckRequest.getDefaultInstance())
            .runWith(
                Sink.foreach(
                    response -> {
                      seen.add(response);
                      first.complete(response);
                    }),
                gateway.kit.system());
    get(first);

    get(gateway.servers.drain(Duration.ofMinutes(10)));

    assertThat(code(watching)).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(seen).hasSize(1);
  }

  private PortfolioServiceClient portfolio() {
    return PortfolioServiceClient.create(gateway.port(ServiceRole.PORTFOLIO), gateway.kit.system());
  }

  private CompletionStage<?> search(int characters) {
    return UniverseServiceClient.create(gateway.gateway(), gateway.kit.system())
        .searchSecurities(
            SearchSecuritiesRequest.newBuilder().setQuery("x".repeat(characters)).build());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
