package io.arduinotrader.scoring.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MonthlyPricesTest {

  @Test
  void aYearIsTwelveMonthsBetweenFirstAndLastPrice() {
    double[] doubling = new double[13];
    Arrays.setAll(doubling, i -> 100 * Math.pow(2, i / 12.0));

    assertThat(growth(doubling, 60, MonthCounting.INTERVALS)).isEqualTo(1, within(1e-12));
    assertThat(growth(doubling, 60, MonthCounting.POINTS)).isEqualTo(0.896, within(1e-3));
  }

  @Test
  void growthLooksBackTheGivenMonths() {
    double[] prices = new double[100];
    Arrays.setAll(prices, i -> i < 39 ? 1 : 100 * Math.pow(1.01, i));

    assertThat(growth(prices, 60, MonthCounting.INTERVALS))
        .isEqualTo(Math.pow(1.01, 12) - 1, within(1e-12));
  }

  @Test
  void fewerThanTwelveMonthsHaveNoGrowth() {
    double[] eleven = new double[11];
    Arrays.fill(eleven, 100);

    assertThat(MonthlyPrices.consecutive(eleven).growth(60, MonthCounting.INTERVALS)).isEmpty();
  }

  @Test
  void theEarlierSpanEndsWhereTheNewestWindowBegins() {
    double[] prices = new double[97];
    Arrays.setAll(prices, i -> i <= 36 ? 100 * Math.pow(1.02, i) : 100 * Math.pow(1.02, 36));
    MonthlyPrices months = MonthlyPrices.consecutive(prices);

    assertThat(months.growth(60, MonthCounting.INTERVALS)).hasValue(0);
    assertThat(months.growthBefore(60, 96).orElseThrow())
        .isEqualTo(Math.pow(1.02, 12) - 1, within(1e-12));
    assertThat(MonthlyPrices.consecutive(Arrays.copyOfRange(prices, 1, 97)).growthBefore(60, 96))
        .isEmpty();
  }

  @Test
  void growthOfAFewYearsIsNoGrowthOfTen() {
    double[] prices = new double[97];
    Arrays.setAll(prices, i -> 100 * Math.pow(1.01, i));

    assertThat(MonthlyPrices.consecutive(prices).growthOver(120, 96).orElseThrow())
        .isEqualTo(Math.pow(1.01, 12) - 1, within(1e-12));
    assertThat(MonthlyPrices.consecutive(Arrays.copyOfRange(prices, 1, 97)).growthOver(120, 96))
        .isEmpty();
  }

  @Test
  void onlyTheNewestMonthsAreLookedAt() {
    BarSeries bars = daily(LocalDate.of(2015, 1, 1), LocalDate.of(2025, 3, 31));

    assertThat(MonthlyPrices.completed(bars, 121).size()).isEqualTo(121);
    assertThat(MonthlyPrices.completed(bars, 200).size()).isEqualTo(123);
  }

  @Test
  void aMonthThatIsCutByTheHistoryOrByTodayDoesNotCount() {
    MonthlyPrices months =
        MonthlyPrices.completed(daily(LocalDate.of(2024, 1, 10), LocalDate.of(2025, 3, 30)), 121);

    assertThat(months.size()).isEqualTo(13);
  }

  @Test
  void aMonthIsOverOnItsLastDayAndWholeFromItsFirstSessions() {
    MonthlyPrices months =
        MonthlyPrices.completed(daily(LocalDate.of(2024, 1, 3), LocalDate.of(2025, 3, 31)), 121);

    assertThat(months.size()).isEqualTo(15);
  }

  @Test
  void aPriceIsTheMeanOfItsMonth() {
    BarSeries bars = daily(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31));
    double first = LocalDate.of(2023, 12, 16).toEpochDay();
    double last = LocalDate.of(2024, 12, 16).toEpochDay();

    OptionalDouble growth = MonthlyPrices.completed(bars, 121).growth(12, MonthCounting.INTERVALS);

    assertThat(growth.orElseThrow()).isEqualTo(last / first - 1, within(1e-12));
  }

  @Test
  void monthsWithoutSessionsStillAreTime() {
    int sevenMonths = 213;
    int[] days = new int[2 * sevenMonths];
    double[] prices = new double[2 * sevenMonths];
    for (int i = 0; i < days.length; i++) {
      boolean before = i < sevenMonths;
      LocalDate start = LocalDate.of(before ? 2020 : 2024, 1, 1);
      days[i] = (int) start.plusDays(i % sevenMonths).toEpochDay();
      prices[i] = before ? 100 : 200;
    }
    LocalDate asOf = LocalDate.of(2024, 8, 1);
    MonthlyPrices months =
        MonthlyPrices.completed(BarSeries.of(asOf, days, prices, prices, prices), 121);

    assertThat(months.size()).isEqualTo(14);
    assertThat(months.growth(60, MonthCounting.INTERVALS).orElseThrow())
        .isEqualTo(Math.pow(2, 12.0 / 54) - 1, within(1e-12));
  }

  private static double growth(double[] prices, int window, MonthCounting counting) {
    return MonthlyPrices.consecutive(prices).growth(window, counting).orElseThrow();
  }

  /** A bar for every calendar day, whose price is the number of the day. */
  private static BarSeries daily(LocalDate first, LocalDate last) {
    int count = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    int[] days = new int[count];
    double[] prices = new double[count];
    for (int i = 0; i < count; i++) {
      days[i] = (int) first.toEpochDay() + i;
      prices[i] = days[i];
    }
    return BarSeries.of(last, days, prices, prices, prices);
  }
}
