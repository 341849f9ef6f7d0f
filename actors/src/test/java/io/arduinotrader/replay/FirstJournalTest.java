package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.replay.OrderExplanation;
import io.arduinotrader.protocol.replay.ReplayQuery.EventPage;
import io.arduinotrader.protocol.replay.ReplayedState;
import io.arduinotrader.protocol.replay.TradeEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every later program must read what the first one wrote, and come to the same state. */
class FirstJournalTest {

  private static final String FILLED = "a7f2407f-df3a-4e11-916f-f3b7a8a70a9a#7";

  private final WrittenJournal written;

  FirstJournalTest(@TempDir Path folder) {
    written = new WrittenJournal(folder);
    written.add(FirstJournal.rows());
  }

  @AfterEach
  void close() {
    written.close();
  }

  @Test
  void addsUpToTheStateItsWriterHad() {
    AccountReplay replay = AccountReplay.upTo(written.journal(), AccountId.DEFAULT, 100_000);
    assertThat(replay.defects()).isEmpty();
    assertThat(replay.events()).isEqualTo(194);
    ReplayedState state = replay.state();
    assertThat(state.stateHash().hex()).isEqualTo(FirstJournal.STATE_HASH);
    assertThat(state.portfolio().events()).isEqualTo(39);
    assertThat(state.portfolio().positions()).hasSize(10);
    assertThat(state.openOrders()).isEmpty();
    assertThat(state.portfolio().balance(Currency.EUR).signum()).isPositive();
  }

  @Test
  void everyEventIsToldOnce() {
    List<TradeEvent> all = read(0, 1000);
    assertThat(all).hasSize(194).allSatisfy(event -> assertThat(event.text()).isNotBlank());
    List<TradeEvent> inPieces = new ArrayList<>();
    for (long after = 0; after < 1000; ) {
      List<TradeEvent> piece = read(after, 7);
      inPieces.addAll(piece);
      after = piece.isEmpty() ? after + 7 : piece.getLast().position();
    }
    assertThat(inPieces).isEqualTo(all);
  }

  @Test
  void anOrderOfACycleIsExplained() {
    OrderExplanation explanation = explain(FILLED);
    assertThat(explanation.cycle().orElseThrow().plan()).isPresent();
    assertThat(explanation.cycle().orElseThrow().stages()).hasSizeGreaterThan(3);
    assertThat(explanation.step().orElseThrow().number()).isEqualTo(7);
    assertThat(explanation.step().orElseThrow().reasons()).isNotEmpty();
    assertThat(explanation.score().orElseThrow().isin())
        .isEqualTo(explanation.order().intent().isin());
    assertThat(explanation.order().fills()).isNotEmpty();
    assertThat(String.join("\n", explanation.text()))
        .contains(FILLED)
        .contains("bought")
        .contains("step 7")
        .contains("scored");
  }

  @Test
  void anOrderIsFoundUnderEachOfItsNames() {
    OrderExplanation byIntent = explain(FILLED);
    assertThat(explain(byIntent.order().brokerOrderId().orElseThrow().value())).isEqualTo(byIntent);
    assertThat(explain(byIntent.order().clientOrderId().value())).isEqualTo(byIntent);
    assertThat(explain(byIntent.order().fills().getFirst().id().value())).isEqualTo(byIntent);
    assertThat(new OrderReasons(written.journal(), AccountId.DEFAULT).explain("nobody")).isEmpty();
  }

  private OrderExplanation explain(String name) {
    return new OrderReasons(written.journal(), AccountId.DEFAULT).explain(name).orElseThrow();
  }

  private List<TradeEvent> read(long after, int limit) {
    EventPage page = new TradeEvents(written.journal(), AccountId.DEFAULT).page(after, 1000, limit);
    return page.events();
  }
}
