package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.vocab.Price;
import java.util.Optional;

/**
 * A security in numbers to compute with.
 *
 * @param number its place in the order of the ISINs, from zero
 * @param unit what a share is worth in base currency, zero when no price is known
 * @param lot shares are traded in multiples of this
 * @param held shares
 * @param value of them in base currency
 */
public record Asset(
    int number, PlanSecurity security, double unit, double lot, double held, double value) {

  private static final double NEUTRAL = 0.5;

  static Asset of(int number, PlanSecurity security) {
    double unit =
        security
            .price()
            .map(price -> security.rate().toBase(price.amount()).doubleValue())
            .orElse(0.0);
    double held = security.holding().quantity().value().doubleValue();
    return new Asset(
        number, security, unit, security.lot().value().doubleValue(), held, held * unit);
  }

  /** Whether there is a price to trade at. */
  public boolean priced() {
    return unit > 0;
  }

  /** Its score, neutral when it has none. */
  double score() {
    return security.outlook().score().orElse(NEUTRAL);
  }

  /**
   * The lesser of its score and its quality. A score also praises a price that has fallen; without
   * quality that is no reason to buy.
   */
  double merit() {
    return Math.min(score(), security.outlook().quality().orElse(NEUTRAL));
  }

  /** What was won on the cost, as a fraction; empty when the cost or the price is unknown. */
  Optional<Double> gain() {
    return security
        .holding()
        .averagePrice()
        .flatMap(average -> security.price().map(price -> amount(price) / amount(average) - 1));
  }

  private static double amount(Price price) {
    return price.amount().doubleValue();
  }
}
