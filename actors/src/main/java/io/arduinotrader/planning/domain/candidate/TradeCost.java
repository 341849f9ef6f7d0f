package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlannerSettings.Costs;

/**
 * What a trade costs in base currency: a fixed fee, a share of the value, and half the spread.
 *
 * @param fixed per trade
 * @param commission share of the value
 * @param halfSpread share of the value
 * @param largestRatio largest share of the value that costs may have
 */
public record TradeCost(double fixed, double commission, double halfSpread, double largestRatio) {

  /** Buys are paid for at no more than the last price plus this fraction. */
  private static final double WORST_PRICE = 1.02;

  /** An exchange of currencies sets this much more aside. */
  private static final double EXCHANGE_MARGIN = 1.02;

  /** Where every value is too small for its costs, this is large enough. */
  private static final double LARGE_ENOUGH = 1000;

  /** A gap must be worth so many times what closing it costs. */
  private static final double WORTHWHILE = 2;

  /** The costs of the settings. */
  public static TradeCost of(Costs costs) {
    return new TradeCost(
        costs.fixed().doubleValue(),
        costs.percent().doubleValue(),
        costs.halfSpread().doubleValue(),
        costs.largestRatio().doubleValue());
  }

  /** The cost of a trade of this value. */
  public double of(double value) {
    return fixed + proportional() * Math.abs(value);
  }

  /** The smallest value of which the costs are not too large a share. */
  public double smallestTrade() {
    double spare = largestRatio - proportional();
    return spare > 0 ? fixed / spare : LARGE_ENOUGH;
  }

  /** Whether closing a gap of this value is worth its costs. */
  public boolean isWorthwhile(double gap) {
    return Math.abs(gap) >= WORTHWHILE * of(gap);
  }

  /** What must be set aside for a purchase of this value before its price is known. */
  public double setAside(double value, boolean inBaseCurrency) {
    double worst = value * WORST_PRICE * (1 + proportional()) + fixed;
    return inBaseCurrency ? worst : worst * EXCHANGE_MARGIN;
  }

  /** The largest value of a purchase for which so much can be set aside. */
  double affordable(double amount, boolean inBaseCurrency) {
    double own = inBaseCurrency ? amount : amount / EXCHANGE_MARGIN;
    return Math.max(0, (own - fixed) / (WORST_PRICE * (1 + proportional())));
  }

  private double proportional() {
    return commission + halfSpread;
  }
}
