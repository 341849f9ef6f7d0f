package io.arduinotrader.gateway.cycle.domain;

import static io.arduinotrader.gateway.cycle.domain.CycleSamples.BUY_APPLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.fill;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepOutcomesTest {

  private static final IntentId INTENT = new IntentId("c-1#2");
  private static final Intent BUY =
      new Intent(
          INTENT,
          AccountId.DEFAULT,
          BUY_APPLE.isin(),
          BUY_APPLE.symbol(),
          BUY_APPLE.side(),
          BUY_APPLE.quantity(),
          OrderType.MARKET,
          Optional.empty(),
          Optional.empty(),
          TimeInForce.DAY,
          Intent.Origin.CYCLE,
          "");
  private static final Refusal CLOSED = Refusal.of(RefusalCode.MARKET_CLOSED, "it is Sunday");

  @Test
  void whatWasExecutedIsAveragedAndValuedInTheBaseCurrency() {
    Fill first = fill(BUY, "f-1", "4", Price.of("108", Currency.USD), "1.08");
    Fill second = fill(BUY, "f-2", "2", Price.of("111", Currency.USD), "0.54");

    StepOutcome outcome = outcome(OrderPhase.PARTIALLY_FILLED, Optional.empty(), first, second);

    assertThat(outcome.success()).isTrue();
    assertThat(outcome.reason()).isEmpty();
    assertThat(outcome.quantity()).isEqualTo(Quantity.of(6));
    assertThat(outcome.averagePrice()).contains(Price.of("109", Currency.USD));
    assertThat(outcome.value()).hasToString("605.56 EUR"); // 654 USD at 1.08
    assertThat(outcome.commission()).hasToString("1.50 EUR");
    assertThat(outcome.intent()).isEqualTo(INTENT);
    assertThat(outcome.step()).isEqualTo(2);
  }

  @Test
  void nothingExecutedKeepsThePlannedNumber() {
    StepOutcome outcome = outcome(OrderPhase.WORKING, Optional.empty());

    assertThat(outcome.success()).isTrue();
    assertThat(outcome.quantity()).isEqualTo(Quantity.of(10));
    assertThat(outcome.averagePrice()).isEmpty();
    assertThat(outcome.value()).hasToString("0.00 EUR");
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderPhase.class,
      names = {"ACCEPTED", "WORKING", "PARTIALLY_FILLED", "CANCEL_PENDING", "FILLED"})
  void whatTheBrokerHasIsASuccess(OrderPhase phase) {
    assertThat(outcome(phase, Optional.empty()).success()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED, it is Sunday",
    "SEND_FAILED, it is Sunday",
    "CANCELLED, the order was cancelled",
    "PARTIALLY_FILLED_CANCELLED, the order was cancelled",
    "EXPIRED, the order expired",
    "PARTIALLY_FILLED_EXPIRED, the order expired"
  })
  void whatEndedOtherwiseIsNone(OrderPhase phase, String reason) {
    StepOutcome outcome = outcome(phase, Optional.of(CLOSED));

    assertThat(outcome.success()).isFalse();
    assertThat(outcome.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderPhase.class,
      names = {"INTENT_RECORDED", "FUNDS_RESERVED", "SUBMITTING", "UNKNOWN"})
  void whatNobodyKnowsYetIsNoSuccess(OrderPhase phase) {
    StepOutcome outcome = outcome(phase, Optional.empty());

    assertThat(outcome.success()).isFalse();
    assertThat(outcome.reason()).contains("nobody knows yet");
  }

  @Test
  void aRefusedOrUnknownOrderIsNoSuccess() {
    OrderReply refused =
        new OrderReply.Refused(CLOSED, order(BUY, OrderPhase.FILLED, Optional.empty()));

    assertThat(StepOutcomes.of(BUY_APPLE, INTENT, refused).reason()).isEqualTo("it is Sunday");
    assertThat(StepOutcomes.of(BUY_APPLE, INTENT, refused).success()).isFalse();
    assertThat(StepOutcomes.of(BUY_APPLE, INTENT, new OrderReply.Unknown(INTENT)).reason())
        .isEqualTo("the order was never recorded");
  }

  private static StepOutcome outcome(OrderPhase phase, Optional<Refusal> refusal, Fill... fills) {
    return StepOutcomes.of(
        BUY_APPLE, INTENT, new OrderReply.Known(order(BUY, phase, refusal, fills)));
  }
}
