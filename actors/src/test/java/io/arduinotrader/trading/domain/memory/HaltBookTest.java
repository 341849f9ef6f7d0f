package io.arduinotrader.trading.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.trading.domain.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HaltBookTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final IntentId ORDER = new IntentId("order-1");

  @Test
  void theStateAPersonNamesIsKeptWithItsReason() {
    HaltBook book = after(HaltBook.NONE, HaltBook.NONE.change(HaltState.REDUCE, "holiday", NOON));
    assertThat(book.now())
        .isEqualTo(new Halts(HaltState.REDUCE, "holiday", Optional.of(NOON), List.of()));
    HaltBook later = after(book, book.change(HaltState.ACTIVE, "", NOON.plusSeconds(1)));
    assertThat(later.now().state()).isEqualTo(HaltState.ACTIVE);
    assertThat(later.now().reason()).isEmpty();
  }

  @Test
  void theSameStateAgainIsNoEvent() {
    assertThat(HaltBook.NONE.change(HaltState.ACTIVE, "why not", NOON)).isEmpty();
    HaltBook book = after(HaltBook.NONE, HaltBook.NONE.change(HaltState.HALT, "x", NOON));
    assertThat(book.change(HaltState.HALT, "y", NOON)).isEmpty();
  }

  @Test
  void anOrderHaltsItsSecurityOnceAndNotAgainAfterTheRelease() {
    HaltBook halted = after(HaltBook.NONE, halt(HaltBook.NONE, Samples.SAP, ORDER));
    assertThat(halted.of(Samples.SAP)).isPresent();
    assertThat(halted.of(Samples.APPLE)).isEmpty();
    assertThat(halt(halted, Samples.SAP, ORDER)).isEmpty();

    HaltBook released = after(halted, halted.release(Samples.SAP, "seen", NOON));
    assertThat(released.now().securities()).isEmpty();
    assertThat(halt(released, Samples.SAP, ORDER)).isEmpty();
    assertThat(halt(released, Samples.SAP, new IntentId("order-2"))).isNotEmpty();
  }

  @Test
  void releasingWhatIsNotHaltedIsNoEvent() {
    assertThat(HaltBook.NONE.release(Samples.SAP, "", NOON)).isEmpty();
  }

  @Test
  void aPersonsHaltAndThatOfASecurityDoNotTouchEachOther() {
    HaltBook halted = after(HaltBook.NONE, halt(HaltBook.NONE, Samples.SAP, ORDER));
    HaltBook both = after(halted, halted.change(HaltState.HALT, "storm", NOON));
    HaltBook resumed = after(both, both.change(HaltState.ACTIVE, "", NOON));
    assertThat(resumed.of(Samples.SAP)).isPresent();
    HaltBook released = after(both, both.release(Samples.SAP, "", NOON));
    assertThat(released.now().state()).isEqualTo(HaltState.HALT);
    assertThat(released.now().reason()).isEqualTo("storm");
  }

  @Test
  void securitiesAreInTheOrderOfTheirIsins() {
    HaltBook one = after(HaltBook.NONE, halt(HaltBook.NONE, Samples.APPLE, ORDER));
    HaltBook two = after(one, halt(one, Samples.SAP, new IntentId("order-2")));
    assertThat(two.now().securities().stream().map(Halts.SecurityHalt::isin))
        .containsExactly(Samples.SAP, Samples.APPLE);
    assertThat(two.causes()).containsExactly(ORDER, new IntentId("order-2"));
  }

  private static List<TradingEvent> halt(HaltBook book, Isin isin, IntentId order) {
    return book.halt(isin, order, "executed beyond its 10 shares", NOON);
  }

  private static HaltBook after(HaltBook book, List<TradingEvent> events) {
    HaltBook next = book;
    for (TradingEvent event : events) {
      next = next.apply((TradingEvent.HaltEvent) event);
    }
    return next;
  }
}
