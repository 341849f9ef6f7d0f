package io.arduinotrader.protocol.vocab;

import java.time.Instant;
import java.util.Optional;

/**
 * One execution of an order at the broker: a fact, never changed and booked exactly once by its id.
 *
 * @param id the broker's id of the execution
 * @param intent the intent behind the order
 * @param order the broker's id of the order
 * @param account whose order it was
 * @param isin what was traded
 * @param symbol its ticker at the time
 * @param side into or out of the account
 * @param quantity shares, above zero
 * @param price per share in the trade currency
 * @param commission what the broker charged, zero or more, in the trade currency
 * @param rate base currency to trade currency when it happened
 * @param conversion the exchange made to pay for it, when one was needed
 * @param executedAt when the broker executed it
 */
public record Fill(
    FillId id,
    IntentId intent,
    BrokerOrderId order,
    AccountId account,
    Isin isin,
    Symbol symbol,
    Side side,
    Quantity quantity,
    Price price,
    Money commission,
    FxRate rate,
    Optional<Conversion> conversion,
    Instant executedAt) {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException when the quantity is zero, the commission negative, or the
   *     currencies of price, commission, rate and conversion do not belong together
   */
  public Fill {
    if (quantity.isZero()) {
      throw new IllegalArgumentException("a fill moves shares");
    }
    if (commission.signum() < 0) {
      throw new IllegalArgumentException("commission must not be negative: " + commission);
    }
    Currency traded = price.currency();
    if (!commission.currency().equals(traded) || !rate.quote().equals(traded)) {
      throw new IllegalArgumentException(
          "price, commission and rate must be in the trade currency " + traded);
    }
    if (conversion.isPresent() && !conversion.get().bought().currency().equals(traded)) {
      throw new IllegalArgumentException("a conversion must buy the trade currency " + traded);
    }
  }

  /** Quantity times price, rounded to the minor unit of the trade currency. */
  public Money value() {
    return Money.rounded(price.times(quantity), price.currency());
  }
}
