package io.arduinotrader.universe.domain;

import static io.arduinotrader.universe.domain.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arduinotrader.universe.domain.PriceRules.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PriceRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
  private static final LocalDate FIRST = LocalDate.of(2025, 6, 2);

  @Test
  void ordinaryBarsAreKept() {
    List<DailyBar> bars = closes(100, 101, 99, 100);

    Verdict verdict = judge(bars);

    assertThat(verdict.kept()).isEqualTo(bars);
    assertThat(verdict.rejections()).isEmpty();
  }

  @Test
  void untidyButHarmlessBarsAreKept() {
    List<DailyBar> bars =
        List.of(
            new DailyBar(FIRST, 50, 101, 99, 100, 12, 1000), // open outside, adjusted far away
            new DailyBar(FIRST.plusDays(1), 100, 100, 100, 100, 100, 0), // no trades, no move
            new DailyBar(FIRST.plusDays(20), 100, 101, 99, 101.00000001, 100, 1000)); // a gap

    assertThat(judge(bars).kept()).isEqualTo(bars);
  }

  @Test
  void pricesMustBeNumbersAboveZero() {
    assertThat(rule(new DailyBar(FIRST, 100, 101, 99, Double.NaN, 100, 1)))
        .isEqualTo("NOT_A_NUMBER");
    assertThat(rule(new DailyBar(FIRST, 100, Double.POSITIVE_INFINITY, 99, 100, 100, 1)))
        .isEqualTo("NOT_A_NUMBER");
    assertThat(rule(new DailyBar(FIRST, 0, 101, 99, 100, 100, 1))).isEqualTo("NOT_POSITIVE");
    assertThat(rule(new DailyBar(FIRST, 100, 101, 99, 100, -1, 1))).isEqualTo("NOT_POSITIVE");
    assertThat(rule(new DailyBar(FIRST, 100, 101, 99, 100, 100, -1))).isEqualTo("NOT_POSITIVE");
  }

  @Test
  void theCloseLiesWithinTheRange() {
    assertThat(rule(new DailyBar(FIRST, 100, 99, 101, 100, 100, 1))).isEqualTo("HIGH_BELOW_LOW");
    assertThat(rule(new DailyBar(FIRST, 100, 101, 99, 101.1, 100, 1)))
        .isEqualTo("CLOSE_OUTSIDE_RANGE");
    assertThat(rule(new DailyBar(FIRST, 100, 101, 99, 98.9, 100, 1)))
        .isEqualTo("CLOSE_OUTSIDE_RANGE");
  }

  @Test
  void tomorrowHasNoPrices() {
    assertThat(rule(bar(TODAY.plusDays(1), 100, 1))).isEqualTo("FUTURE_DAY");
    assertThat(judge(List.of(bar(TODAY, 100, 1))).rejections()).isEmpty();
  }

  @Test
  void aSecondBarOfADayIsRejectedUnlessItIsTheSame() {
    DailyBar first = bar(FIRST, 100, 1);

    assertThat(judge(List.of(first, first)).rejections()).isEmpty();
    assertThat(judge(List.of(first, first)).kept()).containsExactly(first);
    Verdict verdict = judge(List.of(first, bar(FIRST, 101, 1)));
    assertThat(verdict.kept()).containsExactly(first);
    assertThat(verdict.anomalies()).extracting("rule").containsExactly("DUPLICATE_DAY");
  }

  @Test
  void daysDoNotRunBackward() {
    Verdict verdict = judge(List.of(bar(FIRST.plusDays(1), 100, 1), bar(FIRST, 100, 1)));

    assertThat(verdict.kept()).hasSize(1);
    assertThat(verdict.anomalies()).extracting("rule").containsExactly("BACKWARD_DAY");
  }

  @Test
  void aSpikeIsRejectedWithItsFigures() {
    Verdict verdict = judge(closes(100, 1000, 101, 102));

    assertThat(verdict.kept()).extracting(DailyBar::close).containsExactly(100.0, 101.0, 102.0);
    assertThat(verdict.rejections()).extracting("index").containsExactly(1);
    assertThat(verdict.anomalies().getFirst().rule()).isEqualTo("JUMP");
    assertThat(verdict.anomalies().getFirst().day()).isEqualTo(FIRST.plusDays(1));
    assertThat(verdict.anomalies().getFirst().detail()).contains("1000.0").contains("100.0");
  }

  @Test
  void aMoveThatTheNextSessionsConfirmIsBelieved() {
    assertThat(judge(closes(100, 60, 61, 59)).rejections()).isEmpty();
    assertThat(judge(closes(100, 200, 205, 199)).rejections()).isEmpty();
  }

  @Test
  void aMoveAtTheEndWaitsForConfirmation() {
    assertThat(judge(closes(100, 50)).anomalies()).extracting("rule").containsExactly("JUMP");
    assertThat(judge(closes(100, 50, 51)).kept()).hasSize(1);
    assertThat(judge(closes(100, 50, 51, 50)).kept()).hasSize(4);
  }

  @Test
  void theBoundIsTheSameUpAndDown() {
    assertThat(judge(closes(100, 150)).rejections()).isEmpty();
    assertThat(judge(closes(100, 150.1)).rejections()).hasSize(1);
    assertThat(judge(closes(150, 100)).rejections()).isEmpty();
    assertThat(judge(closes(150, 99.9)).rejections()).hasSize(1);
  }

  @Test
  void theFirstBarIsMeasuredAgainstTheStoredClose() {
    List<DailyBar> bars = closes(100);

    assertThat(PriceRules.STANDARD.judge(bars, OptionalDouble.of(10), TODAY).kept()).isEmpty();
    assertThat(PriceRules.STANDARD.judge(bars, OptionalDouble.of(90), TODAY).kept()).hasSize(1);
    assertThat(PriceRules.STANDARD.judge(bars, OptionalDouble.empty(), TODAY).kept()).hasSize(1);
  }

  @Test
  void aMoveWithoutTradesNeedsConfirmation() {
    List<DailyBar> bars =
        List.of(
            bar(FIRST, 100, 5000), bar(FIRST.plusDays(1), 120, 0), bar(FIRST.plusDays(2), 101, 10));

    Verdict verdict = judge(bars);

    assertThat(verdict.anomalies()).extracting("rule").containsExactly("ZERO_VOLUME_SPIKE");
    assertThat(verdict.kept()).hasSize(2);
  }

  @Test
  void withoutAnyVolumeNothingIsKnownAboutTrades() {
    List<DailyBar> bars =
        List.of(bar(FIRST, 100, 0), bar(FIRST.plusDays(1), 120, 0), bar(FIRST.plusDays(2), 101, 0));

    assertThat(judge(bars).rejections()).isEmpty();
  }

  @Test
  void rejectionsComeInTheOrderOfTheBars() {
    List<DailyBar> bars = new ArrayList<>(closes(100, 1000, 101, 102));
    bars.add(bar(TODAY.plusDays(1), 100, 1));
    bars.add(0, bar(FIRST.minusDays(1), -1, 1));

    assertThat(judge(bars).rejections()).extracting("index").containsExactly(0, 2, 5);
  }

  @Test
  void boundsMustBound() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PriceRules(0, 0.1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new PriceRules(0.5, Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new PriceRules(0.5, 0.1, 0));
  }

  private static String rule(DailyBar bar) {
    Verdict verdict = judge(List.of(bar));
    assertThat(verdict.kept()).isEmpty();
    return verdict.anomalies().getFirst().rule();
  }

  private static Verdict judge(List<DailyBar> bars) {
    return PriceRules.STANDARD.judge(bars, OptionalDouble.empty(), TODAY);
  }

  private static List<DailyBar> closes(double... closes) {
    List<DailyBar> bars = new ArrayList<>();
    for (double close : closes) {
      bars.add(bar(FIRST.plusDays(bars.size()), close, 1000));
    }
    return bars;
  }
}
