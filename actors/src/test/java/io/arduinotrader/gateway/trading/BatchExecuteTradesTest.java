package io.arduinotrader.gateway.trading;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesRequest;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesResponse;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerCommand.GetBroker;
import io.arduinotrader.protocol.trading.OrderCommand.GetOrder;
import io.arduinotrader.protocol.trading.OrderCommand.Place;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.IntentId;
import io.grpc.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchExecuteTradesTest extends GatewayTest {

  private TradingServiceClient client;

  @BeforeEach
  void script() {
    client = TradingServiceClient.create(gateway.gateway(), gateway.kit.system());
    gateway.skippedNanos.addAndGet(Duration.ofMinutes(2).toNanos());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetBroker.class, asked -> Samples.broker(true));
    rooms.on(
        Place.class,
        place -> new OrderReply.Known(Samples.order(place.intent(), OrderPhase.ACCEPTED)));
  }

  /** Sells before buys (I19). */
  @Test
  void sellsFirstAndAnswersInTheGivenOrder() {
    BatchExecuteTradesResponse response =
        get(
            client
                .batchExecuteTrades()
                .addHeader("idempotency-key", "b-1")
                .invoke(
                    batch(
                        trade(TradeSide.BUY, 1),
                        trade(TradeSide.SELL, 2),
                        trade(TradeSide.BUY, 3),
                        trade(TradeSide.SELL, 4))));

    assertThat(rooms.told(Place.class))
        .extracting(place -> place.intent().quantity().toString())
        .containsExactly("2", "4", "1", "3");
    assertThat(rooms.told(Place.class))
        .extracting(place -> place.intent().id().value().replaceAll(".*#", "#"))
        .containsExactly("#2", "#4", "#1", "#3");
    assertThat(response.getResultsList())
        .extracting(result -> result.getExecution().getQuantityRequested())
        .containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(response.getAllSuccess()).isTrue();
    assertThat(response.getSuccessful()).isEqualTo(4);
  }

  @Test
  void neverSettlesAnEntryUnderAKeyThatCouldNotBeLookedAt() {
    rooms.on(GetBroker.class, asked -> Samples.broker(false));
    BatchExecuteTradesResponse away = get(keyed("b-2"));
    assertThat(away.getResults(0).getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(away.getResults(0).getSuccess()).isFalse();
    assertThat(away.getResults(0).getMessage()).contains("UNAVAILABLE").contains("under its key");
    assertThat(rooms.told(Place.class)).isEmpty();
    assertThat(rooms.told(AnswerCommand.Keep.class)).isEmpty();

    rooms.on(GetBroker.class, asked -> Samples.broker(true));
    assertThat(get(keyed("b-2")).getAllSuccess()).isTrue();
    assertThat(rooms.told(AnswerCommand.Keep.class)).hasSize(1);
  }

  private CompletionStage<BatchExecuteTradesResponse> keyed(String key) {
    return client
        .batchExecuteTrades()
        .addHeader("idempotency-key", key)
        .invoke(batch(trade(TradeSide.BUY, 1)));
  }

  @Test
  void letsEntriesFailOneByOne() {
    BatchExecuteTradesResponse response =
        get(
            client.batchExecuteTrades(
                batch(
                    trade(TradeSide.BUY, Double.NaN),
                    trade(TradeSide.BUY, 2),
                    trade(TradeSide.BUY, 3).toBuilder().setAccountId("other").build(),
                    trade(TradeSide.BUY, 4).toBuilder().setSymbol("GONE").build())));

    assertThat(response.getResultsList())
        .extracting(ExecuteTradeResponse::getSuccess)
        .containsExactly(false, true, false, false);
    assertThat(response.getResults(0).getMessage()).contains("INVALID_ARGUMENT", "quantity");
    assertThat(response.getResults(2).getMessage()).contains("NOT_FOUND", "other");
    assertThat(response.getResults(3).getMessage()).contains("UNKNOWN_SECURITY");
    assertThat(response.getAllSuccess()).isFalse();
    assertThat(response.getSuccessful() + response.getFailed()).isEqualTo(4);
  }

  /** After a stop the rest is not attempted (I19). */
  @Test
  void stopsAtTheFirstFailureWhenAskedTo() {
    rooms.on(
        Place.class,
        place ->
            new OrderReply.Known(
                Samples.order(
                    place.intent(),
                    place.intent().quantity().toString().equals("2")
                        ? OrderPhase.REJECTED
                        : OrderPhase.ACCEPTED)));
    BatchExecuteTradesRequest four =
        batch(
            trade(TradeSide.BUY, 1),
            trade(TradeSide.BUY, 2),
            trade(TradeSide.BUY, 3),
            trade(TradeSide.BUY, 4));
    BatchExecuteTradesResponse response =
        get(client.batchExecuteTrades(four.toBuilder().setStopOnError(true).build()));

    assertThat(rooms.told(Place.class)).hasSize(2);
    assertThat(response.getResultsList())
        .extracting(ExecuteTradeResponse::getStatus)
        .containsExactly(
            TradeStatus.PENDING, TradeStatus.FAILED, TradeStatus.CANCELLED, TradeStatus.CANCELLED);
    assertThat(response.getResults(3).getMessage()).startsWith("NOT_ATTEMPTED");
    assertThat(response.getFailed()).isEqualTo(3);
  }

  /** What was placed before a crash is told of, also after an entry that failed since. */
  @Test
  void neverCallsAnOrderThatExistsNotAttempted() {
    rooms.on(
        Place.class,
        place ->
            new OrderReply.Known(
                Samples.order(
                    place.intent(),
                    place.intent().id().value().endsWith("#1")
                        ? OrderPhase.CANCELLED
                        : OrderPhase.ACCEPTED)));
    Iterator<OrderReply> recorded =
        List.<OrderReply>of(
                new OrderReply.Known(Samples.order(Samples.intent(), OrderPhase.ACCEPTED)),
                new OrderReply.Unknown(new IntentId("third")))
            .iterator();
    rooms.on(GetOrder.class, asked -> recorded.next());
    BatchExecuteTradesResponse response =
        get(
            client
                .batchExecuteTrades()
                .addHeader("idempotency-key", "b-4")
                .invoke(
                    batch(trade(TradeSide.BUY, 1), trade(TradeSide.BUY, 2), trade(TradeSide.BUY, 3))
                        .toBuilder()
                        .setStopOnError(true)
                        .build()));

    assertThat(response.getResultsList())
        .extracting(ExecuteTradeResponse::getStatus)
        .containsExactly(TradeStatus.CANCELLED, TradeStatus.PENDING, TradeStatus.CANCELLED);
    assertThat(response.getResults(1).getSuccess()).isTrue();
    assertThat(response.getResults(2).getMessage()).startsWith("NOT_ATTEMPTED");
    assertThat(rooms.told(Place.class)).hasSize(2);
  }

  @Test
  void neverSettlesAnEntryUnderAKeyForWhichThereWasNoTime() {
    rooms.on(
        Place.class,
        place -> {
          gateway.skippedNanos.addAndGet(Duration.ofMinutes(2).toNanos());
          return new OrderReply.Known(Samples.order(place.intent(), OrderPhase.FILLED));
        });
    BatchExecuteTradesResponse response =
        get(
            client
                .batchExecuteTrades()
                .addHeader("idempotency-key", "b-5")
                .addHeader("grpc-timeout", "60S")
                .invoke(batch(trade(TradeSide.BUY, 1), trade(TradeSide.BUY, 2))));

    assertThat(response.getResults(1).getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(response.getResults(1).getMessage()).contains("under its key");
    assertThat(rooms.told(AnswerCommand.Keep.class)).isEmpty();
  }

  @Test
  void keepsWhatWasExecutedWhenALaterEntryCannotBeReached() {
    rooms.on(
        Place.class,
        place -> {
          rooms.silent(GetUniverse.class);
          return new OrderReply.Known(Samples.order(place.intent(), OrderPhase.ACCEPTED));
        });
    BatchExecuteTradesResponse response =
        get(
            client
                .batchExecuteTrades()
                .addHeader("grpc-timeout", "2S")
                .invoke(batch(trade(TradeSide.BUY, 1), trade(TradeSide.BUY, 2))));

    assertThat(response.getResultsList())
        .extracting(ExecuteTradeResponse::getSuccess)
        .containsExactly(true, false);
  }

  @Test
  void executesNothingUnderAKeyOfAnotherBatch() {
    rooms.on(
        Place.class,
        place ->
            new OrderReply.Refused(
                Refusal.of(RefusalCode.DUPLICATE_INTENT, "other content"),
                Samples.order(place.intent(), OrderPhase.FILLED)));
    assertThat(
            code(
                client
                    .batchExecuteTrades()
                    .addHeader("idempotency-key", "b-1")
                    .invoke(batch(trade(TradeSide.BUY, 1), trade(TradeSide.BUY, 2)))))
        .isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(rooms.told(Place.class)).hasSize(1);
  }

  @Test
  void makesEveryEntryPartOfItsBatch() {
    get(client.batchExecuteTrades(batch(trade(TradeSide.BUY, 1))));
    get(client.batchExecuteTrades(batch(trade(TradeSide.BUY, 1), trade(TradeSide.BUY, 2))));

    List<String> causes =
        rooms.told(Place.class).stream().map(place -> place.intent().cause()).toList();
    assertThat(causes.get(0)).isNotEqualTo(causes.get(1));
    assertThat(causes.get(1)).isEqualTo(causes.get(2));
  }

  @Test
  void takesAHundredEntriesAndNoneAtAll() {
    BatchExecuteTradesResponse none = get(client.batchExecuteTrades(batch()));
    assertThat(none.getAllSuccess()).isTrue();
    assertThat(none.getResultsCount()).isZero();
    assertThat(get(client.batchExecuteTrades(many(100))).getSuccessful()).isEqualTo(100);
    assertThat(fields(client.batchExecuteTrades(many(101)))).containsExactly("trades");
    assertThat(code(client.batchExecuteTrades(batch().toBuilder().setAccountId("x").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  private static BatchExecuteTradesRequest many(int entries) {
    return BatchExecuteTradesRequest.newBuilder()
        .addAllTrades(Collections.nCopies(entries, trade(TradeSide.BUY, 1)))
        .build();
  }

  private static BatchExecuteTradesRequest batch(ExecuteTradeRequest... trades) {
    return BatchExecuteTradesRequest.newBuilder().addAllTrades(List.of(trades)).build();
  }

  private static ExecuteTradeRequest trade(TradeSide side, double quantity) {
    return ExecuteTradeRequest.newBuilder()
        .setSymbol("SAP.EU")
        .setSide(side)
        .setQuantity(quantity)
        .build();
  }
}
