package io.arduinotrader.scoring.domain;

import io.arduinotrader.scoring.domain.group.ScoringRules;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import io.arduinotrader.scoring.domain.indicator.MonthlyPrices;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Every raw figure a score needs of the prices of one security, measured on one snapshot.
 *
 * @param bars daily bars measured on
 * @param months completed months measured on
 * @param recentGrowth compound annual growth of the newest five years, as a fraction
 * @param earlierGrowth of the span it is compared with
 * @param sharpe annual
 * @param sortino annual
 * @param volatility annual, as a fraction
 * @param shortMomentum change over the shorter look-back, as a fraction
 * @param longMomentum change over the longer look-back
 * @param drawdown deepest drawdown of the short-term window, zero or a negative fraction
 * @param relativeStrength 0 to 100
 * @param bandPosition 0 at the lower, 1 at the upper Bollinger band
 * @param averageDistance price relative to its average of 200 bars, as a signed fraction
 * @param belowYearHigh how far the price is below its 52-week high, as a fraction
 */
public record PriceMeasures(
    int bars,
    int months,
    OptionalDouble recentGrowth,
    OptionalDouble earlierGrowth,
    OptionalDouble sharpe,
    OptionalDouble sortino,
    OptionalDouble volatility,
    OptionalDouble shortMomentum,
    OptionalDouble longMomentum,
    OptionalDouble drawdown,
    OptionalDouble relativeStrength,
    OptionalDouble bandPosition,
    OptionalDouble averageDistance,
    OptionalDouble belowYearHigh) {

  private static final int GROWTH_MONTHS = 60;
  private static final int STEADINESS_MONTHS = 96;
  private static final int STRENGTH_BARS = 14;
  private static final int AVERAGE_BARS = 200;

  /** Measures the newest bars and months of a series, as far as the configuration looks back. */
  public static PriceMeasures of(
      BarSeries series, MonthlyPrices completed, ScoreConfiguration configuration) {
    return of(
        series.adjustedCloses(configuration.dailyBars()),
        series.adjustedHighs(configuration.dailyBars()),
        completed.newest(configuration.months()),
        configuration.riskFreeRate(),
        configuration.rules());
  }

  /**
   * Measures plain columns of equal length, oldest first.
   *
   * @param riskFreeRate as a fraction per year
   */
  public static PriceMeasures of(
      double[] closes,
      double[] highs,
      MonthlyPrices months,
      double riskFreeRate,
      ScoringRules rules) {
    return new PriceMeasures(
        closes.length,
        months.size(),
        recentGrowth(months, rules),
        earlierGrowth(months, rules),
        RiskIndicators.sharpe(closes, riskFreeRate, rules.smoothDeviation()),
        RiskIndicators.sortino(closes),
        RiskIndicators.volatility(closes),
        PriceIndicators.momentum(closes, rules.shortMomentumBars()),
        PriceIndicators.momentum(closes, rules.longMomentumBars()),
        RiskIndicators.maximumDrawdown(newest(closes, rules.drawdownBars())),
        PriceIndicators.relativeStrength(closes, STRENGTH_BARS),
        PriceIndicators.bollinger(closes)
            .map(bands -> OptionalDouble.of(bands.position()))
            .orElse(OptionalDouble.empty()),
        averageDistance(closes, rules),
        belowYearHigh(closes, highs));
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

  private static OptionalDouble averageDistance(double[] closes, ScoringRules rules) {
    OptionalDouble average =
        PriceIndicators.exponentialAverage(closes, AVERAGE_BARS, rules.youngAverage());
    return average.isEmpty()
        ? average
        : PriceIndicators.distance(closes[closes.length - 1], average.getAsDouble());
  }

  private static OptionalDouble belowYearHigh(double[] closes, double[] highs) {
    OptionalDouble high = PriceIndicators.yearHigh(highs);
    if (high.isEmpty() || !(high.getAsDouble() > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((high.getAsDouble() - closes[closes.length - 1]) / high.getAsDouble());
  }

  private static double[] newest(double[] closes, int count) {
    return closes.length <= count
        ? closes
        : Arrays.copyOfRange(closes, closes.length - count, closes.length);
  }
}
