package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * Trades in whole lots towards target weights, all amounts exact and in base currency.
 *
 * @param trades sells before buys, each in the order of the positions
 * @param commissions of all trades
 * @param cash what is left when all are done
 * @param error root of the mean square difference between target and reached weights, both as
 *     shares of what is invested
 */
public record LotPlan(List<Trade> trades, BigDecimal commissions, BigDecimal cash, double error) {

  /** Copies the list of trades. */
  public LotPlan {
    trades = List.copyOf(trades);
  }

  /**
   * A trade of one position.
   *
   * @param position index of the position
   * @param value quantity times price, above zero
   * @param commission of this trade
   */
  public record Trade(
      int position, Side side, Quantity quantity, BigDecimal value, BigDecimal commission) {}
}
