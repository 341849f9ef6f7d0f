package io.arduinotrader.bootstrap;

import io.arduinotrader.config.StatedRate;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.trading.broker.BrokerPrices;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.feed.PriceFeed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The market as a feed tells it, so that a broker in a process of its own needs no node to see
 * prices: the last close up to today, today's volume, and the newest rates. A rate an operator
 * states counts before the feed's.
 */
final class FeedPrices implements BrokerPrices {

  /** Longer than any time without a session. */
  private static final int DAYS_BACK = 14;

  private final PriceFeed feed;
  private final MarketClock clock;
  private final List<FxRate> stated;

  FeedPrices(PriceFeed feed, MarketClock clock, List<StatedRate> stated) {
    this.feed = feed;
    this.clock = clock;
    Instant start = clock.now();
    this.stated =
        stated.stream()
            .map(
                rate ->
                    new FxRate(
                        new Currency(rate.base()),
                        new Currency(rate.quote()),
                        rate.rate(),
                        start,
                        StatedRate.SOURCE))
            .toList();
  }

  @Override
  public Optional<Quotation> quotation(Isin isin) {
    LocalDate today = clock.today();
    return feed.securities().stream()
        .filter(security -> security.isin().equals(isin))
        .findFirst()
        .flatMap(
            security ->
                feed.bars(security, today.minusDays(DAYS_BACK), today).stream()
                    .max(Comparator.comparing(DailyBar::day))
                    .map(bar -> quotation(security, bar, today)));
  }

  @Override
  public Optional<FxRate> rate(Currency quote) {
    LocalDate today = clock.today();
    return newest(stated, quote)
        .or(() -> newest(feed.rates(today.minusDays(DAYS_BACK), today), quote));
  }

  private static Quotation quotation(SecurityRecord security, DailyBar bar, LocalDate today) {
    boolean volumeIsKnown = bar.day().equals(today) && bar.volume() > 0;
    return new Quotation(
        security.exchange(),
        Price.rounded(BigDecimal.valueOf(bar.close()), security.currency()),
        volumeIsKnown ? OptionalLong.of(bar.volume()) : OptionalLong.empty());
  }

  private static Optional<FxRate> newest(List<FxRate> rates, Currency quote) {
    return rates.stream()
        .filter(rate -> rate.base().equals(Currency.EUR) && rate.quote().equals(quote))
        .max(Comparator.comparing(FxRate::at));
  }
}
