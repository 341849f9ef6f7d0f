package io.arduinotrader.universe.domain;

import static io.arduinotrader.universe.domain.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.vocab.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredBarsTest {

  private static final StoredBars STORED =
      new StoredBars(
          Optional.of(
              DailyBar.columns(
                  Samples.APPLE_ISIN,
                  Currency.USD,
                  List.of(bar("2025-06-02", 100), bar("2025-06-03", 0.123457)))));
  private static final StoredBars NOTHING = new StoredBars(Optional.empty());

  @Test
  void newDaysAndTheSamePricesAreNoRestatement() {
    List<DailyBar> fetched = List.of(bar("2025-06-02", 100.0001), bar("2025-06-04", 50));

    assertThat(STORED.areRestatedBy(fetched)).isFalse();
    assertThat(NOTHING.areRestatedBy(fetched)).isFalse();
  }

  @Test
  void anotherCloseOrAdjustedCloseOfAKnownDayIsARestatement() {
    DailyBar adjusted = new DailyBar(LocalDate.parse("2025-06-02"), 100, 100, 100, 100, 99.5, 1000);

    assertThat(STORED.areRestatedBy(List.of(bar("2025-06-02", 50)))).isTrue();
    assertThat(STORED.areRestatedBy(List.of(adjusted))).isTrue();
  }

  @Test
  void newsAreNewDaysAndChangedBars() {
    DailyBar volume = bar(LocalDate.parse("2025-06-02"), 100, 999);

    assertThat(STORED.newsIn(List.of(bar("2025-06-02", 100), bar("2025-06-04", 1))))
        .containsExactly(bar("2025-06-04", 1));
    assertThat(STORED.newsIn(List.of(volume))).containsExactly(volume);
    assertThat(STORED.newsIn(List.of(bar("2025-06-02", 100.00001)))).hasSize(1);
    assertThat(NOTHING.newsIn(List.of(volume))).containsExactly(volume);
  }

  @Test
  void whatTheTableRoundsAwayIsNoNews() {
    assertThat(STORED.newsIn(List.of(bar("2025-06-03", 0.1234567)))).isEmpty();
    assertThat(STORED.newsIn(List.of(bar("2025-06-03", 0.123458)))).hasSize(1);
  }

  @Test
  void theCloseBeforeADayIsThatOfTheLastBarBeforeIt() {
    assertThat(STORED.closeBefore(LocalDate.parse("2025-06-02"))).isEmpty();
    assertThat(STORED.closeBefore(LocalDate.parse("2025-06-03"))).hasValue(100);
    assertThat(STORED.closeBefore(LocalDate.parse("2025-07-01"))).hasValue(0.123457);
    assertThat(NOTHING.closeBefore(LocalDate.parse("2025-06-03"))).isEmpty();
  }
}
