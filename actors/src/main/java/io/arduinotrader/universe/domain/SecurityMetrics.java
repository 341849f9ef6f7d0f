package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.MarketMetrics;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Puts the figures of a security's market together.
 *
 * <p>All of them describe the year that ends with the security's last bar: 364 days, both ends
 * included. Returns are those of adjusted closes; beta compares both sides over the same spans,
 * from one day on which both have a level to the next such day.
 *
 * @param market what beta is measured against: the equally weighted mean of these securities, each
 *     in its own currency; a single one to measure against an index
 */
public record SecurityMetrics(Collection<BarColumns> market) {

  /** Days before the last bar that the figures look back. */
  public static final int YEAR_DAYS = 364;

  /** A beta from fewer spans is chance. */
  private static final int LEAST_SPANS = 60;

  /** A deviation from fewer returns is chance. */
  private static final int LEAST_RETURNS = 20;

  private static final int SHORT_SESSIONS = 20;
  private static final int LONG_SESSIONS = 60;

  /**
   * The figures.
   *
   * @param bars those of the security, empty when it has none
   * @param figures company figures, empty when none are known
   */
  public MarketMetrics of(
      SecurityRecord security, Optional<BarColumns> bars, Optional<Fundamentals> figures) {
    Optional<BarColumns> known = bars.filter(columns -> columns.size() > 0);
    Optional<LocalDate> asOf = known.map(SecurityMetrics::lastDay);
    Optional<MarketFormulas.Change> change = known.flatMap(SecurityMetrics::lastChange);
    Optional<MarketFormulas.Range> range =
        known.flatMap(columns -> MarketFormulas.range52Weeks(columns, lastDay(columns)));
    return new MarketMetrics(
        security.isin(),
        security.currency(),
        asOf,
        figure(known, this::beta),
        figure(known, SecurityMetrics::volatility),
        figure(known, columns -> MarketFormulas.averageVolume(columns.volume(), SHORT_SESSIONS)),
        figure(known, columns -> MarketFormulas.averageVolume(columns.volume(), LONG_SESSIONS)),
        figure(figures, Fundamentals::marketCapitalization),
        figure(figures, Fundamentals::priceEarnings),
        figure(figures, Fundamentals::dividendYield),
        change.map(MarketFormulas.Change::amount),
        figure(change, move -> OptionalDouble.of(move.percent())),
        range.map(prices -> price(prices.high(), security.currency())),
        range.map(prices -> price(prices.low(), security.currency())));
  }

  private OptionalDouble beta(BarColumns bars) {
    PriceLevel marketLevel = PriceLevel.equalWeighted(market);
    PriceLevel own = lastYear(bars).on(marketLevel);
    PriceLevel other = marketLevel.on(own);
    return own.days().length > LEAST_SPANS
        ? MarketFormulas.beta(own.returns(), other.returns())
        : OptionalDouble.empty();
  }

  private static OptionalDouble volatility(BarColumns bars) {
    double[] returns = lastYear(bars).returns();
    return returns.length < LEAST_RETURNS
        ? OptionalDouble.empty()
        : OptionalDouble.of(MarketFormulas.volatility(returns));
  }

  private static PriceLevel lastYear(BarColumns bars) {
    return PriceLevel.of(bars).since(lastDay(bars).toEpochDay() - YEAR_DAYS);
  }

  private static Optional<MarketFormulas.Change> lastChange(BarColumns bars) {
    int last = bars.size() - 1;
    return MarketFormulas.dayChange(
        BigDecimal.valueOf(bars.close()[last]),
        last > 0 ? Optional.of(BigDecimal.valueOf(bars.close()[last - 1])) : Optional.empty());
  }

  private static LocalDate lastDay(BarColumns bars) {
    return LocalDate.ofEpochDay(bars.days()[bars.size() - 1]);
  }

  private static Price price(double amount, Currency currency) {
    return Price.rounded(BigDecimal.valueOf(amount), currency);
  }

  private static <T> OptionalDouble figure(Optional<T> from, Function<T, OptionalDouble> figure) {
    return from.map(figure).orElseGet(OptionalDouble::empty);
  }
}
