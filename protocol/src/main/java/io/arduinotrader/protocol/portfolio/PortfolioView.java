package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A portfolio as it stands after a number of events.
 *
 * @param account whose it is
 * @param events how many events made it
 * @param headHash the hash of the last event's link, naming exactly this history
 * @param positions all positions ever held, by symbol; closed ones have quantity zero
 * @param cash the balance of every currency ever held, by code
 * @param reservations what open orders have set aside
 * @param lastChanged when the last deposit, fill or correction happened
 */
public record PortfolioView(
    AccountId account,
    long events,
    Digest headHash,
    List<Position> positions,
    List<Money> cash,
    List<Reservation> reservations,
    Optional<Instant> lastChanged)
    implements ClusterMessage {

  /**
   * What is held of one security.
   *
   * @param cost what the held shares cost in the trade currency, without fees, not rounded
   * @param baseCost the same in the base currency at the rates of the purchases, not rounded
   * @param realisedGross gains of past sales in the trade currency before fees, not rounded
   * @param fees all commissions paid in the trade currency
   * @param firstBought when the first purchase since the position was last zero happened
   * @param lastTraded when the last fill of either side happened
   */
  public record Position(
      Isin isin,
      Symbol symbol,
      Currency currency,
      Quantity quantity,
      BigDecimal cost,
      BigDecimal baseCost,
      BigDecimal realisedGross,
      BigDecimal fees,
      Instant firstBought,
      Instant lastTraded) {

    /** What a held share cost on average, to six places; empty when nothing is held. */
    public Optional<Price> averagePrice() {
      return quantity.isZero()
          ? Optional.empty()
          : Optional.of(
              Price.rounded(cost.divide(quantity.value(), MathContext.DECIMAL128), currency));
    }
  }

  /**
   * What one open order has set aside.
   *
   * @param isin the security to buy or sell
   * @param quantity shares that may still come or go
   * @param amounts cash that may still be spent, empty for a sale
   */
  public record Reservation(
      IntentId intent, Side side, Isin isin, Quantity quantity, List<Money> amounts) {}

  /** The balance of a currency, zero when none was ever held. */
  public Money balance(Currency currency) {
    return cash.stream()
        .filter(money -> money.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  /** The balance of a currency less what open orders have set aside of it. */
  public Money free(Currency currency) {
    Money free = balance(currency);
    for (Reservation reservation : reservations) {
      for (Money amount : reservation.amounts()) {
        if (amount.currency().equals(currency)) {
          free = free.minus(amount);
        }
      }
    }
    return free;
  }

  /** What is held of a security, empty when none was ever held. */
  public Optional<Position> position(Isin isin) {
    return positions.stream().filter(position -> position.isin().equals(isin)).findFirst();
  }

  /**
   * The shares of a security that no open sale has set aside; zero when a correction or the broker
   * took more than was free.
   */
  public Quantity freeShares(Isin isin) {
    BigDecimal free = position(isin).map(Position::quantity).orElse(Quantity.ZERO).value();
    for (Reservation reservation : reservations) {
      if (reservation.side() == Side.SELL && reservation.isin().equals(isin)) {
        free = free.subtract(reservation.quantity().value());
      }
    }
    return free.signum() > 0 ? new Quantity(free) : Quantity.ZERO;
  }
}
