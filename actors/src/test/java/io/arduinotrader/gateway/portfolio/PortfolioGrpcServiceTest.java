package io.arduinotrader.gateway.portfolio;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.common.Money;
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
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.arduinotrader.protocol.grpc.portfolio.UpdatePositionsRequest;
import io.arduinotrader.protocol.portfolio.PerformancePoint;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetPerformance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Performance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unreadable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unvaluable;
import io.arduinotrader.protocol.vocab.Currency;
import io.grpc.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioGrpcServiceTest extends GatewayTest {

  private PortfolioServiceClient client;

  @BeforeEach
  void script() {
    client = PortfolioServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetValuation.class, asked -> Samples.valued());
  }

  @Test
  void showsPositionsWithEveryMoneyField() {
    GetPositionsResponse response =
        get(client.getPositions(GetPositionsRequest.newBuilder().setIncludeClosed(true).build()));

    assertThat(response.getTotalPositions()).isEqualTo(2);
    Position held = response.getPositions(0);
    assertThat(held.getSymbol()).isEqualTo("SAP.EU");
    assertThat(held.getQuantity()).isEqualTo(10);
    assertThat(held.getAveragePrice()).isEqualTo(money("90", "EUR"));
    assertThat(held.getCurrentPrice()).isEqualTo(money("100", "EUR"));
    assertThat(held.getMarketValue()).isEqualTo(money("1000.00", "EUR"));
    assertThat(held.getUnrealizedPnl()).isEqualTo(money("100.00", "EUR"));
    assertThat(held.getUnrealizedPnlPct()).isEqualTo(11.11);
    assertThat(held.getLastUpdated().getSeconds())
        .isEqualTo(GatewayFixture.NOW.getEpochSecond() + 1);
    Position closed = response.getPositions(1);
    assertThat(closed.getSymbol()).isEqualTo("AAPL.US");
    assertThat(closed.getCurrentPrice()).isEqualTo(money("0", "USD"));
  }

  @Test
  void leavesClosedPositionsOutUnlessAskedFor() {
    assertThat(
            get(client.getPositions(GetPositionsRequest.getDefaultInstance())).getTotalPositions())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"DE0007164600, true", "sap.eu, true", "AAPL.US, false", "US0378331005, false"})
  void findsAPositionByIsinOrSymbol(String name, boolean found) {
    GetPositionResponse response =
        get(client.getPosition(GetPositionRequest.newBuilder().setIsin(name).build()));
    assertThat(response.getFound()).isEqualTo(found);
    assertThat(response.hasPosition()).isEqualTo(found);
  }

  @Test
  void wantsToKnowWhichPosition() {
    assertThat(fields(client.getPosition(GetPositionRequest.getDefaultInstance())))
        .containsExactly("isin");
  }

  @Test
  void summarisesTheAccount() {
    GetSummaryResponse summary = get(client.getSummary(GetSummaryRequest.getDefaultInstance()));
    assertThat(summary.getPortfolioHash()).isEqualTo("0a1b2c3d");
    assertThat(summary.getTotalValue()).isEqualTo(money("2000.00", "EUR"));
    assertThat(summary.getTotalPnlPct()).isEqualTo(11.11);
    assertThat(summary.getSectorAllocationMap()).containsEntry("Technology", 1.0);
    GetCashBalanceResponse cash =
        get(client.getCashBalance(GetCashBalanceRequest.getDefaultInstance()));
    assertThat(cash.getCashBalance()).isEqualTo(money("1000.00", "EUR"));
    assertThat(cash.getAvailableForTrading()).isEqualTo(money("800.00", "EUR"));
    assertThat(cash.getPendingDeposits()).isEqualTo(money("0", "EUR"));
  }

  @Test
  void neverAnswersAZeroForAValueNobodyKnows() {
    rooms.on(GetValuation.class, asked -> new Unreadable("disk"));
    assertThat(code(client.getSummary(GetSummaryRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAVAILABLE);
    rooms.on(GetValuation.class, asked -> new Unvaluable(List.of(Currency.USD)));
    assertThat(code(client.getPositions(GetPositionsRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.FAILED_PRECONDITION);
    rooms.clear();
    assertThat(code(client.getCashBalance(GetCashBalanceRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void treatsOtherAccountsAsTheKindOfQuestionAsks() {
    assertThat(
            get(client.getPositions(GetPositionsRequest.newBuilder().setAccountId("x").build()))
                .getTotalPositions())
        .isZero();
    assertThat(code(client.getSummary(GetSummaryRequest.newBuilder().setAccountId("x").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
    assertThat(
            code(
                client.updatePositions(
                    UpdatePositionsRequest.newBuilder().setAccountId("x").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void showsPerformanceOverAMonthUnlessToldOtherwise() {
    rooms.on(
        GetPerformance.class,
        asked ->
            new Performance(
                List.of(
                    new PerformancePoint(
                        GatewayFixture.TODAY,
                        io.arduinotrader.protocol.vocab.Money.of("2000", Currency.EUR),
                        new BigDecimal("0.5"))),
                Optional.empty()));
    GetPerformanceResponse response =
        get(client.getPerformance(GetPerformanceRequest.getDefaultInstance()));
    assertThat(rooms.told(GetPerformance.class).getFirst().days()).isEqualTo(30);
    assertThat(response.getHistory(0).getReturnPct()).isEqualTo(0.5);
    assertThat(response.hasMetrics()).isFalse();
    assertThat(
            fields(client.getPerformance(GetPerformanceRequest.newBuilder().setDays(-1).build())))
        .containsExactly("days");
  }

  private static Money money(String amount, String currency) {
    return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
  }
}
