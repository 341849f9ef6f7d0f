package io.arduinotrader.scoring.domain.dividend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.scoring.domain.indicator.BarSeries;
import io.arduinotrader.scoring.domain.indicator.Bars;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaidDividendsTest {

  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

  /** Every year's dividend trades ex on the first of May. */
  private static final double[] AMOUNTS = {1.0, 1.1, 1.2, 0.8, 0.9, 1.0};

  @Test
  void dividendsAreReadFromTheAdjustedCloses() {
    PaidDividends paid = PaidDividends.of(series(100, 1));
    DividendHistory history = paid.history().orElseThrow();

    assertThat(history.years()).isEqualTo(5);
    assertThat(history.growth().orElseThrow())
        .isEqualTo(Math.pow(0.9 / 1.0, 1.0 / 4) - 1, within(1e-9));
    assertThat(history.yearsSinceCut()).hasValue(2);
    assertThat(paid.lastYear().orElseThrow()).isEqualTo(1.0 / 100, within(1e-9));
  }

  @Test
  void aSplitIsNoDividendAndChangesNoGrowth() {
    PaidDividends whole = PaidDividends.of(series(100, 1));
    PaidDividends split = PaidDividends.of(series(100, 4));

    assertThat(split.history().orElseThrow().growth().orElseThrow())
        .isEqualTo(whole.history().orElseThrow().growth().orElseThrow(), within(1e-9));
    assertThat(split.lastYear().orElseThrow())
        .isEqualTo(whole.lastYear().orElseThrow(), within(1e-9));
  }

  @Test
  void closesThatWereNeverAdjustedSayNothing() {
    PaidDividends unknown = PaidDividends.of(Bars.of(Bars.walk(1, 2000, 0, 0.02)));

    assertThat(unknown.history()).isEmpty();
    assertThat(unknown.lastYear()).isEmpty();
  }

  @Test
  void aYearWithoutADividendCounts() {
    assertThat(DividendHistory.of(1, 0, 1).yearsSinceCut()).hasValue(2);
    assertThat(DividendHistory.of(0, 0, 0).growth()).isEmpty();
    assertThat(DividendHistory.of(1, 1.1, 1.2, 0).growth()).hasValue(-1);
  }

  /** Five and a half years at one price, dividends apart, perhaps split before the last year. */
  private static BarSeries series(double price, double split) {
    LocalDate first = LocalDate.of(2020, 1, 1);
    int count = (int) (LAST.toEpochDay() - first.toEpochDay()) + 1;
    int[] days = new int[count];
    double[] closes = new double[count];
    double[] adjusted = new double[count];
    double factor = 1;
    for (int i = count - 1; i >= 0; i--) {
      LocalDate day = first.plusDays(i);
      days[i] = (int) day.toEpochDay();
      boolean beforeSplit = day.isBefore(LocalDate.of(2024, 7, 1));
      closes[i] = price * (beforeSplit ? split : 1);
      adjusted[i] = closes[i] * factor / (beforeSplit ? split : 1);
      if (day.getMonthValue() == 5 && day.getDayOfMonth() == 1) {
        factor *= 1 - AMOUNTS[day.getYear() - 2020] / price;
      }
    }
    return BarSeries.of(LAST, days, closes, adjusted, Arrays.copyOf(closes, count));
  }
}
