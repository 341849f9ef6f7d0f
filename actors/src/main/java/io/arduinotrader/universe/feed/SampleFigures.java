package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.universe.feed.SampleNoise.Series;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.OptionalDouble;

/** Invents company figures: one set a quarter, known some weeks after its end. */
final class SampleFigures {

  /** How long after its end a quarter is reported. */
  private static final int REPORTING_DAYS = 45;

  private final SampleSecurity security;
  private final SamplePrices prices;
  private final SampleNoise noise;
  private final String source;

  SampleFigures(SampleSecurity security, SamplePrices prices, SampleNoise noise, String source) {
    this.security = security;
    this.prices = prices;
    this.noise = noise;
    this.source = source;
  }

  /** The figures of the last quarter that was reported by a day; empty before the first price. */
  Optional<Fundamentals> at(LocalDate day) {
    LocalDate quarterEnd =
        day.minusDays(REPORTING_DAYS - 1).with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
    OptionalDouble close = prices.closeAt(quarterEnd);
    return close.isPresent()
        ? Optional.of(figures(quarterEnd, close.getAsDouble()))
        : Optional.empty();
  }

  private Fundamentals figures(LocalDate day, double close) {
    boolean bank = security.security().sector().equals("Financial Services");
    boolean young = security.dividendYield() == 0;
    double growth = security.drift() + around("growth", day, 0, 0.05);
    return new Fundamentals(
        day,
        OptionalDouble.of(StrictMath.rint(close * security.sharesMillions() * 1e6)),
        young ? OptionalDouble.empty() : OptionalDouble.of(around("earnings", day, 17, 5)),
        OptionalDouble.of(security.dividendYield()),
        OptionalDouble.of(around("margin", day, young ? -0.04 : 0.13, 0.05)),
        OptionalDouble.of(around("equity", day, young ? -0.06 : 0.14, 0.05)),
        bank ? OptionalDouble.empty() : OptionalDouble.of(positive("debt", day, 0.7, 0.3)),
        bank ? OptionalDouble.empty() : OptionalDouble.of(positive("current", day, 1.6, 0.4)),
        OptionalDouble.of(rounded(growth)),
        young ? OptionalDouble.empty() : OptionalDouble.of(rounded(1.3 * growth)),
        Optional.of(security.security().industry()),
        source);
  }

  /** Mostly the security's own level, a little the quarter's. */
  private double around(String figure, LocalDate quarterEnd, double mean, double deviation) {
    Series level = noise.series(security.security().isin() + " " + figure);
    return rounded(
        mean + deviation * (0.9 * level.at(0) + 0.2 * level.at(quarterEnd.toEpochDay())));
  }

  private double positive(String figure, LocalDate quarterEnd, double mean, double deviation) {
    return Math.max(0.05, around(figure, quarterEnd, mean, deviation));
  }

  private static double rounded(double figure) {
    return StrictMath.rint(figure * 1e4) / 1e4;
  }
}
