package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.gateway.answers.AnswerDesk;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.trading.TradingGrpcService;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.readmodel.AnswerTable;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.trading.domain.Samples;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a caller hears who repeats an order under its key while the broker goes and comes back: how
 * the order stands, and never twice the same order (I01, I18).
 */
class KeyedOrderTest {

  private static final Isin SAP = Samples.SAP;
  private static final Duration SOON = Duration.ofSeconds(30);

  private TradingHouse house;
  private Database database;
  private CallContext.Source calls;
  private TradingGrpcService service;

  @BeforeEach
  void open(@TempDir Path folder) {
    house =
        new TradingHouse(
            folder,
            TradingHouse.impatient(),
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR));
    house.quote(SAP, "100", Currency.EUR);
    house.deposit("d-1", Samples.eur("10000"));
    house.reconcile();
    database = Database.open(DatabaseSettings.embedded(folder.resolve("answers")));
    SchemaInstaller.install(database);
    house.rooms.desk(
        AnswerCommand.KEY,
        house.kit.spawn(AnswerDesk.create(new AnswerTable(database), house::now, Runnable::run)));
    calls =
        new CallContext.Source(
            System::nanoTime, () -> UUID.randomUUID().toString(), Duration.ofSeconds(20));
    service =
        new TradingGrpcService(
            new Edge(
                house.kit.system(), house.rooms, calls, house::now, () -> LocalDate.of(2026, 5, 4)),
            HealthCheckResponse::getDefaultInstance);
  }

  @AfterEach
  void close() {
    house.close();
    database.close();
  }

  @Test
  void nothingIsRecordedWhileTheBrokerIsAwayAndTheKeyWorksWhenItIsBack() {
    house.broker.unreachable = true;
    await().atMost(SOON).until(() -> !house.reconciled().join().ready());
    assertThatThrownBy(() -> buy("k-1"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            CallRefusedException.class,
            refused -> assertThat(refused.status().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    assertThat(house.isLost(order("k-1"))).as("nothing is recorded").isTrue();

    house.broker.unreachable = false;
    await().atMost(SOON).until(() -> house.reconciled().join().ready());
    ExecuteTradeResponse done = buy("k-1");
    assertThat(done.getStatus()).isEqualTo(TradeStatus.EXECUTED);
    assertThat(buy("k-1")).isEqualTo(done);
    assertThat(house.broker.submissions).hasValue(1);
  }

  @Test
  void anOrderThatWasLostOnTheWayAnswersUnderItsKeyThatItHasEnded() {
    house.broker.next(
        FaultyBroker.Fault.LOST_ON_THE_WAY,
        FaultyBroker.Fault.LOST_ON_THE_WAY,
        FaultyBroker.Fault.LOST_ON_THE_WAY);
    ExecuteTradeResponse first = buy("k-1");
    assertThat(first.getStatus()).isEqualTo(TradeStatus.PENDING);
    assertThat(first.getMessage()).contains("unknown");
    await().atMost(SOON).until(() -> house.hasEnded(order("k-1")));

    ExecuteTradeResponse ended = buy("k-1");
    assertThat(ended.getSuccess()).isFalse();
    assertThat(ended.getStatus()).isEqualTo(TradeStatus.FAILED);
    assertThat(ended.getMessage()).contains("compare the books before ordering again");
    assertThat(buy("k-1")).isEqualTo(ended);
    assertThat(house.broker.submissions).hasValue(3);
    assertThat(buy("k-2").getStatus()).isEqualTo(TradeStatus.EXECUTED);
  }

  @Test
  void anOrderOfUnknownOutcomeIsPendingWhileTheBrokerIsAwayAndDoneWhenItIsBack() {
    house.broker.whileSubmitting = () -> house.broker.unreachable = true;
    house.broker.next(FaultyBroker.Fault.ANSWER_LOST);
    assertThat(buy("k-1").getStatus()).isEqualTo(TradeStatus.PENDING);
    await().atMost(SOON).until(() -> !house.reconciled().join().ready());
    ExecuteTradeResponse away = buy("k-1");
    assertThat(away.getSuccess()).isFalse();
    assertThat(away.getStatus()).isEqualTo(TradeStatus.PENDING);

    house.broker.unreachable = false;
    await().atMost(SOON).until(() -> buy("k-1").getStatus() == TradeStatus.EXECUTED);
    assertThat(house.broker.submissions).hasValue(1);
  }

  private ExecuteTradeResponse buy(String key) {
    return service
        .executeTrade(
            ExecuteTradeRequest.newBuilder()
                .setSymbol("SAP.DE")
                .setSide(TradeSide.BUY)
                .setQuantity(3)
                .build(),
            metadata(key))
        .toCompletableFuture()
        .join();
  }

  private IntentId order(String key) {
    return new IntentId(calls.of(metadata(key)).commandId(TradingHouse.ACCOUNT.value()));
  }

  private static Metadata metadata(String key) {
    return new MetadataBuilder().addText(CallContext.IDEMPOTENCY_KEY, key).build();
  }
}
