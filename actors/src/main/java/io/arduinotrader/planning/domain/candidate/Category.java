package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.vocab.Side;

/** Why a trade is considered, in the order in which equal candidates come. */
public enum Category {
  PROFIT_TAKING(Side.SELL),
  AVERAGING_DOWN(Side.BUY),
  REBALANCE_SELLS(Side.SELL),
  REBALANCE_BUYS(Side.BUY),
  OPPORTUNITY_BUYS(Side.BUY),
  WEIGHT_SELLS(Side.SELL),
  WEIGHT_BUYS(Side.BUY);

  private final Side side;

  Category(Side side) {
    this.side = side;
  }

  /** What trades of the category do. */
  public Side side() {
    return side;
  }
}
