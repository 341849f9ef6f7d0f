package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A security a plan counts with.
 *
 * @param lot shares are traded in multiples of this
 * @param price the latest quote, else the last close; empty when neither is known
 * @param rate from the base currency to that of the price
 * @param countryGroup the group its country is in, empty when unknown
 * @param industryGroups the groups its industries are in; its value counts for each in equal parts
 * @param bounds the shares of the portfolio it should and may have
 * @param priority above one its buys come earlier and its sells later
 */
public record PlanSecurity(
    Isin isin,
    Symbol symbol,
    String name,
    Quantity lot,
    Optional<Price> price,
    FxRate rate,
    Holding holding,
    String countryGroup,
    List<String> industryGroups,
    Outlook outlook,
    Bounds bounds,
    double priority,
    Optional<Refusal> buyBlocked,
    Optional<Refusal> sellBlocked) {

  /**
   * What is held.
   *
   * @param quantity free shares, not set aside by open orders
   * @param averagePrice what a share cost on average, in the currency of the price
   * @param lastBought by an order that was really carried out; likewise the others
   */
  public record Holding(
      Quantity quantity,
      Optional<Price> averagePrice,
      Optional<Instant> firstBought,
      Optional<Instant> lastBought,
      Optional<Instant> lastSold) {

    /** Nothing held and nothing ever traded. */
    public static final Holding NONE =
        new Holding(
            Quantity.ZERO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What is thought of it; what is unknown stays empty and counts as neither good nor bad.
   *
   * @param score how good it looks as a whole, 0 to 1
   * @param dividendYield per year as a fraction of the price
   * @param totalReturn score of the return it has brought, 0 to 1
   * @param promise score of its steadiness and strength, 0 to 1
   * @param stability score of its risk, 0 to 1
   * @param trend growth of its price per year over five or ten years, as a fraction
   * @param volatility annual, as a fraction
   * @param quality its record and its health alone, whatever its price does, 0 to 1
   * @param yearHigh highest price of the last year, in the currency of the price
   */
  public record Outlook(
      Optional<Double> score,
      Optional<Double> dividendYield,
      Optional<Double> totalReturn,
      Optional<Double> promise,
      Optional<Double> stability,
      Optional<Double> trend,
      Optional<Double> volatility,
      Optional<Double> quality,
      Optional<Double> yearHigh) {

    /** Nothing is known. */
    public static final Outlook UNKNOWN =
        new Outlook(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * Shares of positions plus cash, each 0 to 1.
   *
   * @param target what the optimization wants; empty counts as zero when others have a target
   * @param least no sale leads below it
   * @param most no purchase leads above it
   */
  public record Bounds(Optional<Double> target, Optional<Double> least, Optional<Double> most) {

    /** No wish. */
    public static final Bounds NONE =
        new Bounds(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
