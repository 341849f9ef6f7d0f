package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A position at a price, in base currency and not rounded. The gain is measured against what the
 * shares cost at the rates of their purchases, so it holds the gain of the price and that of the
 * currency.
 */
record Repricing(BigDecimal marketValue, BigDecimal gain, BigDecimal gainPercent) {

  static Repricing of(Position position, Price price, FxRate rate) {
    BigDecimal value = rate.toBase(price.times(position.quantity()));
    BigDecimal gain = value.subtract(position.baseCost());
    return new Repricing(value, gain, percent(gain, position.baseCost()));
  }

  /** Percent points of a cost, zero when there was none. */
  static BigDecimal percent(BigDecimal gain, BigDecimal cost) {
    return cost.signum() == 0
        ? BigDecimal.ZERO
        : gain.movePointRight(2).divide(cost, MathContext.DECIMAL128);
  }
}
