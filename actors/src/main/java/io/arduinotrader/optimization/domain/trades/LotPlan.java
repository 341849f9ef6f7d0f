package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
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

  /**
   * The plan of changes that were decided.
   *
   * @param changes shares bought of each position, negative when sold
   * @param before cash before the trades
   */
  static LotPlan of(
      List<LotPosition> positions, BigDecimal[] changes, BigDecimal before, CostRules costs) {
    List<Trade> trades = new ArrayList<>();
    BigDecimal commissions = BigDecimal.ZERO;
    BigDecimal cash = before;
    for (Side side : List.of(Side.SELL, Side.BUY)) {
      for (int i = 0; i < changes.length; i++) {
        if (changes[i].signum() == (side == Side.SELL ? -1 : 1)) {
          BigDecimal change = positions.get(i).price().multiply(changes[i]);
          BigDecimal commission = costs.of(change.abs());
          trades.add(new Trade(i, side, new Quantity(changes[i].abs()), change.abs(), commission));
          commissions = commissions.add(commission);
          cash = cash.subtract(change).subtract(commission);
        }
      }
    }
    return new LotPlan(trades, commissions, cash, error(positions, changes));
  }

  private static double error(List<LotPosition> positions, BigDecimal[] changes) {
    double[] reached = new double[changes.length];
    double invested = 0;
    double targets = 0;
    for (int i = 0; i < reached.length; i++) {
      LotPosition position = positions.get(i);
      BigDecimal shares = position.held().value().add(changes[i]);
      reached[i] = position.price().multiply(shares).doubleValue();
      invested += reached[i];
      targets += position.target();
    }
    double squares = 0;
    for (int i = 0; i < reached.length; i++) {
      double wanted = targets > 0 ? positions.get(i).target() / targets : 0;
      double difference = wanted - (invested > 0 ? reached[i] / invested : 0);
      squares += difference * difference;
    }
    return reached.length == 0 ? 0 : Math.sqrt(squares / reached.length);
  }
}
