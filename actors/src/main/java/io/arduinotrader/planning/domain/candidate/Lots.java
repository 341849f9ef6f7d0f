package io.arduinotrader.planning.domain.candidate;

/** Numbers of shares in whole lots. */
public final class Lots {

  /** What is this close to a whole lot is one: a tenth of ten thousand is a thousand. */
  private static final double ALMOST = 1e-9;

  private Lots() {}

  /**
   * Shares to buy for an amount: one lot at least, none for nothing.
   *
   * @param amount in base currency
   * @param unit what a share is worth in base currency, above zero
   */
  public static double bought(double amount, double unit, double lot) {
    if (!(unit > 0)) {
      throw new IllegalArgumentException("a share must be worth something: " + unit);
    }
    return amount > 0 ? Math.max(1, whole(amount / (lot * unit))) * lot : 0;
  }

  /** Shares to sell: whole lots of what is wanted, and never more than is held. */
  public static double sold(double wanted, double lot, double held) {
    return Math.max(0, whole(Math.min(wanted, held) / lot)) * lot;
  }

  /** The fewest shares in whole lots that are worth an amount of base currency. */
  static double worth(double amount, double unit, double lot) {
    return -whole(-amount / (lot * unit)) * lot;
  }

  private static double whole(double lots) {
    return Math.floor(lots + ALMOST * Math.max(1, Math.abs(lots)));
  }
}
