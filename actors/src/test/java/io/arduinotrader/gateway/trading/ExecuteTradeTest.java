package io.arduinotrader.gateway.trading;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.detail;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static io.arduinotrader.gateway.GatewayFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.RetryInfo;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.OrderType;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerCommand.GetBroker;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand.GetOrder;
import io.arduinotrader.protocol.trading.OrderCommand.Place;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand.Validate;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecuteTradeTest extends GatewayTest {

  private TradingServiceClient client;

  @BeforeEach
  void script() {
    client = TradingServiceClient.create(gateway.gateway(), gateway.kit.system());
    gateway.skippedNanos.addAndGet(Duration.ofMinutes(2).toNanos());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetBroker.class, asked -> Samples.broker(true));
    place(intent -> Samples.order(intent, OrderPhase.FILLED, Samples.fill(intent, "F-1", 3)));
  }

  @Test
  void placesAnIntentAndReportsItsExecution() {
    ExecuteTradeResponse response = get(client.executeTrade(buy().build()));

    Intent intent = placed();
    assertThat(intent.isin()).isEqualTo(Samples.APPLE_ISIN);
    assertThat(intent.quantity()).isEqualTo(Quantity.of(3));
    assertThat(intent.type().name()).isEqualTo("MARKET");
    assertThat(intent.timeInForce()).isEqualTo(TimeInForce.DAY);
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getTradeId()).isEqualTo(intent.id().value());
    assertThat(response.getOrderId()).isEqualTo("SIM-7");
    assertThat(response.getStatus()).isEqualTo(TradeStatus.EXECUTED);
    assertThat(response.getExecution().getQuantityFilled()).isEqualTo(3);
    assertThat(response.getExecution().getAveragePrice()).isEqualTo(money("100", "USD"));
    assertThat(response.getExecution().getTotalCost()).isEqualTo(money("302.20", "USD"));
    assertThat(response.getExecution().getCommission()).isEqualTo(money("2.20", "USD"));
  }

  @Test
  void makesALimitOrderOfALimitPrice() {
    get(client.executeTrade(buy().setLimitPrice(money("99.5", "USD")).build()));

    assertThat(placed().type().name()).isEqualTo("LIMIT");
    assertThat(placed().limit()).contains(Price.of("99.5", Currency.USD));
  }

  @Test
  void derivesTheIntentFromTheIdempotencyKey() {
    get(keyed("k-1"));
    get(keyed("k-1"));
    get(keyed("k-2"));

    List<Intent> intents = rooms.told(Place.class).stream().map(Place::intent).toList();
    assertThat(intents.get(1)).isEqualTo(intents.get(0));
    assertThat(intents.get(2).id()).isNotEqualTo(intents.get(0).id());
  }

  @Test
  void tellsAKeyThatWasUsedForAnotherOrder() {
    rooms.on(
        Place.class,
        place ->
            new OrderReply.Refused(
                Refusal.of(RefusalCode.DUPLICATE_INTENT, "other content"),
                Samples.order(place.intent(), OrderPhase.FILLED)));
    assertThat(code(keyed("k-1"))).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(fields(keyed("x".repeat(129)))).containsExactly("idempotency-key");
  }

  @Test
  void neverInvitesARepeatWhenTheOutcomeIsUnknown() {
    place(intent -> Samples.order(intent, OrderPhase.UNKNOWN));
    ExecuteTradeResponse response = get(client.executeTrade(buy().build()));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(response.getMessage()).contains("unknown");
  }

  @Test
  void answersBeforeTheDeadlineThatTheOutcomeIsUnknownWhenNobodyAnswers() {
    rooms.silent(Place.class);
    long started = System.nanoTime();
    ExecuteTradeResponse response =
        get(client.executeTrade().addHeader("grpc-timeout", "2S").invoke(buy().build()));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(response.getTradeId()).startsWith("id-");
    assertThat(response.getMessage()).contains("unknown").contains("not send it again");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void anOrderThatEndedWithoutBeingSentIsNeverAnInvitationToRepeat() {
    place(
        intent -> rejected(intent, Refusal.of(RefusalCode.BROKER_UNAVAILABLE, "it went just now")));
    assertEndedUnsent(get(client.executeTrade(buy().build())));
    place(intent -> rejected(intent, Refusal.of(RefusalCode.UNAVAILABLE, "no rates")));
    assertEndedUnsent(get(client.executeTrade(buy().build())));
  }

  @Test
  void anOrderThatWasSentAndNotFoundIsNeverCalledUnsent() {
    place(intent -> Samples.order(intent, OrderPhase.SEND_FAILED));
    ExecuteTradeResponse response = get(client.executeTrade(buy().build()));
    assertThat(response.getStatus()).isEqualTo(TradeStatus.FAILED);
    assertThat(response.getMessage())
        .contains("compare the books before ordering again")
        .doesNotContain("without being sent");
  }

  @Test
  void isUnavailableBeforeAnythingIsRecordedWhileTheBrokerIsAway() {
    rooms.on(GetBroker.class, asked -> Samples.broker(false));
    rooms.on(GetOrder.class, asked -> new OrderReply.Unknown(new IntentId("k-1")));
    assertThat(code(keyed("k-1"))).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(rooms.told(Place.class)).isEmpty();

    rooms.on(GetBroker.class, asked -> Samples.broker(true));
    assertThat(get(keyed("k-1")).getStatus()).isEqualTo(TradeStatus.EXECUTED);
  }

  @Test
  void tellsOfARecordedOrderAlsoWhileTheBrokerIsAway() {
    rooms.on(GetBroker.class, asked -> Samples.broker(false));
    rooms.on(
        GetOrder.class,
        asked -> new OrderReply.Known(Samples.order(Samples.intent(), OrderPhase.UNKNOWN)));
    place(intent -> Samples.order(intent, OrderPhase.UNKNOWN));
    ExecuteTradeResponse response = get(keyed("k-1"));
    assertThat(response.getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(response.getMessage()).contains("unknown").contains("not send it again");
  }

  @Test
  void reportsARefusalOfTheRulesAsAnAnswer() {
    place(intent -> rejected(intent, Refusal.of(RefusalCode.MARKET_CLOSED, "closed until Monday")));
    ExecuteTradeResponse response = get(client.executeTrade(buy().build()));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getStatus()).isEqualTo(TradeStatus.FAILED);
    assertThat(response.getOrderId()).isEmpty();
    assertThat(response.getMessage()).isEqualTo("MARKET_CLOSED: closed until Monday");
    assertThat(response.getExecution().getAveragePrice()).isEqualTo(money("0", "USD"));
  }

  @Test
  void rehearsesADryRunWithoutPlacingAnything() {
    rooms.on(Validate.class, asked -> verdict(List.of()));
    ExecuteTradeResponse fine = get(client.executeTrade(buy().setDryRun(true).build()));
    assertThat(fine.getSuccess()).isTrue();
    assertThat(fine.getMessage()).contains("DRY_RUN").contains("302.20 USD");

    rooms.on(
        Validate.class,
        asked -> verdict(List.of(Refusal.of(RefusalCode.BUY_COOLDOWN, "12 days left"))));
    ExecuteTradeResponse refused = get(client.executeTrade(buy().setDryRun(true).build()));
    assertThat(refused.getSuccess()).isFalse();
    assertThat(refused.getMessage()).isEqualTo("BUY_COOLDOWN: 12 days left");
    assertThat(rooms.told(Place.class)).isEmpty();
  }

  @Test
  void answersForASecurityNobodyKnows() {
    ExecuteTradeResponse response =
        get(client.executeTrade(buy().setIsin(Samples.NOBODY_ISIN.value()).build()));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getStatus()).isEqualTo(TradeStatus.FAILED);
    assertThat(response.getTradeId()).isEmpty();
    assertThat(response.getMessage()).startsWith("UNKNOWN_SECURITY");
  }

  @Test
  void limitsHowOftenTradesAreExecuted() {
    for (int call = 0; call < ExecutionLimit.MOST; call++) {
      get(client.executeTrade(buy().build()));
    }
    StatusRuntimeException refused = refusal(client.executeTrade(buy().build()));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(detail(refused, RetryInfo.class)).isPresent();
  }

  @Test
  void knowsOnlyTheDefaultAccount() {
    assertThat(code(client.executeTrade(buy().setAccountId("other").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
    assertThat(get(client.executeTrade(buy().setAccountId(" default ").build())).getSuccess())
        .isTrue();
  }

  @Test
  void listsEverythingThatIsWrongWithARequest() {
    assertThat(
            fields(
                client.executeTrade(
                    ExecuteTradeRequest.newBuilder()
                        .setQuantity(Double.NaN)
                        .setOrderTypeValue(99)
                        .setTimeInForceValue(99)
                        .setSideValue(99)
                        .build())))
        .containsExactlyInAnyOrder("isin", "side", "quantity", "order_type", "time_in_force");
  }

  @ParameterizedTest
  @CsvSource({
    "LIMIT, , , limit_price",
    "STOP, , , stop_price",
    "MARKET, 99, , limit_price",
    "STOP, 99, 98, limit_price",
    "ORDER_TYPE_UNSPECIFIED, , 98, order_type"
  })
  void wantsThePricesTheOrderTypeNeeds(OrderType type, String limit, String stop, String field) {
    ExecuteTradeRequest.Builder request = buy().setOrderType(type);
    if (limit != null) {
      request.setLimitPrice(money(limit, "USD"));
    }
    if (stop != null) {
      request.setStopPrice(money(stop, "USD"));
    }
    assertThat(fields(client.executeTrade(request.build()))).containsExactly(field);
  }

  @Test
  void wantsPricesInTheSecuritysCurrency() {
    assertThat(fields(client.executeTrade(buy().setLimitPrice(money("99", "EUR")).build())))
        .containsExactly("limit_price.currency");
  }

  private static void assertEndedUnsent(ExecuteTradeResponse response) {
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getStatus()).isEqualTo(TradeStatus.FAILED);
    assertThat(response.getTradeId()).isNotEmpty();
    assertThat(response.getMessage()).contains("has ended without being sent");
  }

  private Intent placed() {
    return rooms.told(Place.class).getFirst().intent();
  }

  private void place(Function<Intent, OrderView> outcome) {
    rooms.on(Place.class, place -> new OrderReply.Known(outcome.apply(place.intent())));
  }

  private CompletionStage<ExecuteTradeResponse> keyed(String key) {
    return client.executeTrade().addHeader("idempotency-key", key).invoke(buy().build());
  }

  private static OrderView rejected(Intent intent, Refusal refusal) {
    OrderView view = Samples.order(intent, OrderPhase.REJECTED);
    return new OrderView(
        view.intent(),
        view.clientOrderId(),
        view.phase(),
        Optional.empty(),
        Optional.of(refusal),
        List.of(),
        view.recordedAt(),
        view.lastChanged());
  }

  private static ValidationReply verdict(List<Refusal> errors) {
    return new ValidationReply.Validated(
        errors,
        List.of(),
        Optional.of(io.arduinotrader.protocol.vocab.Money.of("302.20", Currency.USD)),
        io.arduinotrader.protocol.vocab.Money.of("1000", Currency.USD));
  }

  private static ExecuteTradeRequest.Builder buy() {
    return ExecuteTradeRequest.newBuilder()
        .setSymbol("aapl.us")
        .setSide(TradeSide.BUY)
        .setQuantity(3);
  }

  private static Money money(String amount, String currency) {
    return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
  }
}
