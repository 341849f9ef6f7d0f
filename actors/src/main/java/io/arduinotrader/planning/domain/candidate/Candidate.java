package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;

/**
 * A trade that may be part of a plan.
 *
 * @param shares whole lots, above zero
 * @param value of them in base currency
 * @param cost of the trade in base currency
 * @param tags what its categories call it
 * @param reasons of its categories, the most urgent first
 */
public record Candidate(
    Asset asset,
    Side side,
    double shares,
    double value,
    double cost,
    double priority,
    List<String> tags,
    List<String> reasons) {

  /** What the trade does to the cash, costs included. */
  public double cashChange() {
    return switch (side) {
      case BUY -> -value - cost;
      case SELL -> value - cost;
    };
  }

  /** What it does to the value held. */
  public double valueChange() {
    return switch (side) {
      case BUY -> value;
      case SELL -> -value;
    };
  }

  /** What it does to the number of positions. */
  public int positionChange() {
    return switch (side) {
      case BUY -> asset.held() > 0 ? 0 : 1;
      case SELL -> asset.held() - shares > 0 ? 0 : -1;
    };
  }

  boolean inBaseCurrency() {
    Currency base = asset.security().rate().base();
    return base.equals(asset.security().rate().quote());
  }

  /** What must be set aside for it, nothing for a sale. */
  public double setAside(TradeCost costs) {
    return side == Side.BUY ? costs.setAside(value, inBaseCurrency()) : 0;
  }
}
