package io.arduinotrader.optimization.domain.trades;

import java.math.BigDecimal;

/**
 * What a trade costs in base currency.
 *
 * @param fixed per trade, zero or more
 * @param rate fraction of the value, zero or more
 * @param maximumRatio largest share of a trade's value that its costs may have, so that small
 *     trades are not made; 1 allows all
 */
public record CostRules(BigDecimal fixed, BigDecimal rate, BigDecimal maximumRatio) {

  /** Trades without costs. */
  public static final CostRules FREE =
      new CostRules(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);

  /**
   * Checks the signs.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public CostRules {
    if (fixed.signum() < 0 || rate.signum() < 0 || maximumRatio.signum() < 0) {
      throw new IllegalArgumentException("costs must be zero or more");
    }
  }

  /** The commission of one trade of a value, nothing for no trade. */
  public BigDecimal of(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : fixed.add(value.multiply(rate));
  }

  /** Whether a trade of a value is worth its commission. */
  public boolean isWorthwhile(BigDecimal value) {
    return value.signum() > 0 && of(value).compareTo(value.multiply(maximumRatio)) <= 0;
  }
}
