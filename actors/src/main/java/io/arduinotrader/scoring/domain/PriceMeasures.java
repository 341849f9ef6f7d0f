package io.arduinotrader.scoring.domain;

import io.arduinotrader.scoring.domain.group.ScoringRules;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.indicator.PriceRun;
import io.arduinotrader.scoring.domain.indicator.ReturnStatistics;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every raw figure a score needs of the prices of one security, measured on one snapshot.
 *
 * @param bars daily bars measured on
 * @param months completed months measured on
 * @param recentGrowth compound annual growth of the newest five years, as a fraction
 * @param earlierGrowth of the span it is compared with
 * @param decadeGrowth of the newest ten years, of eight at least
 * @param sharpe annual
 * @param sortino annual
 * @param volatility annual, as a fraction
 * @param recentVolatility annual, of the newest 59 returns
 * @param shortMomentum change over the shorter look-back, as a fraction
 * @param longMomentum change over the longer look-back
 * @param drawdown deepest drawdown of the short-term window, zero or a negative fraction
 * @param maximumDrawdown deepest drawdown of all bars measured on
 * @param relativeStrength 0 to 100
 * @param bandPosition 0 at the lower, 1 at the upper Bollinger band
 * @param averageDistance price relative to its average of 200 bars, as a signed fraction
 * @param longAverage exponential average of 200 bars, on the basis of the last adjusted close
 * @param yearHigh highest price of 252 bars on that basis
 * @param belowYearHigh how far the price is below its 52-week high, as a fraction
 */
public record PriceMeasures(
    int bars,
    int months,
    OptionalDouble recentGrowth,
    OptionalDouble earlierGrowth,
    OptionalDouble decadeGrowth,
    OptionalDouble sharpe,
    OptionalDouble sortino,
    OptionalDouble volatility,
    OptionalDouble recentVolatility,
    OptionalDouble shortMomentum,
    OptionalDouble longMomentum,
    OptionalDouble drawdown,
    OptionalDouble maximumDrawdown,
    OptionalDouble relativeStrength,
    OptionalDouble bandPosition,
    OptionalDouble averageDistance,
    OptionalDouble longAverage,
    OptionalDouble yearHigh,
    OptionalDouble belowYearHigh) {

  private static final int GROWTH_MONTHS = 60;
  private static final int DECADE_MONTHS = 120;
  private static final int STEADINESS_MONTHS = 96;
  private static final int STRENGTH_BARS = 14;
  private static final int AVERAGE_BARS = 200;

  /** Measures the newest bars and months of a series, as far as the configuration looks back. */
  public static PriceMeasures of(
      BarSeries series, MonthlyPrices completed, ScoreConfiguration configuration) {
    return of(
        series.adjustedCloses().newest(configuration.dailyBars()),
        series.adjustedHigh(PriceIndicators.BARS_PER_YEAR),
        completed,
        configuration.riskFreeRate(),
        configuration.rules());
  }

  /**
   * Measures prices.
   *
   * @param yearHigh highest price of 252 bars, on the basis of the closes
   * @param riskFreeRate as a fraction per year
   */
  public static PriceMeasures of(
      PriceRun closes,
      OptionalDouble yearHigh,
      MonthlyPrices months,
      double riskFreeRate,
      ScoringRules rules) {
    Optional<ReturnStatistics> returns = ReturnStatistics.of(closes);
    OptionalDouble average =
        PriceIndicators.exponentialAverage(closes, AVERAGE_BARS, rules.youngAverage());
    return new PriceMeasures(
        closes.size(),
        months.size(),
        recentGrowth(months, rules),
        earlierGrowth(months, rules),
        months.growthOver(DECADE_MONTHS, STEADINESS_MONTHS),
        RiskIndicators.sharpe(closes, returns, riskFreeRate, rules.smoothDeviation()),
        RiskIndicators.sortino(closes, returns),
        RiskIndicators.volatility(closes, returns),
        RiskIndicators.recentVolatility(closes),
        PriceIndicators.momentum(closes, rules.shortMomentumBars()),
        PriceIndicators.momentum(closes, rules.longMomentumBars()),
        RiskIndicators.maximumDrawdown(closes.newest(rules.drawdownBars())),
        RiskIndicators.maximumDrawdown(closes),
        PriceIndicators.relativeStrength(closes, STRENGTH_BARS),
        PriceIndicators.bollinger(closes)
            .map(bands -> OptionalDouble.of(bands.position()))
            .orElse(OptionalDouble.empty()),
        average.isEmpty()
            ? average
            : PriceIndicators.distance(closes.last(), average.getAsDouble()),
        average,
        yearHigh,
        belowYearHigh(closes, yearHigh));
  }

  /** The growth of the window, of the whole history when the window begins without a price. */
  private static OptionalDouble recentGrowth(MonthlyPrices months, ScoringRules rules) {
    OptionalDouble growth = months.growth(GROWTH_MONTHS, rules.monthCounting());
    return growth.isPresent() ? growth : months.growth(months.size(), rules.monthCounting());
  }

  private static OptionalDouble earlierGrowth(MonthlyPrices months, ScoringRules rules) {
    return switch (rules.steadinessSpans()) {
      case OVERLAPPING ->
          months.size() > GROWTH_MONTHS
              ? months.growth(months.size(), rules.monthCounting())
              : OptionalDouble.empty();
      case DISJOINT -> months.growthBefore(GROWTH_MONTHS, STEADINESS_MONTHS);
    };
  }

  private static OptionalDouble belowYearHigh(PriceRun closes, OptionalDouble yearHigh) {
    if (yearHigh.isEmpty() || !(yearHigh.getAsDouble() > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((yearHigh.getAsDouble() - closes.last()) / yearHigh.getAsDouble());
  }
}
