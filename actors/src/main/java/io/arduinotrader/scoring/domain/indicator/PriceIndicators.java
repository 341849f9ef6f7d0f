package io.arduinotrader.scoring.domain.indicator;

import java.util.Optional;
import java.util.OptionalDouble;

/** Where a price stands: averages, bands, oscillators, ranges and momentum. */
public final class PriceIndicators {

  /** Bars of the 52-week range: the trading days of a year. */
  public static final int BARS_PER_YEAR = 252;

  private static final int BAND_BARS = 20;
  private static final double BAND_DEVIATIONS = 2;

  private PriceIndicators() {}

  /**
   * Exponential moving average at the last bar: seeded with the mean of the first bars, then moved
   * by 2 / (bars + 1) of each distance.
   *
   * @param bars length of the average
   * @param young what a shorter history gives
   */
  public static OptionalDouble exponentialAverage(PriceRun closes, int bars, YoungAverage young) {
    if (closes.size() < bars) {
      return switch (young) {
        case MEAN_OF_ALL -> mean(closes);
        case ABSENT -> OptionalDouble.empty();
      };
    }
    double average = sum(closes, 0, bars) / bars;
    double step = 2.0 / (bars + 1);
    for (int i = bars; i < closes.size(); i++) {
      average += step * (closes.at(i) - average);
    }
    return OptionalDouble.of(average);
  }

  /**
   * Relative strength index, 0 to 100 (Wilder 1978), with rises and falls averaged exponentially
   * from a start of zero: the correction for that start cancels in the ratio. Empty with too few
   * bars and for a price that never moved.
   *
   * @param bars length of the averages
   */
  public static OptionalDouble relativeStrength(PriceRun closes, int bars) {
    if (closes.size() <= bars) {
      return OptionalDouble.empty();
    }
    double keep = (bars - 1.0) / bars;
    double rises = 0;
    double falls = 0;
    for (int i = 1; i < closes.size(); i++) {
      double change = closes.at(i) - closes.at(i - 1);
      rises = keep * rises + Math.max(change, 0);
      falls = keep * falls + Math.max(-change, 0);
    }
    double moves = rises + falls;
    return moves > 0 ? OptionalDouble.of(100 * rises / moves) : OptionalDouble.empty();
  }

  /**
   * Bollinger bands at the last bar: the mean of 20 bars and two population standard deviations to
   * either side (Bollinger 2001). Empty with fewer bars.
   */
  public static Optional<Bands> bollinger(PriceRun closes) {
    if (closes.size() < BAND_BARS) {
      return Optional.empty();
    }
    int from = closes.size() - BAND_BARS;
    double middle = sum(closes, from, closes.size()) / BAND_BARS;
    double squares = 0;
    for (int i = from; i < closes.size(); i++) {
      double distance = closes.at(i) - middle;
      squares += distance * distance;
    }
    double width = BAND_DEVIATIONS * Math.sqrt(squares / BAND_BARS);
    return Optional.of(new Bands(middle - width, middle, middle + width, closes.last()));
  }

  /** The highest of the prices of the last 252 bars, of all when there are fewer. */
  public static OptionalDouble yearHigh(PriceRun highs) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = Math.max(0, highs.size() - BARS_PER_YEAR); i < highs.size(); i++) {
      highest = Math.max(highest, highs.at(i));
    }
    return highs.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(highest);
  }

  /** The lowest of the prices of the last 252 bars, of all when there are fewer. */
  public static OptionalDouble yearLow(PriceRun lows) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = Math.max(0, lows.size() - BARS_PER_YEAR); i < lows.size(); i++) {
      lowest = Math.min(lowest, lows.at(i));
    }
    return lows.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(lowest);
  }

  /**
   * Change of the last price since a number of bars ago, as a fraction. Empty without so many bars
   * or when the price then was not above zero.
   */
  public static OptionalDouble momentum(PriceRun closes, int barsAgo) {
    int last = closes.size() - 1;
    if (last < barsAgo || !(closes.at(last - barsAgo) > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(closes.at(last) / closes.at(last - barsAgo) - 1);
  }

  /**
   * A price relative to a reference, as a signed fraction; empty for a reference not above zero.
   */
  public static OptionalDouble distance(double price, double reference) {
    return reference > 0
        ? OptionalDouble.of((price - reference) / reference)
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(PriceRun closes) {
    return closes.size() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum(closes, 0, closes.size()) / closes.size());
  }

  private static double sum(PriceRun values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values.at(i);
    }
    return sum;
  }

  /**
   * A price between its bands.
   *
   * @param close the last close the bands were measured at
   */
  public record Bands(double lower, double middle, double upper, double close) {

    /** Where the close is: 0 at or below the lower band, 1 at or above the upper, 0.5 if flat. */
    public double position() {
      return upper <= lower ? 0.5 : Math.clamp((close - lower) / (upper - lower), 0.0, 1.0);
    }
  }
}
