package io.arduinotrader.benchmark;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/** The figures of a score that ta4j knows as indicators, with its fastest kind of number. */
final class LibraryIndicators {

  private static final int BAND_BARS = 20;

  private LibraryIndicators() {}

  /** A series of ta4j's own. */
  static BarSeries series(DailyPrices prices) {
    NumFactory numbers = DoubleNumFactory.getInstance();
    BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
    for (int i = 0; i < prices.days().length; i++) {
      Instant end = Instant.ofEpochSecond(86_400L * (prices.days()[i] + 1));
      Num close = numbers.numOf(prices.closes()[i]);
      Num high = numbers.numOf(prices.highs()[i]);
      series.addBar(
          new BaseBar(
              Duration.ofDays(1),
              end.minusSeconds(86_400),
              end,
              close,
              high,
              close,
              close,
              numbers.zero(),
              numbers.zero(),
              0));
    }
    return series;
  }

  /** The sum of the last values of fresh indicators, so that none comes from a cache. */
  static double figures(BarSeries series) {
    int last = series.getEndIndex();
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    BollingerBandsMiddleIndicator middle =
        new BollingerBandsMiddleIndicator(new SMAIndicator(close, BAND_BARS));
    StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, BAND_BARS);
    return new RSIIndicator(close, 14).getValue(last).doubleValue()
        + new EMAIndicator(close, 200).getValue(last).doubleValue()
        + new BollingerBandsUpperIndicator(middle, deviation).getValue(last).doubleValue()
        + new BollingerBandsLowerIndicator(middle, deviation).getValue(last).doubleValue()
        + new HighestValueIndicator(new HighPriceIndicator(series), 252)
            .getValue(last)
            .doubleValue()
        + new ROCIndicator(close, 30).getValue(last).doubleValue()
        + new ROCIndicator(close, 90).getValue(last).doubleValue()
        + new StandardDeviationIndicator(new ROCIndicator(close, 1), 600)
            .getValue(last)
            .doubleValue();
  }
}
