package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an order costs, in the security's currency.
 *
 * @param value quantity times expected price
 * @param commission of that value
 * @param estimated value plus commission of a buy, value less commission of a sale
 * @param worst what a buy may cost at most: at its limit, or at the last price plus the margin of
 *     market orders, with commission; zero for a sale
 * @param rate base currency to the security's currency
 */
public record Costs(Money value, Money commission, Money estimated, Money worst, FxRate rate) {

  /** The costs of a candidate, empty when no price or no rate is known. */
  static Optional<Costs> of(Candidate candidate) {
    return candidate
        .expectedPrice()
        .flatMap(price -> candidate.rate().map(rate -> of(candidate, price, rate)));
  }

  private static Costs of(Candidate candidate, Price price, FxRate rate) {
    TradingRules.Pricing pricing = candidate.rules().pricing();
    BigDecimal exact = price.times(candidate.intent().quantity());
    Money value = Money.rounded(exact, price.currency());
    Money commission = pricing.commission().charged(exact, rate);
    if (!candidate.buys()) {
      return new Costs(
          value, commission, value.minus(commission), Money.zero(price.currency()), rate);
    }
    BigDecimal worstValue =
        candidate.hasLimit() ? exact : exact.multiply(BigDecimal.ONE.add(pricing.marketMargin()));
    Money worst =
        Money.roundedUp(
            worstValue.add(pricing.commission().exact(worstValue, rate)), price.currency());
    return new Costs(value, commission, value.plus(commission), worst, rate);
  }
}
