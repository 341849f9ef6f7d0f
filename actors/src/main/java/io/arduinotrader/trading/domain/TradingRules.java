package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The figures of the rules an order has to pass.
 *
 * @param maximumQuantity shares an order may have, itself included
 * @param queueBuysOutsideSession whether a buy may wait for the next session as a limit order of
 *     the day; an order without a limit would be filled at whatever price the session opens with
 */
public record TradingRules(
    Frequency frequency,
    Patience patience,
    LossLimits losses,
    Pricing pricing,
    Warnings warnings,
    BigDecimal maximumQuantity,
    boolean queueBuysOutsideSession) {

  /**
   * How often the account may trade.
   *
   * @param enabled whether the limits count at all
   * @param minimumGap between two admissions, itself enough
   * @param perDay admissions in a day of the account's zone
   * @param perWeek admissions in seven times 24 hours
   * @param zone where the account's days begin
   */
  public record Frequency(
      boolean enabled, Duration minimumGap, int perDay, int perWeek, ZoneId zone) {}

  /**
   * How long a security is left alone after a trade.
   *
   * @param buyCooldown after a buy, before the next buy; the last instant of it still counts
   * @param minimumHoldDays whole days after a trade of either side, before a sale
   * @param sameSide after a trade, before another of the same side: the net under double clicks
   * @param saleAfterSale the same between two sales, which no cooldown separates
   */
  public record Patience(
      Duration buyCooldown, int minimumHoldDays, Duration sameSide, Duration saleAfterSale) {}

  /**
   * How much of its value the account may lose in a day.
   *
   * @param blockSales change since the last close from which nothing is sold, for example −0.02
   * @param haltAll change from which nothing is traded, for example −0.05
   */
  public record LossLimits(BigDecimal blockSales, BigDecimal haltAll) {}

  /**
   * What orders cost and which prices are believed.
   *
   * @param marketMargin what a market order may cost above the last price, for example 0.02
   * @param exchangeMargin what an exchange of currency may cost above the last rate
   * @param convertFromBase whether the base currency may pay for what a currency lacks
   * @param maximumPriceAge of a price to trade at while the venue is open
   */
  public record Pricing(
      Commission commission,
      BigDecimal marketMargin,
      BigDecimal exchangeMargin,
      boolean convertFromBase,
      Duration maximumPriceAge) {}

  /**
   * What is worth a warning.
   *
   * @param largeValue of a buy with a limit, in base currency
   * @param costRatio commission in the value
   * @param positionWeight share of one security in the account's worth after a buy
   */
  public record Warnings(Money largeValue, BigDecimal costRatio, BigDecimal positionWeight) {}

  /** The figures the house starts with, for an account whose days begin in the given zone. */
  public static TradingRules defaults(ZoneId zone) {
    return new TradingRules(
        new Frequency(true, Duration.ofMinutes(60), 4, 10, zone),
        new Patience(Duration.ofDays(30), 90, Duration.ofMillis(298_800), Duration.ofHours(2)),
        new LossLimits(new BigDecimal("-0.02"), new BigDecimal("-0.05")),
        new Pricing(
            new Commission(Money.of("2.00", Currency.EUR), new BigDecimal("0.002")),
            new BigDecimal("0.02"),
            new BigDecimal("0.02"),
            true,
            Duration.ofMinutes(15)),
        new Warnings(
            Money.of("10000", Currency.EUR), new BigDecimal("0.01"), new BigDecimal("0.15")),
        new BigDecimal("1000000"),
        false);
  }
}
