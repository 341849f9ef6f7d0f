package io.arduinotrader.universe.feed;

import io.arduinotrader.universe.feed.SampleNoise.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What moves several invented securities at once, for each weekday as a logarithmic return: a
 * common factor whose own volatility comes in waves, and one factor for each region and each
 * sector.
 *
 * <p>The waves are a first-order autoregression of the logarithm of volatility: S. J. Taylor,
 * Modelling Financial Time Series (1986), chapter 3.
 *
 * @param days the weekdays, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record SampleFactors(
    List<LocalDate> days,
    double[] market,
    Map<String, double[]> regions,
    Map<String, double[]> sectors) {

  private static final double MARKET_DEVIATION = 0.0078;
  private static final double REGION_DEVIATION = 0.0035;
  private static final double SECTOR_DEVIATION = 0.0045;
  private static final double WAVE_PERSISTENCE = 0.97;
  private static final double WAVE_DEVIATION = 0.12;

  /** The factors of a market from one day to another, both included. */
  static SampleFactors generate(
      List<SampleSecurity> securities, SampleNoise noise, LocalDate first, LocalDate last) {
    List<LocalDate> days =
        first.datesUntil(last.plusDays(1)).filter(SampleFactors::isWeekday).toList();
    Map<String, double[]> regions = new TreeMap<>();
    Map<String, double[]> sectors = new TreeMap<>();
    for (SampleSecurity security : securities) {
      regions.computeIfAbsent(
          security.region(),
          name -> factor(noise.series("region " + name), REGION_DEVIATION, days));
      sectors.computeIfAbsent(
          security.security().sector(),
          name -> factor(noise.series("sector " + name), SECTOR_DEVIATION, days));
    }
    return new SampleFactors(days, market(noise, days), regions, sectors);
  }

  /** What moves a security on the weekday with a number, apart from what it does alone. */
  double shared(SampleSecurity security, int index) {
    return security.marketBeta() * market[index]
        + factorOf(regions, security.region())[index]
        + factorOf(sectors, security.security().sector())[index];
  }

  private static double[] factorOf(Map<String, double[]> factors, String name) {
    double[] factor = factors.get(name);
    if (factor == null) {
      throw new IllegalArgumentException("no factor of that name: " + name);
    }
    return factor;
  }

  private static double[] market(SampleNoise noise, List<LocalDate> days) {
    Series moves = noise.series("market");
    Series waves = noise.series("market volatility");
    double[] market = new double[days.size()];
    double wave = 0;
    for (int i = 0; i < market.length; i++) {
      long day = days.get(i).toEpochDay();
      wave = WAVE_PERSISTENCE * wave + WAVE_DEVIATION * waves.at(day);
      market[i] = MARKET_DEVIATION * StrictMath.exp(wave) * moves.at(day);
    }
    return market;
  }

  private static double[] factor(Series moves, double deviation, List<LocalDate> days) {
    return days.stream().mapToDouble(day -> deviation * moves.at(day.toEpochDay())).toArray();
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
