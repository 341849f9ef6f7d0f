package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.replay.Moment;
import io.arduinotrader.protocol.replay.WhatIfChanges;
import io.arduinotrader.protocol.replay.WhatIfChanges.Cost;
import io.arduinotrader.protocol.replay.WhatIfChanges.Limits;
import io.arduinotrader.protocol.replay.WhatIfChanges.Shift;
import io.arduinotrader.protocol.replay.WhatIfOutcome;
import io.arduinotrader.protocol.replay.WhatIfOutcome.Contribution;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would have come of recorded orders, worked out by hand. */
class WhatIfRunTest {

  private final WrittenJournal written;
  private final History history;

  WhatIfRunTest(@TempDir Path folder) {
    written = new WrittenJournal(folder);
    history = new History(written);
  }

  @AfterEach
  void close() {
    written.close();
  }

  @Test
  void nothingIsDifferentWhenNothingIsChanged() {
    written.add(FirstJournal.rows());
    WhatIfOutcome outcome = run(Moment.OPEN, WhatIfChanges.NONE);
    assertThat(outcome.changedFigures()).isEqualTo(outcome.recordedFigures());
    assertThat(outcome.changed().portfolio().positions())
        .isEqualTo(outcome.recorded().portfolio().positions());
    assertThat(outcome.changed().portfolio().cash())
        .isEqualTo(outcome.recorded().portfolio().cash());
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.orders()).isEqualTo(10);
    assertThat(outcome.contributions())
        .allSatisfy(part -> assertThat(part.amount().signum()).isZero());
  }

  @Test
  void otherCostsLowerTheCash() {
    buyAndSell();
    WhatIfOutcome outcome =
        run(
            Moment.OPEN,
            new WhatIfChanges(
                Optional.of(new Cost(euros("5"), new BigDecimal("0.01"))),
                BigDecimal.ZERO,
                List.of(),
                Limits.NONE));
    // 5 + 1 % of 1000, and 5 + 1 % of 440, instead of 4.00 and 2.88
    assertThat(outcome.changedFigures().costs()).isEqualTo(euros("24.40"));
    assertThat(outcome.recordedFigures().costs()).isEqualTo(euros("6.88"));
    assertThat(difference(outcome)).isEqualTo(euros("-17.52"));
    assertThat(outcome.contributions())
        .contains(new Contribution("commissions", euros("-17.52")))
        .contains(new Contribution("prices", euros("0")));
  }

  @Test
  void dearerExecutionsCostTheirDifference() {
    buyAndSell();
    WhatIfOutcome outcome =
        run(
            Moment.OPEN,
            new WhatIfChanges(
                Optional.empty(),
                new BigDecimal("0.01"),
                List.of(new Shift(History.SYMBOL, new BigDecimal("0.1"))),
                Limits.NONE));
    // 10 at 111.10 instead of 100, 4 at 119.79 instead of 110
    assertThat(outcome.contributions())
        .contains(new Contribution("prices", euros("-71.84")))
        .contains(new Contribution("commissions", euros("0")));
    assertThat(difference(outcome)).isEqualTo(euros("-71.84"));
  }

  @Test
  void whatWasNeverBoughtCannotBeSold() {
    buyAndSell();
    WhatIfOutcome outcome =
        run(Moment.OPEN, limits(new Limits(0, 0, 0, 0, Optional.of(euros("500")))));
    assertThat(outcome.refused())
        .extracting(order -> order.intent().value(), order -> order.refusal().code())
        .containsExactly(
            tuple("o-1", RefusalCode.LARGE_TRADE), tuple("o-2", RefusalCode.NO_POSITION));
    assertThat(outcome.changed().portfolio().balance(Currency.EUR)).isEqualTo(euros("10000"));
    assertThat(sum(outcome.contributions())).isEqualTo(difference(outcome));
  }

  @Test
  void limitsCountOnlyWhatWouldHaveBeen() {
    history.deposit("d-1", "10000");
    history.order("o-1", Side.BUY, "1", "100", "1.00");
    history.order("o-2", Side.BUY, "1", "100", "1.00");
    history.after(Duration.ofDays(1)).order("o-3", Side.BUY, "1", "100", "1.00");
    history.after(Duration.ofDays(9)).order("o-4", Side.SELL, "1", "100", "1.00");
    written.write();
    assertThat(refused(new Limits(1, 0, 0, 0, Optional.empty()))).containsExactly("o-2 FREQ_DAILY");
    assertThat(refused(new Limits(0, 2, 0, 0, Optional.empty())))
        .containsExactly("o-3 FREQ_WEEKLY");
    assertThat(refused(new Limits(0, 0, 1, 0, Optional.empty())))
        .containsExactly("o-2 BUY_COOLDOWN");
    assertThat(refused(new Limits(0, 0, 0, 10, Optional.empty()))).containsExactly("o-4 MIN_HOLD");
  }

  @Test
  void anOrderThatWouldHaveBeenTooLargeDoesNotUseUpTheDay() {
    history.deposit("d-1", "10000");
    history.order("o-1", Side.BUY, "10", "100", "4.00");
    history.order("o-2", Side.BUY, "1", "100", "1.00");
    written.write();
    assertThat(refused(new Limits(1, 0, 0, 0, Optional.of(euros("500")))))
        .containsExactly("o-1 LARGE_TRADE");
  }

  @Test
  void onlyWhatHappenedBehindTheBeginningIsRunAgain() {
    buyAndSell();
    WhatIfOutcome outcome =
        run(
            Moment.sequence(5),
            new WhatIfChanges(
                Optional.of(new Cost(euros("100"), BigDecimal.ZERO)),
                BigDecimal.ZERO,
                List.of(),
                Limits.NONE));
    assertThat(outcome.orders()).isEqualTo(1);
    assertThat(difference(outcome)).isEqualTo(euros("-97.12"));
  }

  private void buyAndSell() {
    history
        .deposit("d-1", "10000")
        .order("o-1", Side.BUY, "10", "100", "4.00")
        .order("o-2", Side.SELL, "4", "110", "2.88");
    written.write();
  }

  private List<String> refused(Limits limits) {
    return run(Moment.OPEN, limits(limits)).refused().stream()
        .map(order -> order.intent() + " " + order.refusal().code())
        .toList();
  }

  private static WhatIfChanges limits(Limits limits) {
    return new WhatIfChanges(Optional.empty(), BigDecimal.ZERO, List.of(), limits);
  }

  private WhatIfOutcome run(Moment from, WhatIfChanges changes) {
    Journal journal = written.journal();
    return new WhatIfRun(
            journal, AccountId.DEFAULT, new Moments(journal).range(from, Moment.OPEN), changes)
        .run();
  }

  private static Money difference(WhatIfOutcome outcome) {
    return outcome.changedFigures().value().minus(outcome.recordedFigures().value());
  }

  private static Money sum(List<Contribution> parts) {
    return parts.stream().map(Contribution::amount).reduce(euros("0"), Money::plus);
  }

  private static Money euros(String amount) {
    return Money.of(amount, Currency.EUR);
  }
}
