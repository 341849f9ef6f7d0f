package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.portfolio.StateHash;
import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.replay.AccountVerdict.Defect;
import io.arduinotrader.protocol.replay.Moment;
import io.arduinotrader.protocol.replay.ReplayedState;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stored events of an account add up to, and where they do not. */
class AccountReplayTest {

  private final WrittenJournal written;
  private final History history;

  AccountReplayTest(@TempDir Path folder) {
    written = new WrittenJournal(folder);
    history = new History(written);
  }

  @AfterEach
  void close() {
    written.close();
  }

  @Test
  void theEndIsWhatTheEventsAddUpTo() {
    history
        .deposit("d-1", "10000")
        .order("o-1", Side.BUY, "10", "100", "4.00")
        .order("o-2", Side.SELL, "4", "110", "2.88");
    written.write();
    ReplayedState state = state(Moment.OPEN);
    assertThat(state.portfolio().balance(Currency.EUR))
        .isEqualTo(Money.of("9433.12", Currency.EUR));
    assertThat(state.portfolio().position(History.ISIN).orElseThrow().quantity().value())
        .isEqualByComparingTo("6");
    assertThat(state.portfolio().headHash()).isEqualTo(written.head(streams().portfolio()));
    assertThat(state.openOrders()).isEmpty();
    assertThat(state.portfolio().events()).isEqualTo(7);
  }

  @Test
  void anOpenOrderIsShownWithItsReservation() {
    history.deposit("d-1", "10000").open("o-1", Side.BUY, "10", "100");
    written.write();
    ReplayedState state = state(Moment.OPEN);
    assertThat(state.openOrders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.phase()).isEqualTo(OrderPhase.ACCEPTED);
              assertThat(order.intent().id().value()).isEqualTo("o-1");
            });
    assertThat(state.portfolio().free(Currency.EUR)).isEqualTo(Money.of("8990", Currency.EUR));
  }

  @Test
  void everyMomentIsThePrefixOfTheHistory() {
    history.deposit("d-1", "10000").order("o-1", Side.BUY, "10", "100", "4.00");
    written.write();
    assertThat(state(Moment.sequence(1)).portfolio().balance(Currency.EUR))
        .isEqualTo(Money.of("10000", Currency.EUR));
    assertThat(state(Moment.position(1))).isEqualTo(state(Moment.sequence(1)));
    assertThat(state(Moment.at(History.START))).isEqualTo(state(Moment.sequence(1)));
    assertThat(state(Moment.at(History.START.minusNanos(1))).portfolio().events()).isZero();
    assertThat(state(Moment.at(history.now()))).isEqualTo(state(Moment.OPEN));
    assertThatThrownBy(() -> state(Moment.sequence(5)))
        .isInstanceOf(NoSuchMomentException.class)
        .hasMessageContaining("5");
    assertThatThrownBy(() -> state(Moment.position(1000)))
        .isInstanceOf(NoSuchMomentException.class);
  }

  @Test
  void everyPrefixHasTheHashOfTheStateItsEventsMake() {
    history.deposit("d-1", "10000").order("o-1", Side.BUY, "10", "100", "4.00").deposit("d-2", "1");
    written.write();
    PortfolioState[] expected = {PortfolioState.empty(AccountId.DEFAULT)};
    long[] number = {0};
    written.journal().stream(
        streams().portfolio(),
        stored -> {
          expected[0] = expected[0].apply((PortfolioEvent) Journal.readable(stored).link().event());
          number[0]++;
          assertThat(state(Moment.sequence(number[0])).stateHash())
              .isEqualTo(StateHash.of(expected[0]));
          return true;
        });
    assertThat(number[0]).isEqualTo(5);
  }

  @Test
  void anOrderThatWasForgottenComesBackWithALateEvent() {
    history.deposit("d-1", "10000").order("o-1", Side.BUY, "10", "100", "4.00");
    history.order("o-1", new OrderEvent.OverfillDetected(history.now()));
    written.write();
    AccountReplay replay = AccountReplay.upTo(written.journal(), AccountId.DEFAULT, 1000);
    assertThat(replay.defects()).isEmpty();
    assertThat(replay.openOrders()).isEmpty();
  }

  @Test
  void otherAccountsOrdersDoNotCount() {
    history.deposit("d-1", "10000").open("o-1", Side.BUY, "10", "100");
    new History(written, new AccountId("other")).open("x-1", Side.BUY, "1", "1");
    written.write();
    assertThat(state(Moment.OPEN).openOrders()).hasSize(1);
    AccountReplay replay = AccountReplay.upTo(written.journal(), AccountId.DEFAULT, 1000);
    assertThat(replay.streamCount()).isEqualTo(3);
  }

  @Test
  void aChangedEventIsNamedAndNoStateFollows() {
    history.deposit("d-1", "10000").order("o-1", Side.BUY, "10", "100", "4.00");
    written.write();
    written.update(
        "UPDATE event_journal SET event_payload = (SELECT event_payload FROM event_journal WHERE"
            + " persistence_id = 'portfolio|default' AND sequence_number = 2) WHERE"
            + " persistence_id = 'portfolio|default' AND sequence_number = 3");
    AccountReplay replay = AccountReplay.upTo(written.journal(), AccountId.DEFAULT, 1000);
    assertThat(replay.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.stream()).isEqualTo("portfolio|default");
              assertThat(defect.sequenceNumber()).isEqualTo(3);
            });
    assertThatThrownBy(() -> state(Moment.OPEN))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageContaining("portfolio|default")
        .hasMessageContaining("event 3");
    assertThat(state(Moment.sequence(2)).portfolio().events()).isEqualTo(2);
  }

  @Test
  void aMissingEventIsNamed() {
    history.deposit("d-1", "10000").order("o-1", Side.BUY, "10", "100", "4.00");
    written.write();
    written.update(
        "DELETE FROM event_journal WHERE persistence_id = 'order|o-1' AND sequence_number = 2");
    assertThat(AccountReplay.upTo(written.journal(), AccountId.DEFAULT, 1000).defects())
        .containsExactly(new Defect("order|o-1", 2, "is missing, the next one is 3"));
  }

  @Test
  void whatCannotHaveHappenedIsADefect() {
    history.deposit("d-1", "10000").deposit("d-1", "10000");
    written.write();
    assertThat(AccountReplay.upTo(written.journal(), AccountId.DEFAULT, 1000).defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.reason()).contains("booked twice"));
  }

  private ReplayedState state(Moment moment) {
    Journal journal = written.journal();
    return AccountReplay.upTo(journal, AccountId.DEFAULT, new Moments(journal).upTo(moment))
        .state();
  }

  private static AccountStreams streams() {
    return AccountStreams.of(AccountId.DEFAULT);
  }
}
