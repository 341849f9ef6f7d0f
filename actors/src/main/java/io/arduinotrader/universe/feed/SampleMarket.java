package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A market that does not exist: thirty securities in Europe, the United States and Hong Kong and in
 * five sectors, with daily bars, company figures and exchange rates. The same seed and days give
 * the same numbers on every machine, so that the house can be tried and tested without anybody's
 * data.
 *
 * <p>A later last day adds days and changes none of the earlier prices.
 */
public final class SampleMarket implements PriceFeed {

  /** The label of everything this market says. */
  public static final String SOURCE = "synthetic";

  /** Chosen among others for a decade of growth with some bad years in it. */
  static final long SEED = 180;

  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

  private final Map<Isin, Listing> listings = new HashMap<>();
  private final List<SecurityRecord> securities;
  private final SampleRates rates;

  private record Listing(SamplePrices prices, SampleFigures figures) {}

  /**
   * Invents a market.
   *
   * @param seed tells one market from another
   * @param first the day the prices begin
   * @param last the day they end
   * @param sessions on which days the exchanges trade
   */
  public SampleMarket(long seed, LocalDate first, LocalDate last, SessionDays sessions) {
    SampleNoise noise = new SampleNoise(seed);
    List<SampleSecurity> samples = SampleSecurity.all();
    SampleFactors factors = SampleFactors.generate(samples, noise, first, last);
    for (SampleSecurity sample : samples) {
      SamplePrices prices = SamplePrices.generate(sample, factors, noise, sessions);
      listings.put(
          sample.security().isin(),
          new Listing(prices, new SampleFigures(sample, prices, noise, SOURCE)));
    }
    this.securities = samples.stream().map(SampleSecurity::security).toList();
    this.rates = new SampleRates(noise, factors.days(), SOURCE);
  }

  /** The market everybody gets who does not ask for another: 2016 to 2025. */
  public static SampleMarket standard(SessionDays sessions) {
    return new SampleMarket(SEED, FIRST_DAY, LAST_DAY, sessions);
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public List<SecurityRecord> securities() {
    return securities;
  }

  @Override
  public List<DailyBar> bars(SecurityRecord security, LocalDate from, LocalDate to) {
    Listing listing = listings.get(security.isin());
    return listing == null ? List.of() : listing.prices.bars(from, to);
  }

  @Override
  public Optional<Fundamentals> fundamentals(Isin isin, LocalDate asOf) {
    return Optional.ofNullable(listings.get(isin)).flatMap(listing -> listing.figures.at(asOf));
  }

  @Override
  public List<FxRate> rates(LocalDate from, LocalDate to) {
    return rates.between(from, to);
  }
}
