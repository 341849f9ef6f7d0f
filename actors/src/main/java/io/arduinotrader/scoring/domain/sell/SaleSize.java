package io.arduinotrader.scoring.domain.sell;

/**
 * How much of a position to sell.
 *
 * @param share of the position, 0 to 1
 * @param quantity shares, whole lots; zero when a sale would be worth too little
 */
public record SaleSize(double share, double quantity) {

  private static final double LEAST_SHARE = 0.10;
  private static final double MOST_SHARE = 0.50;

  /**
   * A tenth of the position for a score of 0, half of it for 1, in whole lots; one lot stays.
   *
   * @param score 0 to 1
   * @param price in base currency
   * @param lot shares of a lot; less than one counts as one
   */
  public static SaleSize of(
      double score, double quantity, double price, double lot, SellSettings settings) {
    double size = Math.max(1, lot);
    double wanted =
        Math.clamp(LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * score, LEAST_SHARE, MOST_SHARE);
    double sold = wholeLots(quantity * wanted, size);
    if (sold >= quantity - size) {
      sold = wholeLots(quantity - size, size);
    }
    if (sold < size || sold * price < settings.minimumValue()) {
      return new SaleSize(0, 0);
    }
    return new SaleSize(sold / quantity, sold);
  }

  private static double wholeLots(double quantity, double lot) {
    return Math.floor(quantity / lot) * lot;
  }
}
