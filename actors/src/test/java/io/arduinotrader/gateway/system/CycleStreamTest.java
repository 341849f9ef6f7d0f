package io.arduinotrader.gateway.system;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.cycle.CycleCommand.GetCycle;
import io.arduinotrader.protocol.cycle.CycleCommand.StartCycle;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleResult;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.Test;

class CycleStreamTest extends GatewayTest {

  private static final Duration SILENCE = Duration.ofMillis(50);

  @Test
  void streamsTheStagesAndTheResult() {
    rooms.onMany(
        StartCycle.class,
        asked ->
            List.of(
                new CycleProgress.At(asked.id(), Stage.SYNC, 0, "begun"),
                new CycleProgress.At(asked.id(), Stage.PLAN, 80, "planning"),
                new CycleProgress.At(asked.id(), Stage.PLAN, 70, "again"),
                new CycleProgress.Ended(view(asked.id(), false, Optional.empty()))));
    List<TradingCycleUpdate> updates = get(call(false));

    assertThat(updates)
        .extracting(TradingCycleUpdate::getStep)
        .containsExactly("syncing", "planning", "planning", "complete");
    assertThat(updates)
        .extracting(TradingCycleUpdate::getProgressPct)
        .containsExactly(0, 80, 80, 100);
    TradingCycleResult result = updates.getLast().getResult();
    assertThat(result.getSuccess()).isFalse();
    assertThat(result.getTradesExecuted()).isEqualTo(1);
    assertThat(result.getTradesFailed()).isEqualTo(1);
    assertThat(result.getTotalInvested().getAmount()).isEqualTo("300.00");
    assertThat(result.getTotalCost().getAmount()).isEqualTo("2.60");
    assertThat(result.getTrades(1).getError()).isEqualTo("MARKET_CLOSED: closed");
    assertThat(rooms.told(StartCycle.class).getFirst().dryRun()).isFalse();
  }

  @Test
  void refusesBeforeTheFirstMessage() {
    rooms.on(
        StartCycle.class,
        asked ->
            new CycleProgress.Refused(Refusal.of(RefusalCode.ALREADY_RUNNING, "cycle-7 runs")));
    assertThat(code(call(true))).isEqualTo(Status.Code.FAILED_PRECONDITION);
    rooms.clear();
    assertThat(code(call(true))).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void hearsTheEndOfACycleThatWentOnElsewhere() {
    CycleId id = new CycleId("c-1");
    AtomicInteger questions = new AtomicInteger();
    rooms.on(StartCycle.class, asked -> new CycleProgress.At(id, Stage.SCORE, 35, "scoring SAP"));
    rooms.on(
        GetCycle.class,
        asked -> view(id, questions.incrementAndGet() < 3, Optional.of("lost the broker")));
    List<TradingCycleUpdate> updates = get(stream(id));

    assertThat(updates)
        .extracting(TradingCycleUpdate::getStep)
        .containsExactly("scoring", "scoring", "scoring", "complete");
    assertThat(updates).extracting(TradingCycleUpdate::getProgressPct).isSorted();
    assertThat(updates.get(1).getMessage()).isEqualTo("scoring SAP");
    assertThat(updates.getLast().getError()).isEqualTo("lost the broker");
  }

  @Test
  void isUnavailableWhenTheCycleNeverBegan() {
    CycleId id = new CycleId("c-1");
    rooms.silent(StartCycle.class);
    rooms.on(GetCycle.class, asked -> view(new CycleId("c-0"), false, Optional.empty()));
    assertThatThrownBy(() -> get(stream(id)))
        .isInstanceOf(CallRefusedException.class)
        .hasMessageContaining("UNAVAILABLE");
  }

  private CompletionStage<List<TradingCycleUpdate>> call(boolean dryRun) {
    return GatewayServiceClient.create(gateway.gateway(), gateway.kit.system())
        .triggerTradingCycle(TriggerTradingCycleRequest.newBuilder().setDryRun(dryRun).build())
        .runWith(Sink.seq(), gateway.kit.system());
  }

  private CompletionStage<List<TradingCycleUpdate>> stream(CycleId id) {
    return new CycleStream(
            gateway.edge, id, gateway.edge.calls().of(MetadataBuilder.empty()), SILENCE)
        .start(true, false)
        .runWith(Sink.seq(), gateway.kit.system());
  }

  /** A cycle after its first stage, with one trade done and one refused. */
  private static CycleView view(CycleId id, boolean running, Optional<String> failure) {
    return new CycleView(
        Optional.of(id),
        running,
        false,
        List.of(Stage.SYNC),
        List.of("synced"),
        Optional.empty(),
        List.of(
            outcome(1, true, "300", "2.60", ""),
            outcome(2, false, "0", "0", "MARKET_CLOSED: closed")),
        failure,
        Optional.of(GatewayFixture.NOW),
        Optional.empty());
  }

  private static StepOutcome outcome(
      int step, boolean success, String value, String commission, String reason) {
    return new StepOutcome(
        step,
        new IntentId("i-" + step),
        Samples.SAP_ISIN,
        Samples.SAP.symbol(),
        Side.BUY,
        Quantity.of(3),
        success ? Optional.of(Price.of("100", Currency.EUR)) : Optional.empty(),
        Money.of(value, Currency.EUR),
        Money.of(commission, Currency.EUR),
        success,
        reason);
  }
}
