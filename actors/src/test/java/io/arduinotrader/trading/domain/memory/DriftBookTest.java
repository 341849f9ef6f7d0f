package io.arduinotrader.trading.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.protocol.trading.BrokerView.Kind;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.DriftCleared;
import io.arduinotrader.protocol.trading.TradingEvent.DriftEvent;
import io.arduinotrader.protocol.trading.TradingEvent.DriftNoted;
import io.arduinotrader.protocol.trading.TradingView.OpenDrift;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every difference is one event when it comes and one when it goes (I15). */
class DriftBookTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(2);
  private static final Drift TEN = new Drift(Kind.CASH, "EUR", "100.00", "110.00");
  private static final Drift FIVE = new Drift(Kind.CASH, "EUR", "100.00", "105.00");
  private static final Drift SHARES = new Drift(Kind.QUANTITY, "DE0007164600", "1", "2");

  @Test
  void aDifferenceIsNotedOnce() {
    assertThat(DriftBook.NONE.compared(List.of(TEN), List.of("EUR"), NOON))
        .containsExactly(new DriftNoted(TEN, NOON));
    assertThat(book(TEN).compared(List.of(TEN), List.of("EUR"), LATER)).isEmpty();
  }

  @Test
  void whatWasSeenOnceOnlyIsNeitherNotedNorCleared() {
    assertThat(DriftBook.NONE.compared(List.of(), List.of("EUR"), NOON)).isEmpty();
    assertThat(book(TEN).compared(List.of(), List.of("EUR"), LATER)).isEmpty();
  }

  @Test
  void otherFiguresTakeThePlaceOfTheOldOnesUnderAnotherName() {
    List<TradingEvent> events = book(TEN).compared(List.of(FIVE), List.of("EUR"), LATER);
    assertThat(events).containsExactly(new DriftNoted(FIVE, LATER));
    DriftBook after = book(TEN).apply((DriftEvent) events.getFirst());
    assertThat(after.open()).containsExactly(new OpenDrift(FIVE, LATER));
    assertThat(after.open().getFirst().id()).isNotEqualTo(book(TEN).open().getFirst().id());
  }

  @Test
  void theSameFiguresAtAnotherTimeAreAnotherDifference() {
    assertThat(new OpenDrift(TEN, LATER).id()).isNotEqualTo(new OpenDrift(TEN, NOON).id());
  }

  @Test
  void whatAgreesAgainIsCleared() {
    DriftBook both = book(TEN).apply(new DriftNoted(SHARES, NOON));
    assertThat(both.open()).extracting(OpenDrift::drift).containsExactly(SHARES, TEN);
    assertThat(both.compared(List.of(SHARES), List.of("DE0007164600"), LATER))
        .containsExactly(new DriftCleared("EUR", LATER));
    assertThat(both.apply(new DriftCleared("EUR", LATER)).open())
        .extracting(OpenDrift::drift)
        .containsExactly(SHARES);
  }

  private static DriftBook book(Drift drift) {
    return DriftBook.NONE.apply(new DriftNoted(drift, NOON));
  }
}
