package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.universe.feed.SampleNoise.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Invented exchange rates of the euro: dollar and pound wander around a level they return to, the
 * Hong Kong dollar keeps close to its fixed price in US dollars.
 */
final class SampleRates {

  /** When a day's rates are fixed. */
  private static final LocalTime FIXING = LocalTime.of(15, 0);

  private static final int PLACES = 4;
  private static final double RETURNING = 0.998;
  private static final double HONG_KONG_PER_US_DOLLAR = 7.8;

  private final NavigableMap<LocalDate, List<FxRate>> byDay = new TreeMap<>();

  SampleRates(SampleNoise noise, List<LocalDate> days, String source) {
    Wandering dollar = new Wandering(noise.series("EURUSD"), 1.12, 0.0042);
    Wandering pound = new Wandering(noise.series("EURGBP"), 0.86, 0.0036);
    Wandering peg = new Wandering(noise.series("USDHKD"), HONG_KONG_PER_US_DOLLAR, 0.0002);
    for (LocalDate day : days) {
      double dollars = dollar.next(day);
      List<FxRate> rates = new ArrayList<>();
      rates.add(rate(Currency.GBP, pound.next(day), day, source));
      rates.add(rate(Currency.HKD, dollars * peg.next(day), day, source));
      rates.add(rate(Currency.USD, dollars, day, source));
      byDay.put(day, rates);
    }
  }

  List<FxRate> between(LocalDate from, LocalDate to) {
    return to.isBefore(from)
        ? List.of()
        : byDay.subMap(from, true, to, true).values().stream().flatMap(List::stream).toList();
  }

  private static FxRate rate(Currency quote, double quotePerEuro, LocalDate day, String source) {
    return new FxRate(
        Currency.EUR,
        quote,
        BigDecimal.valueOf(quotePerEuro).setScale(PLACES, RoundingMode.HALF_EVEN),
        day.atTime(FIXING).toInstant(ZoneOffset.UTC),
        source);
  }

  private static final class Wandering {

    private final Series moves;
    private final double level;
    private final double deviation;
    private double distance;

    private Wandering(Series moves, double level, double deviation) {
      this.moves = moves;
      this.level = level;
      this.deviation = deviation;
    }

    private double next(LocalDate day) {
      distance = RETURNING * distance + deviation * moves.at(day.toEpochDay());
      return level * StrictMath.exp(distance);
    }
  }
}
