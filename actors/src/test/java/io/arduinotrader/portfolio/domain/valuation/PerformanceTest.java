package io.arduinotrader.portfolio.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PerformanceFigures;
import io.arduinotrader.protocol.portfolio.PerformancePoint;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PerformanceTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
  private static final Offset<BigDecimal> NEAR = Offset.offset(new BigDecimal("1e-9"));

  @Test
  void pointsShowTheReturnWithoutTheDeposits() {
    assertThat(
            Performance.points(
                List.of(mark(FRIDAY.minusDays(1), "1000", "1000"), mark(FRIDAY, "1600", "500"))))
        .extracting(PerformancePoint::returnPercent)
        .satisfiesExactly(
            first -> assertThat(first).isEqualByComparingTo("0"),
            second -> assertThat(second).isCloseTo(new BigDecimal("10"), NEAR));
  }

  @Test
  void flowOfAWeekendCountsForTheMondayAfterIt() {
    List<DayValue> marks =
        List.of(
            mark(FRIDAY, "1000", "0"),
            mark(FRIDAY.plusDays(1), "1300", "300"),
            mark(FRIDAY.plusDays(2), "1500", "200"),
            mark(FRIDAY.plusDays(3), "1620", "20"));

    assertThat(figures(marks).totalReturnPercent()).isCloseTo(new BigDecimal("10"), NEAR);
  }

  @Test
  void oneBusinessDayIsNoPerformance() {
    assertThat(
            Performance.figures(
                List.of(mark(FRIDAY, "1000", "0"), mark(FRIDAY.plusDays(1), "1100", "0"))))
        .isEmpty();
    assertThat(Performance.figures(List.of())).isEmpty();
    assertThat(Performance.points(List.of())).isEmpty();
  }

  @Test
  void singleReturnSaysNothingAboutAYear() {
    PerformanceFigures figures =
        figures(List.of(mark(FRIDAY.minusDays(1), "1000", "0"), mark(FRIDAY, "900", "0")));

    assertThat(figures.totalReturnPercent()).isCloseTo(new BigDecimal("-10"), NEAR);
    assertThat(figures.maximumDrawdownPercent()).isCloseTo(new BigDecimal("10"), NEAR);
    assertThat(figures.annualReturnPercent()).isEqualByComparingTo("0");
    assertThat(figures.volatility()).isEqualByComparingTo("0");
    assertThat(figures.sharpe()).isEqualByComparingTo("0");
  }

  @Test
  void emptyAccountEarnsNothingUntilItsFirstDeposit() {
    PerformanceFigures figures =
        figures(
            List.of(
                mark(FRIDAY.minusDays(2), "0", "0"),
                mark(FRIDAY.minusDays(1), "1000", "1000"),
                mark(FRIDAY, "1010", "0")));

    assertThat(figures.totalReturnPercent()).isCloseTo(new BigDecimal("1"), NEAR);
  }

  @Test
  void firstOfEqualPeaksIsThePeak() {
    PerformanceFigures figures =
        figures(
            List.of(
                mark(FRIDAY.minusDays(2), "1000", "0"),
                mark(FRIDAY.minusDays(1), "1000", "0"),
                mark(FRIDAY, "900", "0")));

    assertThat(figures.peakDay()).isEqualTo(FRIDAY.minusDays(2));
  }

  private static PerformanceFigures figures(List<DayValue> marks) {
    return Performance.figures(marks).orElseThrow();
  }

  private static DayValue mark(LocalDate day, String total, String netFlow) {
    return new DayValue(
        day,
        Money.of(total, Currency.EUR),
        Money.zero(Currency.EUR),
        Money.of(netFlow, Currency.EUR));
  }
}
