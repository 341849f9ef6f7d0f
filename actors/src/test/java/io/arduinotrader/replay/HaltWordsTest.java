package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HaltWordsTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Isin SAP = new Isin("DE0007164600");

  @Test
  void everyHaltSaysWhatIsStoppedAndWhy() {
    assertThat(OrderWords.halt(new TradingEvent.HaltChanged(HaltState.HALT, "storm", NOON)))
        .isEqualTo("no trading from now on: storm");
    assertThat(OrderWords.halt(new TradingEvent.HaltChanged(HaltState.REDUCE, "storm", NOON)))
        .isEqualTo("only sales from now on: storm");
    assertThat(OrderWords.halt(new TradingEvent.HaltChanged(HaltState.ACTIVE, "", NOON)))
        .isEqualTo("trading goes on");
    assertThat(
            OrderWords.halt(
                new TradingEvent.SecurityHalted(SAP, new IntentId("o-1"), "overfilled", NOON)))
        .isEqualTo("DE0007164600 is halted: overfilled");
    assertThat(OrderWords.halt(new TradingEvent.SecurityReleased(SAP, "seen", NOON)))
        .isEqualTo("DE0007164600 is released: seen");
  }
}
