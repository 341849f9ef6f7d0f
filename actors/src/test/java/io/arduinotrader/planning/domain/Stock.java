package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlanSecurity.Bounds;
import io.arduinotrader.protocol.planning.PlanSecurity.Holding;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A security to plan with: at 100 EUR in lots of one, scored 0.5 and not held, unless said. */
public final class Stock {

  public static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");

  private final int number;
  private String symbol;
  private String lot = "1";
  private Optional<Price> price = Optional.of(Price.of("100", Currency.EUR));
  private FxRate rate = FxRate.identity(Currency.EUR, NOW);
  private Quantity held = Quantity.ZERO;
  private Optional<Price> average = Optional.empty();
  private Optional<Instant> firstBought = Optional.empty();
  private Optional<Instant> lastBought = Optional.empty();
  private Optional<Instant> lastSold = Optional.empty();
  private String country = "";
  private List<String> industries = List.of();
  private Outlook outlook = Outlook.UNKNOWN;
  private Optional<Double> target = Optional.empty();
  private Optional<Double> least = Optional.empty();
  private Optional<Double> most = Optional.empty();
  private double priority = 1;
  private Optional<Refusal> buyBlocked = Optional.empty();
  private Optional<Refusal> sellBlocked = Optional.empty();

  private Stock(int number) {
    this.number = number;
    this.symbol = "S" + number;
    score(0.5);
  }

  /** The security of a number; its ISIN is higher than that of lower numbers. */
  public static Stock number(int number) {
    return new Stock(number);
  }

  public Stock named(String other) {
    symbol = other;
    return this;
  }

  public Stock lot(String shares) {
    lot = shares;
    return this;
  }

  public Stock price(double amount) {
    return price(amount, rate.quote());
  }

  private Stock price(double amount, Currency currency) {
    price = Optional.of(Price.rounded(BigDecimal.valueOf(amount), currency));
    return this;
  }

  public Stock in(Currency currency, double amount, double perEuro) {
    rate =
        currency.equals(Currency.EUR)
            ? FxRate.identity(currency, NOW)
            : new FxRate(
                Currency.EUR,
                currency,
                BigDecimal.valueOf(perEuro).setScale(FxRate.PLACES, RoundingMode.HALF_EVEN),
                NOW,
                "test");
    return price(amount, currency);
  }

  public Stock unpriced() {
    price = Optional.empty();
    return this;
  }

  public Stock held(double shares) {
    held =
        new Quantity(BigDecimal.valueOf(shares).setScale(Quantity.PLACES, RoundingMode.HALF_EVEN));
    return this;
  }

  public Stock boughtAt(double averageCost) {
    average = Optional.of(Price.rounded(BigDecimal.valueOf(averageCost), rate.quote()));
    return this;
  }

  public Stock firstBought(long daysAgo) {
    firstBought = Optional.of(NOW.minus(Duration.ofDays(daysAgo)));
    return this;
  }

  public Stock lastBought(long daysAgo) {
    lastBought = Optional.of(NOW.minus(Duration.ofDays(daysAgo)));
    return this;
  }

  public Stock lastSold(long daysAgo) {
    lastSold = Optional.of(NOW.minus(Duration.ofDays(daysAgo)));
    return this;
  }

  public Stock country(String group) {
    country = group;
    return this;
  }

  public Stock industries(String... groups) {
    industries = List.of(groups);
    return this;
  }

  /** What is thought of it; its quality is its score. */
  public Stock outlook(
      double score,
      double yield,
      double totalReturn,
      double promise,
      double stability,
      double volatility) {
    outlook =
        new Outlook(
            Optional.of(score),
            Optional.of(yield),
            Optional.of(totalReturn),
            Optional.of(promise),
            Optional.of(stability),
            outlook.trend(),
            Optional.of(volatility),
            Optional.of(score),
            outlook.yearHigh());
    return this;
  }

  public Stock outlook(Outlook known) {
    outlook = known;
    return this;
  }

  public Stock unscored() {
    return outlook(Outlook.UNKNOWN);
  }

  /** Its score, which is its quality too. */
  public Stock score(double score) {
    return with(Optional.of(score), outlook.trend(), Optional.of(score), outlook.yearHigh());
  }

  /** Its quality, whatever its score. */
  public Stock quality(double quality) {
    return with(outlook.score(), outlook.trend(), Optional.of(quality), outlook.yearHigh());
  }

  public Stock trend(double perYear) {
    return with(outlook.score(), Optional.of(perYear), outlook.quality(), outlook.yearHigh());
  }

  public Stock yearHigh(double price) {
    return with(outlook.score(), outlook.trend(), outlook.quality(), Optional.of(price));
  }

  private Stock with(
      Optional<Double> score,
      Optional<Double> trend,
      Optional<Double> quality,
      Optional<Double> yearHigh) {
    outlook =
        new Outlook(
            score,
            outlook.dividendYield(),
            outlook.totalReturn(),
            outlook.promise(),
            outlook.stability(),
            trend,
            outlook.volatility(),
            quality,
            yearHigh);
    return this;
  }

  public Stock target(double weight) {
    target = Optional.of(weight);
    return this;
  }

  public Stock least(double weight) {
    least = Optional.of(weight);
    return this;
  }

  public Stock most(double weight) {
    most = Optional.of(weight);
    return this;
  }

  public Stock priority(double multiplier) {
    priority = multiplier;
    return this;
  }

  public Stock buyBlocked(Refusal refusal) {
    buyBlocked = Optional.of(refusal);
    return this;
  }

  public Stock sellBlocked(Refusal refusal) {
    sellBlocked = Optional.of(refusal);
    return this;
  }

  /** The security as it goes into a plan. */
  public PlanSecurity security() {
    return new PlanSecurity(
        isin(number),
        new Symbol(symbol),
        "Company " + number,
        Quantity.of(lot),
        price,
        rate,
        new Holding(held, average, firstBought, lastBought, lastSold),
        country,
        industries,
        outlook,
        new Bounds(target, least, most),
        priority,
        buyBlocked,
        sellBlocked);
  }

  public static Isin isin(int number) {
    String body = String.format(Locale.ROOT, "XS%09d", number);
    for (int digit = 0; digit <= 9; digit++) {
      Optional<Isin> isin = Isin.parse(body + digit);
      if (isin.isPresent()) {
        return isin.get();
      }
    }
    throw new IllegalStateException("one digit always fits");
  }
}
