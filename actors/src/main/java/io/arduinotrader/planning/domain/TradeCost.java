package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.PlanningWork.Limits;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/** What a trade costs in base currency: a fixed fee, a share of the value, and half the spread. */
record TradeCost(BigDecimal fixed, BigDecimal proportional, BigDecimal maximumRatio) {

  /** Buys are paid for at no more than the last price plus this fraction. */
  private static final BigDecimal WORST_PRICE = new BigDecimal("1.02");

  /** An exchange of currencies sets this much more aside. */
  private static final BigDecimal EXCHANGE_MARGIN = new BigDecimal("1.02");

  private static final Currency BASE = Currency.EUR;

  static TradeCost of(Limits limits) {
    return new TradeCost(
        limits.commissionFixed(),
        limits.commissionPercent().add(limits.halfSpread()),
        limits.maximumCostRatio());
  }

  /** The cost of a trade of this value. */
  BigDecimal of(BigDecimal value) {
    return fixed.add(value.multiply(proportional));
  }

  /** Whether the cost is a larger share of the value than allowed. */
  boolean isTooHighFor(BigDecimal value) {
    return value.signum() == 0 || of(value).compareTo(value.multiply(maximumRatio)) > 0;
  }

  /**
   * The largest value of a buy the cash pays for, zero when none is. Its price may still move, so
   * the cash must cover the worst price with its costs, and a margin when currencies are exchanged.
   */
  BigDecimal affordable(BigDecimal cash, boolean inBaseCurrency) {
    BigDecimal available =
        inBaseCurrency ? cash : cash.divide(EXCHANGE_MARGIN, MathContext.DECIMAL64);
    BigDecimal value =
        available
            .subtract(fixed)
            .divide(WORST_PRICE.multiply(BigDecimal.ONE.add(proportional)), MathContext.DECIMAL64);
    return value.max(BigDecimal.ZERO);
  }

  static Money base(BigDecimal amount) {
    return Money.rounded(amount, BASE);
  }
}
