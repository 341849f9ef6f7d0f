package io.arduinotrader.universe.feed;

import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.feed.SampleNoise.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The invented bars of one security. Its price moves every weekday and is seen on the days its
 * exchange trades, so that a holiday's move shows in the session after it. Once a year it pays a
 * dividend, by which the price falls and the adjusted closes of earlier days are restated.
 */
final class SamplePrices {

  private static final double WEEKDAYS_A_YEAR = 261;
  private static final double SESSIONS_A_YEAR = 252;

  /** A session's range and its gap at the open, measured in deviations of a day. */
  private static final double RANGE = 0.45;

  private static final double GAP = 0.35;

  /** The share of all shares that changes hands on a quiet day, and how much that varies. */
  private static final double TURNOVER = 0.002;

  private static final double TURNOVER_DEVIATION = 0.35;
  private static final long VOLUME_STEP = 100;

  /** Dividends are paid between March and July. */
  private static final int FIRST_DIVIDEND_DAY = 75;

  private static final int DIVIDEND_SPREAD = 120;

  private final double dividendYield;
  private final NavigableMap<LocalDate, Session> sessions = new TreeMap<>();

  private SamplePrices(double dividendYield) {
    this.dividendYield = dividendYield;
  }

  private record Session(
      double open, double high, double low, double close, long volume, boolean exDividend) {}

  /** The bars of a security over all days of the factors. */
  static SamplePrices generate(
      SampleSecurity security, SampleFactors factors, SampleNoise noise, SessionDays days) {
    SamplePrices prices = new SamplePrices(security.dividendYield());
    prices.fill(security, factors, noise, days);
    return prices;
  }

  /**
   * Bars between two days, both included, oldest first. Adjusted closes know the dividends up to
   * the second day only: on that day nobody could know later ones.
   */
  List<DailyBar> bars(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return List.of();
    }
    List<DailyBar> bars = new ArrayList<>();
    double factor = 1;
    for (var entry : sessions.subMap(from, true, to, true).descendingMap().entrySet()) {
      Session session = entry.getValue();
      bars.add(
          new DailyBar(
              entry.getKey(),
              session.open,
              session.high,
              session.low,
              session.close,
              rounded(session.close * factor),
              session.volume));
      factor *= session.exDividend ? 1 - dividendYield : 1;
    }
    Collections.reverse(bars);
    return bars;
  }

  /** The last close not after a day. */
  OptionalDouble closeAt(LocalDate day) {
    var last = sessions.floorEntry(day);
    return last == null ? OptionalDouble.empty() : OptionalDouble.of(last.getValue().close());
  }

  private void fill(
      SampleSecurity security, SampleFactors factors, SampleNoise noise, SessionDays days) {
    String isin = security.security().isin().value();
    String exchange = security.security().exchange();
    Series own = noise.series(isin + " own");
    Bars bars = new Bars(security, noise, isin);
    double ownDeviation = security.ownVolatility() / StrictMath.sqrt(SESSIONS_A_YEAR);
    double logarithm = StrictMath.log(security.firstPrice());
    boolean owesDividend = false;
    for (int i = 0; i < factors.days().size(); i++) {
      LocalDate day = factors.days().get(i);
      logarithm += security.drift() / WEEKDAYS_A_YEAR + factors.shared(security, i);
      logarithm += ownDeviation * own.at(day.toEpochDay());
      owesDividend |= dividendYield > 0 && isDividendDay(isin, factors.days(), i);
      if (days.isSession(exchange, day)) {
        logarithm += owesDividend ? StrictMath.log(1 - dividendYield) : 0;
        sessions.put(day, bars.on(day, StrictMath.exp(logarithm), owesDividend));
        owesDividend = false;
      }
    }
  }

  /** The first weekday of a year on or after the security's day of the year. */
  private static boolean isDividendDay(String isin, List<LocalDate> days, int index) {
    int wanted = FIRST_DIVIDEND_DAY + Math.floorMod(isin.hashCode(), DIVIDEND_SPREAD);
    LocalDate day = days.get(index);
    return day.getDayOfYear() >= wanted
        && index > 0
        && days.get(index - 1).getDayOfYear() < wanted
        && days.get(index - 1).getYear() == day.getYear();
  }

  /** At most four decimal places, two from ten upwards. */
  private static double rounded(double price) {
    double places = price < 10 ? 1e4 : 1e2;
    return StrictMath.rint(price * places) / places;
  }

  /** Draws a session around each close. */
  private static final class Bars {

    private final Series gap;
    private final Series up;
    private final Series down;
    private final Series crowd;
    private final double deviation;
    private final double quietVolume;
    private double before;

    private Bars(SampleSecurity security, SampleNoise noise, String isin) {
      this.gap = noise.series(isin + " gap");
      this.up = noise.series(isin + " high");
      this.down = noise.series(isin + " low");
      this.crowd = noise.series(isin + " volume");
      this.deviation = security.ownVolatility() / StrictMath.sqrt(SESSIONS_A_YEAR);
      this.quietVolume = security.sharesMillions() * 1e6 * TURNOVER;
      this.before = security.firstPrice();
    }

    private Session on(LocalDate day, double price, boolean exDividend) {
      long index = day.toEpochDay();
      double close = rounded(price);
      double open = rounded(before * StrictMath.exp(GAP * deviation * gap.at(index)));
      double high = Math.max(open, close);
      double low = Math.min(open, close);
      double reach = RANGE * deviation;
      Session session =
          new Session(
              open,
              Math.max(high, rounded(high * StrictMath.exp(reach * Math.abs(up.at(index))))),
              Math.min(low, rounded(low * StrictMath.exp(-reach * Math.abs(down.at(index))))),
              close,
              volume(index, Math.abs(StrictMath.log(close / before))),
              exDividend);
      before = close;
      return session;
    }

    /** Large moves draw a crowd. */
    private long volume(long index, double move) {
      double excitement = TURNOVER_DEVIATION * crowd.at(index) + 0.4 * move / deviation;
      double shares = quietVolume * StrictMath.exp(Math.min(excitement, 2));
      return Math.max(1, (long) (shares / VOLUME_STEP)) * VOLUME_STEP;
    }
  }
}
