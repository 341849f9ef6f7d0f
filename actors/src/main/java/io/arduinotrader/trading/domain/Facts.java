package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.util.Optional;

/**
 * What the rules need to know of the world to judge one intent.
 *
 * @param now the one instant all rules look at
 * @param listing what the universe says of the security, empty when it does not know it
 * @param quote its last price, empty when there never was one
 * @param rate base currency to the security's currency, empty when none is known
 * @param books what the account has, empty when it could not be read
 * @param venue whether the security can be traded now
 * @param broker what the broker can do and whether it can be used
 * @param worth what the account is and was worth, empty when it cannot be valued now
 */
public record Facts(
    Instant now,
    Optional<Listing> listing,
    Optional<Quote> quote,
    Optional<FxRate> rate,
    Optional<Books> books,
    Venue venue,
    BrokerState broker,
    Optional<Worth> worth) {

  /**
   * What the universe says of a security.
   *
   * @param lot shares are traded in multiples of this
   * @param mayBeBought whether the universe works with it and allows buying
   * @param mayBeSold whether the universe allows selling
   */
  public record Listing(
      Symbol symbol, Currency currency, Quantity lot, boolean mayBeBought, boolean mayBeSold) {}

  /**
   * What the account has of what the order needs.
   *
   * @param traded cash in the security's currency; in base currency when the security is not known
   * @param base cash in the base currency
   * @param held shares of the security
   * @param freeShares those of them that no open order has set aside
   */
  public record Books(Cash traded, Cash base, Quantity held, Quantity freeShares) {}

  /**
   * Cash in one currency.
   *
   * @param free the balance less what open orders have set aside
   */
  public record Cash(Money balance, Money free) {}

  /**
   * The venue of a security.
   *
   * @param hours whether it trades
   * @param at the instant the venue's prices are judged at: now, or an instant within the session
   *     when a past day is replayed
   * @param lastClose when its last session before that ended, empty when nobody knows
   * @param strict whether even a buy may not wait for its next session
   */
  public record Venue(Hours hours, Instant at, Optional<Instant> lastClose, boolean strict) {}

  /** Whether a venue trades now. */
  public enum Hours {
    OPEN,
    CLOSED,
    /** Nobody knows the venue or its calendar. */
    UNKNOWN
  }

  /**
   * The broker.
   *
   * @param ready whether it answers and our books were compared with its own since the start
   */
  public record BrokerState(boolean ready, BrokerCapabilities capabilities) {}

  /**
   * The account's worth in base currency, positions and cash.
   *
   * @param now what it is worth
   * @param lastClose what it was worth at the end of the last day before today, empty in an
   *     account's first days
   * @param netFlow deposits less withdrawals since then
   */
  public record Worth(Money now, Optional<Money> lastClose, Money netFlow) {}
}
