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
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.arduinotrader.protocol.grpc.portfolio.UpdatePositionsRequest;
import io.arduinotrader.protocol.grpc.portfolio.UpdatePositionsResponse;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.Change;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPositions;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerCommand.Reconcile;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetQuotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatePositionsTest extends GatewayTest {

  private static final UpdatePositionsRequest FROM_BROKER =
      UpdatePositionsRequest.getDefaultInstance();

  private PortfolioServiceClient client;

  @BeforeEach
  void script() {
    client = PortfolioServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetPortfolio.class, asked -> Samples.portfolio());
    rooms.on(GetQuotes.class, asked -> new Quotes(List.of(), List.of(), List.of(Samples.DOLLAR)));
  }

  @Test
  void correctsPositionsOnAnOperatorsWord() {
    rooms.on(Change.class, asked -> new PortfolioReply.Accepted(twoMoreOfEach()));
    UpdatePositionsResponse response =
        get(
            client
                .updatePositions()
                .addHeader("idempotency-key", "c-1")
                .invoke(
                    stated(
                        position("SAP.EU", 12, "91", "EUR"),
                        position("AAPL.US", 2, "150", "USD"))));

    CorrectPositions correction = (CorrectPositions) rooms.told(Change.class).getFirst().request();
    assertThat(correction.correctionId()).startsWith("key:default:");
    assertThat(correction.holdings())
        .containsExactly(
            new Holding(
                Samples.SAP_ISIN,
                Samples.SAP.symbol(),
                Quantity.of(12),
                Price.of("91", Currency.EUR),
                FxRate.identity(Currency.EUR, GatewayFixture.NOW)),
            new Holding(
                Samples.APPLE_ISIN,
                Samples.APPLE.symbol(),
                Quantity.of(2),
                Price.of("150", Currency.USD),
                Samples.DOLLAR));
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getPositionsUpdated()).isEqualTo(1);
    assertThat(response.getPositionsAdded()).isEqualTo(1);
    assertThat(response.getPositionsRemoved()).isZero();
  }

  @Test
  void listsEverythingWrongWithStatedPositions() {
    assertThat(
            fields(
                client.updatePositions(
                    stated(
                        position("", 1, "1", "EUR"),
                        position("SAP.EU", -1, "0", "EUR"),
                        position("SAP.EU", 1e-9, "1", "XXXX")))))
        .containsExactly(
            "positions[0].isin",
            "positions[1].quantity",
            "positions[1].average_price.amount",
            "positions[2].quantity",
            "positions[2].average_price.currency");
  }

  @Test
  void comparesStatedPositionsWithTheUniverse() {
    assertThat(
            fields(
                client.updatePositions(
                    stated(
                        position("SAP.EU", 1, "1", "USD"),
                        position("NEW.US", 1, "1", "USD"),
                        position("SAP.EU", 1, "1", "EUR")))))
        .containsExactly(
            "positions[0].average_price.currency", "positions[1].isin", "positions[2].isin");
  }

  @Test
  void cannotTakeACurrencyNobodyKnowsTheRateOf() {
    rooms.on(GetQuotes.class, asked -> new Quotes(List.of(), List.of(), List.of()));
    assertThat(code(client.updatePositions(stated(position("AAPL.US", 2, "150", "USD")))))
        .isEqualTo(Status.Code.FAILED_PRECONDITION);
  }

  @Test
  void saysNoWhenThePortfolioDoes() {
    rooms.on(
        Change.class,
        asked ->
            new PortfolioReply.Refused(
                Refusal.of(RefusalCode.WRONG_STATE, "orders are open"), Samples.portfolio()));
    assertThat(
            get(client.updatePositions(stated(position("SAP.EU", 12, "91", "EUR")))).getSuccess())
        .isFalse();
  }

  @Test
  void synchronisesWithTheBrokerWhenNothingIsStated() {
    rooms.on(Reconcile.class, asked -> broker(true, true));
    assertThat(get(client.updatePositions(FROM_BROKER)).getSuccess()).isTrue();
    rooms.on(Reconcile.class, asked -> broker(false, true));
    assertThat(get(client.updatePositions(FROM_BROKER)).getSuccess()).isFalse();
    rooms.on(Reconcile.class, asked -> broker(false, false));
    assertThat(code(client.updatePositions(FROM_BROKER))).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private static PortfolioView twoMoreOfEach() {
    PortfolioView before = Samples.portfolio();
    List<PortfolioView.Position> positions =
        before.positions().stream()
            .map(
                position ->
                    new PortfolioView.Position(
                        position.isin(),
                        position.symbol(),
                        position.currency(),
                        position.quantity().plus(Quantity.of(2)),
                        position.cost(),
                        position.baseCost(),
                        position.realisedGross(),
                        position.fees(),
                        position.firstBought(),
                        position.lastTraded()))
            .toList();
    return new PortfolioView(
        before.account(),
        before.events() + 1,
        before.headHash(),
        positions,
        before.cash(),
        before.reservations(),
        before.lastChanged());
  }

  private static BrokerView broker(boolean ready, boolean reachable) {
    return new BrokerView(ready, reachable, Optional.empty(), Optional.empty(), List.of());
  }

  private static UpdatePositionsRequest stated(Position... positions) {
    return UpdatePositionsRequest.newBuilder().addAllPositions(List.of(positions)).build();
  }

  private static Position position(String symbol, double quantity, String price, String currency) {
    return Position.newBuilder()
        .setSymbol(symbol)
        .setQuantity(quantity)
        .setAveragePrice(Money.newBuilder().setAmount(price).setCurrency(currency))
        .build();
  }
}
