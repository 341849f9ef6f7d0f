package io.arduinotrader.gateway.system;

import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.cycle.CycleCommand.GetCycle;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.GetServicesHealthRequest;
import io.arduinotrader.protocol.grpc.gateway.GetServicesHealthResponse;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusRequest;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusResponse;
import io.arduinotrader.protocol.grpc.gateway.ServiceHealth;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.GetJobs;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.JobsView;
import io.arduinotrader.protocol.journal.JournalQuery.CheckWritable;
import io.arduinotrader.protocol.journal.JournalQuery.NotWritable;
import io.arduinotrader.protocol.journal.JournalQuery.Writable;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetTrades;
import io.arduinotrader.protocol.portfolio.LedgerQuery.Trades;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.trading.BrokerCommand.GetBroker;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingCommand.GetTrading;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.AccountId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthBoardTest extends GatewayTest {

  private GatewayServiceClient client;

  @BeforeEach
  void everythingIsFine() {
    client = GatewayServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.alive();
    rooms.on(GetPortfolio.class, asked -> Samples.portfolio());
    rooms.on(
        GetTrading.class,
        asked ->
            new TradingView(
                AccountId.DEFAULT, List.of(), List.of(), List.of(), Halts.NONE, List.of()));
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetCycle.class, asked -> idle());
    rooms.on(GetJobs.class, asked -> new JobsView(List.of(job(0))));
    rooms.on(CheckWritable.class, asked -> new Writable());
    rooms.on(GetBroker.class, asked -> broker(true));
    rooms.on(GetValuation.class, asked -> Samples.valued());
    rooms.on(GetTrades.class, asked -> new Trades(List.of(), 17));
  }

  @Test
  void probesAllSevenInTheOrderOfTheirPorts() {
    GetServicesHealthResponse response = health();
    assertThat(response.getServicesList())
        .extracting(ServiceHealth::getServiceName)
        .containsExactly(
            "planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
    assertThat(response.getHealthyCount()).isEqualTo(7);
    assertThat(response.getAllHealthy()).isTrue();
    assertThat(response.getServices(6).getPort()).isEqualTo(50057);
    assertThat(response.getServices(0).getAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void answersFromTheLastProbeUntilToldToProbe() {
    health();
    rooms.on(CheckWritable.class, asked -> new NotWritable("disk full"));
    assertThat(
            get(client.getServicesHealth(GetServicesHealthRequest.getDefaultInstance()))
                .getHealthyCount())
        .isEqualTo(7);
    GetServicesHealthResponse probed = health();
    assertThat(probed.getHealthyCount()).isEqualTo(2);
    assertThat(gateway.board.response(ServiceRole.PORTFOLIO).getStatus())
        .isEqualTo("UNHEALTHY: journal");
    assertThat(status(false).getStatus()).isEqualTo("down");
  }

  @Test
  void saysTheVersionAndTheStateInEveryService() {
    health();
    var response =
        get(
            TradingServiceClient.create(gateway.gateway(), gateway.kit.system())
                .healthCheck(Empty.getDefaultInstance()));
    assertThat(response.getHealthy()).isTrue();
    assertThat(response.getVersion()).isEqualTo("1.0.0");
    assertThat(response.getStatus()).isEqualTo("OK");
  }

  @Test
  void isOnlyDegradedWithoutTheBroker() {
    rooms.on(GetBroker.class, asked -> broker(false));
    health();
    assertThat(gateway.board.response(ServiceRole.TRADING).getHealthy()).isFalse();
    assertThat(status(false).getStatus()).isEqualTo("degraded");
  }

  @Test
  void isDownWhenTheActorsOfTradingDoNotAnswer() {
    rooms.silent(GetTrading.class);
    health();
    assertThat(gateway.board.response(ServiceRole.TRADING).getStatus())
        .isEqualTo("UNHEALTHY: actors");
    assertThat(status(false).getStatus()).isEqualTo("down");
  }

  @Test
  void isDegradedByAJobThatKeepsFailing() {
    health();
    assertThat(status(false).getStatus()).isEqualTo("healthy");
    rooms.on(GetJobs.class, asked -> new JobsView(List.of(job(5))));
    assertThat(status(false).getStatus()).isEqualTo("degraded");
  }

  @Test
  void showsFiguresOfTheHostAndTheAccountOnRequest() {
    health();
    GetSystemStatusResponse details = status(true);
    assertThat(details.getMetrics().getTotalTrades()).isEqualTo(17);
    assertThat(details.getMetrics().getActivePositions()).isEqualTo(1);
    assertThat(details.getMetrics().getTotalPortfolioValue().getAmount()).isEqualTo("2000.00");
    assertThat(details.getMetrics().getMemoryUsagePct()).isBetween(0.1, 100.0);
    assertThat(details.getJobsCount()).isEqualTo(1);
    assertThat(status(false).getJobsCount()).isZero();
    assertThat(status(false).getMetrics().hasTotalPortfolioValue()).isFalse();
  }

  @Test
  void answersAlsoWhenNothingElseDoes() {
    rooms.clear();
    health();
    GetSystemStatusResponse response = status(true);
    assertThat(response.getStatus()).isEqualTo("down");
    assertThat(response.getServicesCount()).isEqualTo(7);
    assertThat(response.getMetrics().hasTotalPortfolioValue()).isFalse();
  }

  private GetServicesHealthResponse health() {
    return get(
        client.getServicesHealth(
            GetServicesHealthRequest.newBuilder().setForceCheck(true).build()));
  }

  private GetSystemStatusResponse status(boolean details) {
    return get(
        client.getSystemStatus(
            GetSystemStatusRequest.newBuilder().setIncludeDetails(details).build()));
  }

  private static BrokerView broker(boolean reachable) {
    return new BrokerView(reachable, reachable, Optional.empty(), Optional.empty(), List.of());
  }

  private static CycleView idle() {
    return new CycleView(
        Optional.empty(),
        false,
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static JobView job(int recentFailures) {
    return new JobView(
        "sync_cycle",
        true,
        JobCommand.Status.COMPLETED,
        Optional.of(GatewayFixture.NOW),
        Optional.empty(),
        9,
        4,
        5,
        recentFailures,
        "");
  }
}
