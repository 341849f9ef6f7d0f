package io.arduinotrader.trading.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.ModeEvent;
import io.arduinotrader.protocol.trading.TradingMode.Arming;
import io.arduinotrader.protocol.vocab.AccountId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Research is what every account begins with; live takes two steps, research one (I12). */
class ModeBookTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @Test
  void anAccountBeginsInResearch() {
    assertThat(ModeBook.RESEARCH.isLive()).isFalse();
    assertThat(ModeBook.RESEARCH.disarm("", NOON)).isEmpty();
    assertThat(ModeBook.RESEARCH.obstacle("live-000000", NOON).map(Refusal::code))
        .contains(RefusalCode.WRONG_STATE);
    assertThat(ModeBook.RESEARCH.confirm(NOON)).isEmpty();
  }

  @Test
  void theFirstStepChangesNothingButAPhraseThatCountsForAWhile() {
    ModeBook begun = begun(NOON);
    Arming arming = begun.now().arming().orElseThrow();
    assertThat(begun.isLive()).isFalse();
    assertThat(arming.validUntil()).isEqualTo(NOON.plus(ModeBook.PATIENCE));
    assertThat(begun.obstacle(arming.phrase(), arming.validUntil())).isEmpty();
    assertThat(begun.obstacle(arming.phrase(), arming.validUntil().plusNanos(1))).isPresent();
    assertThat(begun.obstacle(arming.phrase() + "x", NOON)).isPresent();
  }

  @Test
  void aFirstStepThatIsTakenAgainMakesTheOldPhraseVoid() {
    String old = begun(NOON).now().arming().orElseThrow().phrase();
    ModeBook again = after(begun(NOON), begun(NOON).begin(AccountId.DEFAULT, "why", "anna", LATER));
    assertThat(again.obstacle(old, LATER)).isPresent();
  }

  @Test
  void theSecondStepArmsAndOneStepLeadsBack() {
    ModeBook live = after(begun(NOON), begun(NOON).confirm(LATER));
    assertThat(live.isLive()).isTrue();
    assertThat(live.now().arming()).isEmpty();
    assertThat(live.now().reason()).isEqualTo("why");
    assertThat(live.begin(AccountId.DEFAULT, "why", "anna", LATER)).isEmpty();
    assertThat(live.obstacle("anything", LATER)).as("nothing changes").isEmpty();
    assertThat(live.confirm(LATER)).isEmpty();

    ModeBook back = after(live, live.disarm("on holiday", LATER));
    assertThat(back.isLive()).isFalse();
    assertThat(back.now().reason()).isEqualTo("on holiday");
  }

  @Test
  void whatWasOnlyBegunIsForgottenWithTheStepBack() {
    ModeBook back = after(begun(NOON), begun(NOON).disarm("", LATER));
    assertThat(back.now().arming()).isEmpty();
  }

  private static final Instant LATER = NOON.plusSeconds(60);

  private static ModeBook begun(Instant at) {
    return after(ModeBook.RESEARCH, ModeBook.RESEARCH.begin(AccountId.DEFAULT, "why", "anna", at));
  }

  private static ModeBook after(ModeBook book, List<TradingEvent> events) {
    ModeBook next = book;
    for (TradingEvent event : events) {
      next = next.apply((ModeEvent) event);
    }
    return next;
  }
}
