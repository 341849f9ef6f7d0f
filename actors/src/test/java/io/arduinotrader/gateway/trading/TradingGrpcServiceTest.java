package io.arduinotrader.gateway.trading;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.CancelTradeRequest;
import io.arduinotrader.protocol.grpc.trading.CancelTradeResponse;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryRequest;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryResponse;
import io.arduinotrader.protocol.grpc.trading.GetTradeStatusRequest;
import io.arduinotrader.protocol.grpc.trading.GetTradeStatusResponse;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.arduinotrader.protocol.grpc.trading.ValidateTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ValidateTradeResponse;
import io.arduinotrader.protocol.grpc.trading.ValidationError;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetTrades;
import io.arduinotrader.protocol.portfolio.LedgerQuery.Trades;
import io.arduinotrader.protocol.portfolio.LedgerQuery.Unreadable;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.trading.BrokerCommand.FindIntent;
import io.arduinotrader.protocol.trading.BrokerCommand.Found;
import io.arduinotrader.protocol.trading.BrokerCommand.NotAsked;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand.Cancel;
import io.arduinotrader.protocol.trading.OrderCommand.GetOrder;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.TradingCommand.Validate;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradingGrpcServiceTest extends GatewayTest {

  private static final Intent INTENT =
      new Intent(
          new IntentId("intent-1"),
          AccountId.DEFAULT,
          Samples.SAP_ISIN,
          Samples.SAP.symbol(),
          Side.SELL,
          Quantity.of(5),
          OrderType.MARKET,
          Optional.empty(),
          Optional.empty(),
          TimeInForce.DAY,
          Intent.Origin.CALLER,
          "test");

  private TradingServiceClient client;

  @BeforeEach
  void script() {
    client = TradingServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
  }

  @Test
  void showsATradeByOurIdentifier() {
    rooms.on(
        GetOrder.class,
        asked ->
            new OrderReply.Known(
                Samples.order(
                    INTENT,
                    OrderPhase.PARTIALLY_FILLED,
                    Samples.fill(INTENT, "F-1", 1),
                    Samples.fill(INTENT, "F-2", 2))));

    GetTradeStatusResponse response = status("intent-1");
    assertThat(response.getFound()).isTrue();
    assertThat(response.getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(response.getExecution().getQuantityFilled()).isEqualTo(3);
    assertThat(response.getExecution().getTotalCost().getAmount()).isEqualTo("295.60");
  }

  @Test
  void showsATradeByTheBrokersIdentifier() {
    AtomicInteger questions = new AtomicInteger();
    rooms.on(
        GetOrder.class,
        asked ->
            questions.incrementAndGet() == 1
                ? new OrderReply.Unknown(new IntentId("SIM-7"))
                : new OrderReply.Known(Samples.order(INTENT, OrderPhase.WORKING)));
    rooms.on(FindIntent.class, asked -> new Found(Optional.of(INTENT.id())));

    assertThat(status("SIM-7").getExecution().getTradeId()).isEqualTo("intent-1");
    assertThat(rooms.told(FindIntent.class).getFirst().order().value()).isEqualTo("SIM-7");
  }

  @Test
  void knowsNothingOfATradeNobodyMade() {
    rooms.on(GetOrder.class, asked -> new OrderReply.Unknown(new IntentId("x")));
    rooms.on(FindIntent.class, asked -> new Found(Optional.empty()));
    assertThat(status("x").getFound()).isFalse();
    assertThat(status("no identifier at all").getFound()).isFalse();
    assertThat(fields(client.getTradeStatus(GetTradeStatusRequest.getDefaultInstance())))
        .containsExactly("trade_id");
  }

  @Test
  void doesNotCallAbsentWhatTheBrokerCannotBeAskedAbout() {
    rooms.on(GetOrder.class, asked -> new OrderReply.Unknown(new IntentId("SIM-7")));
    rooms.on(FindIntent.class, asked -> new NotAsked("the line is broken"));
    assertThat(
            code(
                client.getTradeStatus(
                    GetTradeStatusRequest.newBuilder().setTradeId("SIM-7").build())))
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void pagesPastExecutions() {
    rooms.on(GetTrades.class, asked -> new Trades(List.of(Samples.fill(INTENT, "F-9", 5)), 41));
    GetTradeHistoryResponse response =
        get(
            client.getTradeHistory(
                GetTradeHistoryRequest.newBuilder()
                    .setDays(7)
                    .setIsin("de0007164600")
                    .setSide(TradeSide.SELL)
                    .setOffset(40)
                    .build()));

    GetTrades asked = rooms.told(GetTrades.class).getFirst();
    assertThat(asked.since()).contains(GatewayFixture.NOW.minus(Duration.ofDays(7)));
    assertThat(asked.isin()).contains(Samples.SAP_ISIN);
    assertThat(asked.side()).contains(Side.SELL);
    assertThat(asked.limit()).isEqualTo(100);
    assertThat(asked.offset()).isEqualTo(40);
    assertThat(response.getTotal()).isEqualTo(41);
    assertThat(response.getExecutions(0).getBrokerReference()).isEqualTo("F-9");
    assertThat(response.getExecutions(0).getQuantityFilled()).isEqualTo(5);
  }

  @Test
  void neverTakesAnUnreadableHistoryForAnEmptyOne() {
    rooms.on(GetTrades.class, asked -> new Unreadable("disk"));
    assertThat(code(client.getTradeHistory(GetTradeHistoryRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(
            get(client.getTradeHistory(
                    GetTradeHistoryRequest.newBuilder().setAccountId("other").build()))
                .getExecutionsCount())
        .isZero();
  }

  @Test
  void cancelsWhatIsOpenAndWhatWasCancelledBefore() {
    rooms.on(
        GetOrder.class, asked -> new OrderReply.Known(Samples.order(INTENT, OrderPhase.WORKING)));
    rooms.on(
        Cancel.class, asked -> new OrderReply.Known(Samples.order(INTENT, OrderPhase.CANCELLED)));
    CancelTradeResponse response = cancel("intent-1");
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getNewStatus()).isEqualTo(TradeStatus.CANCELLED);
    assertThat(rooms.told(Cancel.class).getFirst().reason()).isEqualTo("changed my mind");
  }

  @Test
  void doesNotCancelWhatIsDone() {
    rooms.on(
        GetOrder.class, asked -> new OrderReply.Known(Samples.order(INTENT, OrderPhase.FILLED)));
    rooms.on(
        Cancel.class,
        asked ->
            new OrderReply.Refused(
                Refusal.of(RefusalCode.WRONG_STATE, "already filled"),
                Samples.order(INTENT, OrderPhase.FILLED)));
    CancelTradeResponse response = cancel("intent-1");
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getNewStatus()).isEqualTo(TradeStatus.EXECUTED);
    assertThat(response.getMessage()).isEqualTo("WRONG_STATE: already filled");

    rooms.on(GetOrder.class, asked -> new OrderReply.Unknown(INTENT.id()));
    rooms.on(FindIntent.class, asked -> new Found(Optional.empty()));
    assertThat(cancel("gone").getMessage()).contains("no trade");
  }

  @Test
  void validatesByTheRules() {
    rooms.on(
        Validate.class,
        asked ->
            new ValidationReply.Validated(
                List.of(new Refusal(RefusalCode.OVERSELL, "held 10", "quantity")),
                List.of(Refusal.of(RefusalCode.LARGE_TRADE, "much")),
                Optional.of(io.arduinotrader.protocol.vocab.Money.of("498", Currency.EUR)),
                io.arduinotrader.protocol.vocab.Money.of("1000", Currency.EUR)));
    ValidateTradeResponse response =
        get(
            client.validateTrade(
                ValidateTradeRequest.newBuilder()
                    .setIsin("sap.eu")
                    .setSide(TradeSide.SELL)
                    .setQuantity(5)
                    .build()));

    assertThat(response.getValid()).isFalse();
    assertThat(response.getErrors(0))
        .isEqualTo(
            ValidationError.newBuilder()
                .setCode("OVERSELL")
                .setMessage("held 10")
                .setField("quantity")
                .build());
    assertThat(response.getWarnings(0).getCode()).isEqualTo("LARGE_TRADE");
    assertThat(response.getEstimatedCost().getAmount()).isEqualTo("498.00");
    assertThat(response.getAvailableCash().getAmount()).isEqualTo("1000.00");
  }

  @Test
  void listsWhatIsMalformedAsErrorsOfTheTrade() {
    rooms.on(GetPortfolio.class, asked -> Samples.portfolio());
    ValidateTradeResponse response =
        get(
            client.validateTrade(
                ValidateTradeRequest.newBuilder()
                    .setAccountId("other")
                    .setQuantity(Double.NaN)
                    .setLimitPrice(Money.newBuilder().setAmount("much"))
                    .build()));
    assertThat(response.getErrorsList())
        .extracting(ValidationError::getCode)
        .containsExactly(
            "UNKNOWN_NAME",
            "ID_MISSING",
            "SIDE_INVALID",
            "QTY_NOT_POSITIVE",
            "LIMIT_PRICE_INVALID");
    assertThat(response.getAvailableCash().getAmount()).isEqualTo("1000.00");
    assertThat(
            fields(client.validateTrade(ValidateTradeRequest.newBuilder().setSideValue(9).build())))
        .containsExactly("side");
  }

  private GetTradeStatusResponse status(String id) {
    return get(client.getTradeStatus(GetTradeStatusRequest.newBuilder().setTradeId(id).build()));
  }

  private CancelTradeResponse cancel(String id) {
    return get(
        client.cancelTrade(
            CancelTradeRequest.newBuilder().setTradeId(id).setReason("changed my mind").build()));
  }
}
