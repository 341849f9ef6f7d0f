package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.eur;
import static io.arduinotrader.trading.domain.Samples.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where an account's day begins, and what counts as its loss. */
class AccountDayTest {

  private static final TradingRules.LossLimits LOSSES = Samples.RULES.losses();

  /** Days have their limits in the zone of the account, instants are in UTC (I26). */
  @Test
  void theDayOfTheLimitsIsTheAccounts() {
    Instant now = Instant.parse("2026-05-04T15:00:00Z");
    List<Instant> fourSinceMidnightInTokyo =
        List.of(
            Instant.parse("2026-05-03T15:30:00Z"),
            Instant.parse("2026-05-03T17:00:00Z"),
            Instant.parse("2026-05-04T05:00:00Z"),
            Instant.parse("2026-05-04T13:00:00Z"));
    TradingState state = admitted(fourSinceMidnightInTokyo);
    assertThat(codes(state, now, ZoneId.of("UTC"))).doesNotContain(RefusalCode.FREQ_DAILY);
    assertThat(codes(state, now.minusSeconds(60), ZoneId.of("Asia/Tokyo")))
        .contains(RefusalCode.FREQ_DAILY);
    assertThat(codes(state, now, ZoneId.of("Asia/Tokyo")))
        .as("midnight in Tokyo has just passed")
        .doesNotContain(RefusalCode.FREQ_DAILY);
  }

  /**
   * Cash counts in the worth of an account, a deposit is no gain and a withdrawal no loss (I25).
   */
  @Test
  void aLossIsWhatIsLeftWhenFlowsAreTakenOut() {
    assertThat(loss("960.00", "0.00")).isEqualTo(DailyLoss.Level.SALES_BLOCKED);
    assertThat(loss("960.00", "-40.00")).isEqualTo(DailyLoss.Level.NORMAL);
    assertThat(loss("1000.00", "60.00")).isEqualTo(DailyLoss.Level.HALTED);
    assertThat(DailyLoss.of(Optional.empty(), LOSSES).level()).isEqualTo(DailyLoss.Level.UNKNOWN);
    assertThat(DailyLoss.of(Optional.of(worth("960.00", "0.00")), LOSSES).change())
        .hasValueSatisfying(
            change -> assertThat(change).isEqualByComparingTo(new BigDecimal("-0.04")));
  }

  private static TradingState admitted(List<Instant> instants) {
    TradingState state = TradingState.empty();
    for (Instant at : instants) {
      IntentId intent = new IntentId("past-" + at);
      state =
          state
              .apply(new TradingEvent.IntentAdmitted(intent, Samples.APPLE, Side.BUY, at))
              .apply(new TradingEvent.IntentSettled(intent, at));
    }
    return state;
  }

  private static DailyLoss.Level loss(String now, String flow) {
    return DailyLoss.of(Optional.of(worth(now, flow)), LOSSES).level();
  }

  private static Facts.Worth worth(String now, String flow) {
    return new Facts.Worth(eur(now), Optional.of(eur("1000.00")), eur(flow));
  }

  private static List<RefusalCode> codes(TradingState state, Instant now, ZoneId zone) {
    TradingRules rules = Samples.RULES;
    TradingRules inZone =
        new TradingRules(
            new TradingRules.Frequency(true, Duration.ZERO, 4, 10, zone),
            rules.patience(),
            rules.losses(),
            rules.pricing(),
            rules.warnings(),
            rules.maximumQuantity(),
            rules.queueBuysOutsideSession());
    return SafetyChecks.check(
            state, Samples.intent("a", Side.BUY, "1"), Samples.at(facts(), now), inZone)
        .errors()
        .stream()
        .map(Refusal::code)
        .toList();
  }
}
