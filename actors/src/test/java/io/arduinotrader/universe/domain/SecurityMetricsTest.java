package io.arduinotrader.universe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.MarketMetrics;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SecurityMetricsTest {

  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
  private static final Isin INDEX_ISIN = new Isin("US78462F1030");

  @Test
  void aSecurityThatDoublesTheIndexHasABetaOfTwo() {
    BarColumns index = walk(INDEX_ISIN, 61, 1);
    BarColumns security = walk(Samples.APPLE_ISIN, 61, 2);

    MarketMetrics metrics = metrics(List.of(index), security);

    assertThat(metrics.beta().orElseThrow()).isCloseTo(2, within(1e-9));
  }

  @Test
  void sixtyReturnsAreEnoughForABetaAndFiftyNineAreNot() {
    assertThat(metrics(List.of(walk(INDEX_ISIN, 61, 1)), walk(Samples.APPLE_ISIN, 90, 1)).beta())
        .isPresent();
    assertThat(metrics(List.of(walk(INDEX_ISIN, 60, 1)), walk(Samples.APPLE_ISIN, 90, 1)).beta())
        .isEmpty();
  }

  @Test
  void onlyTheLastYearCounts() {
    BarColumns index = walk(INDEX_ISIN, 700, 1);
    List<DailyBar> bars = new ArrayList<>(DailyBar.of(walk(Samples.APPLE_ISIN, 700, 1)));
    for (int i = 0; i < bars.size(); i++) {
      if (bars.get(i).day().isBefore(LAST.minusDays(364))) {
        bars.set(i, Samples.bar(bars.get(i).day(), i % 2 == 0 ? 1 : 1000, 1));
      }
    }

    MarketMetrics metrics =
        metrics(List.of(index), DailyBar.columns(Samples.APPLE_ISIN, Currency.USD, bars));

    assertThat(metrics.beta().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(metrics.high52Weeks().orElseThrow().amount()).isLessThan(BigDecimal.valueOf(200));
  }

  @Test
  void theMeanOfTheUniverseMovesByTheMeanOfItsReturns() {
    BarColumns calm = walk(INDEX_ISIN, 100, 1);
    BarColumns wild = walk(Samples.APPLE_ISIN, 100, 3);

    MarketMetrics metrics = metrics(List.of(calm, wild), wild);

    assertThat(metrics.beta().orElseThrow()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void spansOverAHolidayOfOneSideAreComparedAsAWhole() {
    BarColumns index = walk(INDEX_ISIN, 100, 1);
    List<DailyBar> bars = new ArrayList<>(DailyBar.of(walk(Samples.APPLE_ISIN, 100, 1)));
    bars.removeIf(bar -> bar.day().getDayOfMonth() % 5 == 0);

    MarketMetrics metrics =
        metrics(List.of(index), DailyBar.columns(Samples.APPLE_ISIN, Currency.USD, bars));

    assertThat(metrics.beta().orElseThrow()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aMarketThatStandsStillHasNoBeta() {
    List<DailyBar> still = new ArrayList<>();
    for (int i = 99; i >= 0; i--) {
      still.add(Samples.bar(LAST.minusDays(i), 100, 1));
    }

    MarketMetrics metrics =
        metrics(
            List.of(DailyBar.columns(INDEX_ISIN, Currency.USD, still)),
            walk(Samples.APPLE_ISIN, 100, 1));

    assertThat(metrics.beta()).isEmpty();
  }

  @Test
  void volatilityIsTheYearlyDeviationOfDailyReturns() {
    // returns alternate between +x and -x around zero: sample deviation x * sqrt(n / (n - 1))
    List<DailyBar> bars = new ArrayList<>();
    double level = 100;
    for (int i = 20; i >= 0; i--) {
      bars.add(Samples.bar(LAST.minusDays(i), level, 1));
      level *= i % 2 == 0 ? 1.01 : 0.99;
    }

    MarketMetrics metrics =
        metrics(List.of(), DailyBar.columns(Samples.APPLE_ISIN, Currency.USD, bars));

    assertThat(metrics.volatility().orElseThrow())
        .isCloseTo(0.01 * Math.sqrt(20.0 / 19) * Math.sqrt(252), within(1e-12));
  }

  @Test
  void priceFiguresComeFromTheLastBars() {
    List<DailyBar> bars =
        List.of(
            new DailyBar(LAST.minusDays(2), 9, 12, 8, 10, 5, 100),
            new DailyBar(LAST.minusDays(1), 10, 11, 9.5, 10.1, 5, 200),
            new DailyBar(LAST, 10, 11, 9.25, 10.3, 5, 300));

    MarketMetrics metrics =
        metrics(List.of(), DailyBar.columns(Samples.APPLE_ISIN, Currency.USD, bars));

    assertThat(metrics.asOf()).contains(LAST);
    assertThat(metrics.dayChange()).contains(new BigDecimal("0.2"));
    assertThat(metrics.dayChangePercent().orElseThrow()).isCloseTo(0.2 / 10.1 * 100, within(1e-12));
    assertThat(metrics.high52Weeks()).contains(Price.of("12", Currency.USD));
    assertThat(metrics.low52Weeks()).contains(Price.of("8", Currency.USD));
    assertThat(metrics.averageVolume20()).isEmpty();
    assertThat(metrics.volatility()).isEmpty();
  }

  @Test
  void averageVolumesAreOfTheLastSessions() {
    long[] volumes = new long[60];
    java.util.Arrays.fill(volumes, 0, 40, 400);
    java.util.Arrays.fill(volumes, 40, 60, 100);

    assertThat(MarketFormulas.averageVolume(volumes, 20)).hasValue(100);
    assertThat(MarketFormulas.averageVolume(volumes, 60)).hasValue(300);
    assertThat(MarketFormulas.averageVolume(volumes, 61)).isEmpty();
    assertThat(MarketFormulas.averageVolume(new long[60], 20)).isEmpty();
  }

  @Test
  void companyFiguresPassThroughAndMissingOnesStayMissing() {
    Fundamentals figures =
        new Fundamentals(
            LAST,
            OptionalDouble.of(1e9),
            OptionalDouble.empty(),
            OptionalDouble.of(0.02),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            "test");

    MarketMetrics metrics =
        new SecurityMetrics(List.of()).of(Samples.APPLE, Optional.empty(), Optional.of(figures));

    assertThat(metrics.marketCapitalization()).hasValue(1e9);
    assertThat(metrics.priceEarnings()).isEmpty();
    assertThat(metrics.dividendYield()).hasValue(0.02);
    assertThat(metrics.asOf()).isEmpty();
    assertThat(metrics.beta()).isEmpty();
    assertThat(metrics.dayChange()).isEmpty();
  }

  private static MarketMetrics metrics(List<BarColumns> market, BarColumns bars) {
    return new SecurityMetrics(market).of(Samples.APPLE, Optional.of(bars), Optional.empty());
  }

  /** Bars on the given number of days up to the last, each return a multiple of the same noise. */
  private static BarColumns walk(Isin isin, int days, double multiple) {
    List<DailyBar> bars = new ArrayList<>();
    double level = 100;
    for (int i = days - 1; i >= 0; i--) {
      LocalDate day = LAST.minusDays(i);
      level *= 1 + multiple * Math.sin(day.toEpochDay() * 2.3) / 100;
      bars.add(Samples.bar(day, level, 1000));
    }
    return DailyBar.columns(isin, Currency.USD, bars);
  }
}
