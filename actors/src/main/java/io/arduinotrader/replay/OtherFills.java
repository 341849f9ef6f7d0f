package io.arduinotrader.replay;

import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.replay.WhatIfChanges;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What executions would have been under other conditions. */
final class OtherFills {

  private final WhatIfChanges changes;

  OtherFills(WhatIfChanges changes) {
    this.changes = changes;
  }

  /**
   * An execution at the other price and cost.
   *
   * @param isFirst whether it is the first of its order, which pays what is charged per order
   * @param recorded the books before the execution as it was
   * @param changed the books before it as they would have been
   */
  Fill of(Fill fill, boolean isFirst, PortfolioState recorded, PortfolioState changed) {
    Price price = price(fill);
    Money commission = commission(fill, price, isFirst);
    Fill unpaid =
        new Fill(
            fill.id(),
            fill.intent(),
            fill.order(),
            fill.account(),
            fill.isin(),
            fill.symbol(),
            fill.side(),
            fill.quantity(),
            price,
            commission,
            fill.rate(),
            Optional.empty(),
            fill.executedAt());
    Optional<Conversion> conversion = conversion(fill, unpaid, recorded, changed);
    return conversion.isEmpty() ? unpaid : paid(unpaid, conversion);
  }

  /** Books that never were have no place in the journal. */
  static PortfolioView view(PortfolioState state) {
    return state.view(Digest.EMPTY, 0);
  }

  /** What an execution costs in all, in its trade currency. */
  static Money cost(Fill fill) {
    return fill.side() == Side.BUY
        ? fill.value().plus(fill.commission())
        : fill.commission().minus(fill.value());
  }

  private Price price(Fill fill) {
    BigDecimal shift =
        changes.shifts().stream()
            .filter(each -> each.symbol().equals(fill.symbol()))
            .map(WhatIfChanges.Shift::fraction)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal spread = fill.side() == Side.BUY ? changes.spread() : changes.spread().negate();
    if (shift.signum() == 0 && spread.signum() == 0) {
      return fill.price();
    }
    BigDecimal amount =
        fill.price()
            .amount()
            .multiply(BigDecimal.ONE.add(shift))
            .multiply(BigDecimal.ONE.add(spread))
            .setScale(Price.PLACES, RoundingMode.HALF_EVEN)
            .max(BigDecimal.ONE.movePointLeft(Price.PLACES));
    return new Price(amount, fill.price().currency());
  }

  private Money commission(Fill fill, Price price, boolean isFirst) {
    if (changes.cost().isEmpty()) {
      return fill.commission();
    }
    WhatIfChanges.Cost cost = changes.cost().get();
    BigDecimal share = price.times(fill.quantity()).multiply(cost.fraction());
    BigDecimal fixed = isFirst ? fill.rate().toQuote(cost.fixed().amount()) : BigDecimal.ZERO;
    return Money.rounded(share.add(fixed), price.currency());
  }

  /**
   * What would have been exchanged to pay for it: as much as was, more by what it costs more and by
   * what less of its currency is there; without any exchange before, only what is missing.
   */
  private static Optional<Conversion> conversion(
      Fill fill, Fill unpaid, PortfolioState recorded, PortfolioState changed) {
    Currency traded = fill.price().currency();
    if (traded.equals(Currency.EUR) || fill.side() == Side.SELL) {
      return fill.conversion();
    }
    Money balance = view(changed).balance(traded);
    Money more = cost(unpaid).minus(cost(fill)).plus(view(recorded).balance(traded).minus(balance));
    if (fill.conversion().isPresent()) {
      Conversion made = fill.conversion().get();
      Money bought = made.bought().plus(more);
      return bought.signum() > 0 ? Optional.of(scaled(made, bought)) : Optional.empty();
    }
    Money missing = more.min(cost(unpaid).minus(balance));
    return missing.signum() > 0
        ? Optional.of(
            new Conversion(
                Money.roundedUp(fill.rate().toBase(missing.amount()), Currency.EUR),
                missing,
                fill.rate()))
        : Optional.empty();
  }

  private static Conversion scaled(Conversion made, Money bought) {
    if (bought.equals(made.bought())) {
      return made;
    }
    BigDecimal sold =
        made.sold()
            .amount()
            .multiply(bought.amount())
            .divide(made.bought().amount(), MathContext.DECIMAL128);
    return new Conversion(Money.roundedUp(sold, made.sold().currency()), bought, made.rate());
  }

  private static Fill paid(Fill fill, Optional<Conversion> conversion) {
    return new Fill(
        fill.id(),
        fill.intent(),
        fill.order(),
        fill.account(),
        fill.isin(),
        fill.symbol(),
        fill.side(),
        fill.quantity(),
        fill.price(),
        fill.commission(),
        fill.rate(),
        conversion,
        fill.executedAt());
  }
}
