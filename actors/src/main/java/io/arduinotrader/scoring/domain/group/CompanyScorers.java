package io.arduinotrader.scoring.domain.group;

/** From a company's figures and analysts' opinions to a score between 0 and 1. */
public final class CompanyScorers {

  private static final double UNSAFE_PAYOUT = 0.4;

  private CompanyScorers() {}

  /**
   * A price-earnings ratio against that of the market: cheaper than the market is good.
   *
   * @param ratio above zero
   * @param market above zero
   */
  public static double priceEarnings(double ratio, double market) {
    double premium = (ratio - market) / market;
    if (premium >= 0.20) {
      return 0.2;
    }
    if (premium >= 0) {
      return 0.5 - 1.5 * premium;
    }
    if (premium >= -0.10) {
      return 0.5 + 2 * Math.abs(premium);
    }
    if (premium >= -0.20) {
      return 0.7 + 3 * (Math.abs(premium) - 0.10);
    }
    return 1;
  }

  /** Profit margin, as a fraction of revenue. */
  public static double margin(double margin) {
    return margin >= 0 ? Math.min(1, 0.5 + 2.5 * margin) : Math.max(0, 0.5 + 2 * margin);
  }

  /**
   * Debt to equity as a ratio; below zero, which is negative equity, there is nothing to praise.
   */
  public static double leverage(double debtToEquity) {
    return debtToEquity < 0 ? 0 : Math.max(0, 1 - Math.min(2, debtToEquity) / 2);
  }

  /** Current assets to current liabilities; negative ones are as bad as none. */
  public static double liquidity(double currentRatio) {
    return Math.clamp(Math.min(3, currentRatio) / 2, 0.0, 1.0);
  }

  /** Annual dividends as a fraction of the price. */
  public static double dividendYield(double yield) {
    if (yield >= 0.06) {
      return 1;
    }
    if (yield >= 0.03) {
      return 0.7 + 10 * (yield - 0.03);
    }
    if (yield >= 0.01) {
      return 0.4 + 15 * (yield - 0.01);
    }
    return 0.3 + 10 * Math.max(0, yield);
  }

  /**
   * Dividends as a fraction of earnings; paid out of a loss they are as unsafe as too high ones.
   */
  public static double payout(double payout, ScoringRules.Cliffs cliffs) {
    if (payout < 0) {
      return UNSAFE_PAYOUT;
    }
    if (payout < 0.3) {
      return 0.5 + payout / 0.6;
    }
    double line = payout <= 0.6 ? 1 : 1 - 1.5 * (payout - 0.6);
    return switch (cliffs) {
      case SHEER -> payout > 0.8 ? UNSAFE_PAYOUT : line;
      case TAPERED -> Math.max(UNSAFE_PAYOUT, line);
    };
  }

  /** Annual growth of the dividend, as a fraction. */
  public static double dividendGrowth(double growth) {
    return Math.clamp(0.5 + 5 * growth, 0.0, 1.0);
  }

  /** Analysts' mean price target above the price, as a fraction. */
  public static double targetUpside(double upside) {
    return Math.clamp(0.5 + 2.5 * upside, 0.0, 1.0);
  }
}
