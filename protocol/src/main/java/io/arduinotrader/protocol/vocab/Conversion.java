package io.arduinotrader.protocol.vocab;

/**
 * A currency exchange that a broker made to pay for a purchase.
 *
 * @param sold what left the account, above zero
 * @param bought what came in for it, above zero
 * @param rate the rate the broker applied
 */
public record Conversion(Money sold, Money bought, FxRate rate) {

  /**
   * Checks that both sides are real and differ in currency.
   *
   * @throws IllegalArgumentException otherwise
   */
  public Conversion {
    if (sold.signum() <= 0 || bought.signum() <= 0) {
      throw new IllegalArgumentException("both sides of a conversion must be above zero");
    }
    if (sold.currency().equals(bought.currency())) {
      throw new IllegalArgumentException("a conversion needs two currencies");
    }
  }
}
