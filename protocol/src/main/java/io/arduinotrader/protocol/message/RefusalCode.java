package io.arduinotrader.protocol.message;

/** The rules that refuse a request. The names are part of the contract with clients. */
public enum RefusalCode {
  /** The quantity is zero or negative. */
  QTY_NOT_POSITIVE,
  /** The quantity is above one million. */
  QTY_TOO_LARGE,
  /** The quantity is no multiple of the security's lot. */
  LOT_SIZE,
  /** Neither buy nor sell. */
  SIDE_INVALID,
  /** Neither ISIN nor symbol. */
  ID_MISSING,
  /** The broker does not know this type of order or time in force. */
  ORDER_TYPE_UNSUPPORTED,
  /** A limit order without limit price, or a price in another currency than the security's. */
  LIMIT_PRICE_INVALID,
  /** The security is not in the universe. */
  UNKNOWN_SECURITY,
  /** The universe does not allow buying the security. */
  BUY_DISABLED,
  /** The universe does not allow selling the security. */
  SELL_DISABLED,
  /** The broker cannot be reached. */
  BROKER_UNAVAILABLE,
  /** The venue is closed, or nobody knows whether it is open. */
  MARKET_CLOSED,
  /** The security was bought too recently. */
  BUY_COOLDOWN,
  /** The security was traded too recently to be sold. */
  MIN_HOLD,
  /** Another order for the security is open. */
  PENDING_ORDER,
  /** There is nothing to sell. */
  NO_POSITION,
  /** More is to be sold than is held and free. */
  OVERSELL,
  /** The balance of the trade currency is negative. */
  NEGATIVE_BALANCE,
  /** The free cash does not pay for the order at its worst price. */
  INSUFFICIENT_FUNDS,
  /** The cash in the base currency does not suffice to buy the trade currency. */
  FX_CONVERSION_FAILED,
  /** Too little time since the last order. */
  FREQ_MIN_GAP,
  /** Too many orders today. */
  FREQ_DAILY,
  /** Too many orders in seven days. */
  FREQ_WEEKLY,
  /** The portfolio lost so much today that nothing may be sold. */
  DAILY_LOSS_SELL_HALT,
  /** The portfolio lost so much today that nothing may be traded. */
  DAILY_LOSS_HALT,
  /**
   * The account is in research mode: no broker outside the house gets an order. As a warning: the
   * broker is play.
   */
  RESEARCH_MODE,
  /** A person has stopped buying; only sales are allowed. */
  BUYS_HALTED,
  /** A person has stopped all trading of the account. */
  TRADING_HALTED,
  /** An order of the security went wrong and nobody has looked at it yet. */
  SECURITY_HALTED,
  /** No exchange rate is known for the trade currency. */
  RATE_UNAVAILABLE,
  /** No price above zero is known. */
  PRICE_NOT_POSITIVE,
  /** The last known price is too old. */
  STALE_PRICE,
  /** The balances are not known. */
  CASH_UNKNOWN,
  /** The same intent id came with another content. */
  DUPLICATE_INTENT,
  /** The broker refused the order. */
  BROKER_REJECTED,
  /** Nothing was sent because the request asked for a rehearsal. */
  DRY_RUN,
  /** An earlier entry of the batch failed and the caller wanted to stop there. */
  NOT_ATTEMPTED,
  /** The amount is zero or negative. */
  AMOUNT_NOT_POSITIVE,
  /** The security is already in the universe and active. */
  ALREADY_ACTIVE,
  /** The security is held or has an open order. */
  STILL_HELD,
  /** The request would contradict what is already recorded. */
  CONFLICT,
  /** The order is in a state that does not allow it. */
  WRONG_STATE,
  /** Something of this kind runs already. */
  ALREADY_RUNNING,
  /** Switched off by configuration. */
  DISABLED,
  /** A name nobody knows. */
  UNKNOWN_NAME,
  /** An option that does not exist, has an impossible value, or contradicts another. */
  UNKNOWN_OPTION,
  /** There is nothing to work with: neither positions nor cash, or no prices. */
  NOTHING_TO_WORK_WITH,
  /** The order is worth more than ten thousand at its limit: a warning only. */
  LARGE_TRADE,
  /** The commission is more than one percent of the value: a warning only. */
  COST_RATIO_HIGH,
  /** The position would outgrow its cap: a warning only. */
  CONCENTRATION,
  /** The weight is close enough to its target: no trade is worth making. */
  WITHIN_TOLERANCE,
  /** Sold too recently to be sold again. */
  SELL_COOLDOWN,
  /** A sale would realise a larger loss than is accepted. */
  LOSS_TOO_DEEP,
  /** The security's score, or its quality alone, is below what a purchase asks for. */
  SCORE_TOO_LOW,
  /** The security has no score, or nothing is known of its quality. */
  UNSCORED,
  /** The price is too near its high of the last year to buy. */
  PRICE_TOO_HIGH,
  /** Better candidates of its kind took all places. */
  NOT_SELECTED,
  /** It was combined with all others, and the best sequence does without it. */
  NOT_IN_BEST,
  /** The plan has as many steps, or the portfolio as many positions, as are allowed. */
  PLAN_FULL,
  /** A part of the house that is needed cannot be reached. */
  UNAVAILABLE,
  /** The queue of the pool is full. */
  BUSY
}
