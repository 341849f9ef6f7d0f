package io.arduinotrader.optimization;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** A market to ask about: shares at 100 EUR, or 108 USD at 1.08, and 1,000 EUR of free cash. */
final class MarketSamples {

  static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  static final int TODAY = (int) LocalDate.parse("2026-05-04").toEpochDay();
  static final SecurityRecord SAP = security("DE0007164600", "SAP.DE", Currency.EUR);
  static final SecurityRecord TOTAL = security("FR0000120271", "TTE.FR", Currency.EUR);
  static final SecurityRecord VODAFONE = security("GB00BH4HKS39", "VOD.UK", Currency.EUR);
  static final SecurityRecord APPLE = security("US0378331005", "AAPL.US", Currency.USD);

  /** The usual settings, with weights up to 15 % and no least reserve. */
  static final TraderSettings SETTINGS = settings("");

  private final Map<Isin, SecurityRecord> securities = new HashMap<>();
  private final Map<Isin, Quote> quotes = new HashMap<>();
  private final Map<Isin, BarColumns> bars = new HashMap<>();
  private final Map<Isin, ReturnFigures> known = new HashMap<>();
  private final List<PortfolioView.Position> positions = new ArrayList<>();
  private final List<PortfolioView.Reservation> orders = new ArrayList<>();
  private final List<FxRate> rates = new ArrayList<>();
  private Money cash = Money.of("1000.00", Currency.EUR);

  /** A security with a quote, three hundred bars and a score. */
  MarketSamples with(SecurityRecord security, double score) {
    securities.put(security.isin(), security);
    String price = security.currency().equals(Currency.EUR) ? "100" : "108";
    quotes.put(
        security.isin(),
        new Quote(security.isin(), Price.of(price, security.currency()), NOW, "test"));
    bars.put(security.isin(), bars(security, 300, security.isin().hashCode()));
    known.put(security.isin(), figures(0.08, score));
    return this;
  }

  /** The usual settings with others on top. */
  static TraderSettings settings(String others) {
    return TraderSettings.from(
        ConfigFactory.parseString(others)
            .withFallback(
                ConfigFactory.parseString(
                    """
                    arduino-trader.planning.minimum-cash = 0
                    arduino-trader.optimization.maximum-weight = 0.15
                    """))
            .withFallback(ConfigFactory.load("single-device.conf")));
  }

  /** A security that has grown so much a year and has this score. */
  static ReturnFigures figures(double growth, double score) {
    return new ReturnFigures(
        OptionalDouble.of(growth), OptionalDouble.empty(), OptionalDouble.of(score), 1);
  }

  MarketSamples ordering(SecurityRecord security, Side side, long shares, String euros) {
    orders.add(
        new PortfolioView.Reservation(
            new IntentId("order-" + orders.size()),
            side,
            security.isin(),
            Quantity.of(shares),
            side == Side.BUY ? List.of(Money.of(euros, Currency.EUR)) : List.of()));
    return this;
  }

  MarketSamples holding(SecurityRecord security, long shares) {
    positions.add(
        new PortfolioView.Position(
            security.isin(),
            security.symbol(),
            security.currency(),
            Quantity.of(shares),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            NOW,
            NOW));
    return this;
  }

  MarketSamples withoutQuote(SecurityRecord security) {
    quotes.remove(security.isin());
    return this;
  }

  MarketSamples withoutBars(SecurityRecord security) {
    bars.remove(security.isin());
    return this;
  }

  MarketSamples bars(SecurityRecord security, int[] days, double... prices) {
    bars.put(security.isin(), columns(security, days, prices));
    return this;
  }

  MarketSamples rate(int day, String dollars) {
    return rate(day, dollars, "test");
  }

  MarketSamples rate(int day, String dollars, String source) {
    rates.add(
        new FxRate(
            Currency.EUR,
            Currency.USD,
            new BigDecimal(dollars),
            LocalDate.ofEpochDay(day).atTime(15, 0).toInstant(ZoneOffset.UTC),
            source));
    return this;
  }

  MarketSamples cash(String euros) {
    cash = Money.of(euros, Currency.EUR);
    return this;
  }

  Market market() {
    return new Market(
        new PortfolioView(
            AccountId.DEFAULT,
            0,
            Digest.EMPTY,
            List.copyOf(positions),
            List.of(cash),
            List.copyOf(orders),
            Optional.empty()),
        cash,
        Map.copyOf(securities),
        Map.copyOf(known),
        Map.copyOf(quotes),
        Map.copyOf(bars),
        List.copyOf(rates));
  }

  /** What the market says when nothing but the account's own holdings is asked about. */
  AllocationQuestion question() {
    return question(List.of(), List.of(), Limits.none());
  }

  AllocationQuestion question(List<Holding> holdings, List<Target> targets, Limits limits) {
    return new AllocationQuestion(market(), SETTINGS, holdings, targets, Optional.empty(), limits);
  }

  static SecurityRecord security(String isin, String symbol, Currency currency) {
    return new SecurityRecord(
        new Isin(isin),
        new Symbol(symbol),
        symbol,
        "XETRA",
        currency,
        SecurityRecord.ProductType.EQUITY,
        "",
        "",
        "",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** The same security with a smallest and a largest share in percent points. */
  static SecurityRecord bounded(SecurityRecord base, String minimum, String maximum) {
    return new SecurityRecord(
        base.isin(),
        base.symbol(),
        base.name(),
        base.exchange(),
        base.currency(),
        base.productType(),
        base.country(),
        base.sector(),
        base.industry(),
        base.minimumLot(),
        base.active(),
        base.allowBuy(),
        base.allowSell(),
        Optional.of(new BigDecimal(minimum)),
        Optional.of(new BigDecimal(maximum)));
  }

  /** A random walk that ends today; the same seed gives the same prices. */
  static BarColumns bars(SecurityRecord security, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] days = new int[count];
    double[] prices = new double[count];
    double price = 100;
    for (int i = 0; i < count; i++) {
      days[i] = TODAY - count + 1 + i;
      prices[i] = price;
      price *= 1 + random.nextDouble(-0.02, 0.0205);
    }
    return columns(security, days, prices);
  }

  private static BarColumns columns(SecurityRecord security, int[] days, double... prices) {
    long[] volumes = new long[days.length];
    Arrays.fill(volumes, 10_000);
    return new BarColumns(
        security.isin(),
        security.currency(),
        days,
        prices,
        prices,
        prices,
        prices,
        prices,
        volumes);
  }

  /** What the books of a market's account are worth, as far as weights depend on it. */
  static ValuationQuery.Valued valued(Market market) {
    Money zero = Money.zero(Currency.EUR);
    return new ValuationQuery.Valued(
        market.portfolio(),
        new AccountValue(
            List.of(),
            zero,
            market.freeCash(),
            market.freeCash(),
            zero,
            zero,
            BigDecimal.ZERO,
            List.of(),
            List.of(),
            BigDecimal.ZERO),
        new PortfolioHash("3fa2b1c0"),
        Optional.empty(),
        NOW);
  }
}
