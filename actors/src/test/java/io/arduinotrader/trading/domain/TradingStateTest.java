package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.ACCOUNT;
import static io.arduinotrader.trading.domain.Samples.NOW;
import static io.arduinotrader.trading.domain.Samples.SAP;
import static io.arduinotrader.trading.domain.Samples.after;
import static io.arduinotrader.trading.domain.Samples.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingStateTest {

  private static final Intent BUY = intent("wish", Side.BUY, "10");

  @Test
  void anAdmissionCountsAndASecondOneOfTheSameIntentDoesNot() {
    TradingState once = after(TradingState.empty(), TradingState.empty().admit(BUY, NOW));
    assertThat(once.admit(BUY, NOW.plusSeconds(1))).isEmpty();
    assertThat(once.admittedAt()).containsExactly(NOW);
    assertThat(once.isOpen(BUY.id())).isTrue();
  }

  @Test
  void aWithdrawnAdmissionDoesNotCountAndMayBeTriedAgain() {
    TradingState once = after(TradingState.empty(), TradingState.empty().admit(BUY, NOW));
    TradingState none = after(once, once.withdraw(BUY.id(), NOW.plusSeconds(1)));
    assertThat(none).isEqualTo(TradingState.empty());
    assertThat(none.admit(BUY, NOW.plusSeconds(2))).isNotEmpty();
  }

  @Test
  void aSettledIntentIsOpenNoLongerButStillCounts() {
    TradingState once = after(TradingState.empty(), TradingState.empty().admit(BUY, NOW));
    TradingState settled = after(once, once.settle(BUY.id(), NOW));
    assertThat(settled.isOpen(BUY.id())).isFalse();
    assertThat(settled.hasEnded(BUY.id())).isTrue();
    assertThat(settled.admittedAt()).containsExactly(NOW);
    assertThat(settled.settle(BUY.id(), NOW)).isEmpty();
  }

  @Test
  void anIntentThatEndsBeforeItIsAdmittedIsRemembered() {
    TradingState state = after(TradingState.empty(), TradingState.empty().settle(BUY.id(), NOW));
    assertThat(state.hasEnded(BUY.id())).isTrue();
  }

  @Test
  void fillsAreNotedOnceAndTheLatestCounts() {
    TradingState state = after(TradingState.empty(), note("F2", 100));
    TradingState both = after(state, note("F1", 50));
    assertThat(both.lastTraded(SAP, Side.BUY)).contains(NOW.plusSeconds(100));
    assertThat(both.noteFill(BUY.id(), new FillId("F1"), SAP, Side.BUY, NOW.plusSeconds(50), NOW))
        .isEmpty();
  }

  @Test
  void admissionsOlderThanAnyLimitAreForgottenByTheTimeOfTheEvents() {
    Intent later = intent("later", Side.BUY, "10");
    TradingState state = after(TradingState.empty(), TradingState.empty().admit(BUY, NOW));
    TradingState eightDays = after(state, state.admit(later, NOW.plus(Duration.ofDays(8))));
    assertThat(eightDays.admittedAt()).hasSize(2);
    TradingState more =
        after(state, state.admit(later, NOW.plus(Duration.ofDays(8)).plusSeconds(1)));
    assertThat(more.admittedAt()).hasSize(1);
  }

  @Test
  void theMemoryOfEndedIntentsIsBounded() {
    TradingState state = TradingState.empty();
    for (int i = 0; i < 1001; i++) {
      state = after(state, state.settle(new IntentId("intent-" + i), NOW));
    }
    assertThat(state.snapshot().settled()).hasSize(1000);
    assertThat(state.hasEnded(new IntentId("intent-0"))).isFalse();
    assertThat(state.hasEnded(new IntentId("intent-1"))).isTrue();
  }

  @Test
  void aSnapshotHoldsEverything() {
    TradingState state = after(TradingState.empty(), TradingState.empty().admit(BUY, NOW));
    state = after(state, note("F1", 50));
    state = after(state, state.settle(new IntentId("other"), NOW));
    state = after(state, state.halts().change(HaltState.REDUCE, "holiday", NOW));
    state = after(state, state.halts().halt(SAP, BUY.id(), "overfilled", NOW));
    assertThat(state.view(ACCOUNT, NOW).halts().securities()).hasSize(1);
    assertThat(TradingState.of(state.snapshot())).isEqualTo(state);
    assertThat(state.view(ACCOUNT, NOW.plus(Duration.ofDays(7))).admittedSevenDays()).hasSize(1);
    assertThat(state.view(ACCOUNT, NOW.plus(Duration.ofDays(7)).plusMillis(1)).admittedSevenDays())
        .isEmpty();
  }

  private static List<TradingEvent> note(String fill, long second) {
    return TradingState.empty()
        .noteFill(BUY.id(), new FillId(fill), SAP, Side.BUY, NOW.plusSeconds(second), NOW);
  }
}
