package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an account is worth at given prices and rates, in base currency. Every position's figures
 * are rounded to the minor unit once; totals are sums of the rounded figures.
 *
 * @param positions what is held, largest market value first, then by symbol
 * @param invested the market value of all positions
 * @param cash all balances
 * @param freeCash balances less what open orders have set aside, zero at least
 * @param cost what the positions cost, without fees, at the rates of the purchases
 * @param gain {@code invested} less {@code cost}
 * @param gainPercent the gain in percent points of the cost, zero when nothing is held
 * @param sectors shares of the invested value by sector; securities of unknown sector are left out
 * @param regions shares of the invested value by region, likewise
 * @param staleShare the part of the invested value, 0 to 1, that rests on missing or old prices
 */
public record AccountValue(
    List<PositionValue> positions,
    Money invested,
    Money cash,
    Money freeCash,
    Money cost,
    Money gain,
    BigDecimal gainPercent,
    List<Share> sectors,
    List<Share> regions,
    BigDecimal staleShare) {

  /** Positions and cash. */
  public Money total() {
    return invested.plus(cash);
  }

  /**
   * What one position is worth.
   *
   * @param name the security's name, its symbol when the universe does not know it
   * @param averagePrice what a share cost on average, without fees
   * @param quote the last known price; without one the average price is used
   * @param cost what the shares cost, base currency, at the rates of the purchases
   * @param gain {@code marketValue} less {@code cost}
   * @param gainPercent the gain in percent points of the cost
   * @param stale whether price or rate is missing or older than what counts as current
   */
  public record PositionValue(
      Isin isin,
      Symbol symbol,
      String name,
      Quantity quantity,
      Price averagePrice,
      Optional<Quote> quote,
      Money marketValue,
      Money cost,
      Money gain,
      BigDecimal gainPercent,
      boolean stale) {}

  /** A label's part of the invested value, 0 to 1. */
  public record Share(String label, BigDecimal fraction) {}
}
