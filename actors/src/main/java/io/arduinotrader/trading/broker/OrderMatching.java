package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the simulated market gives an order: as much as the day's volume allows, at the last price
 * moved by half the spread, and never worse than the order's limit.
 */
final class OrderMatching {

  /** What the broker makes of an order at a moment. */
  sealed interface Match {

    /** Nothing to be had at the order's conditions. */
    record None() implements Match {}

    /** An execution. */
    record Trade(Quantity quantity, Price price, Money commission, Optional<Conversion> conversion)
        implements Match {}

    /** The account cannot pay for it or does not have the shares. */
    record Unpayable(String reason) implements Match {}
  }

  /**
   * The market at a moment.
   *
   * @param rate base currency to the order's currency
   * @param takenToday shares of the security this broker has traded today
   */
  record Moment(BrokerPrices.Quotation quotation, FxRate rate, BigDecimal takenToday) {}

  private final SimulationSettings settings;

  OrderMatching(SimulationSettings settings) {
    this.settings = settings;
  }

  Match match(SimulatedOrder order, Moment moment) {
    Price price = priceFor(order.order().side(), moment.quotation().last());
    Quantity quantity = available(order, moment);
    if (quantity.isZero() || !isWithinLimit(order, price)) {
      return new Match.None();
    }
    Money commission = commission(order, quantity, price, moment);
    return order.order().side() == Side.SELL
        ? new Match.Trade(quantity, price, commission, Optional.empty())
        : paid(order, quantity, price, commission, moment);
  }

  /** Shares at the price of the moment, whatever the order says, paid in the trade currency. */
  Match.Trade at(SimulatedOrder order, Quantity shares, Moment moment) {
    Price price = priceFor(order.order().side(), moment.quotation().last());
    return new Match.Trade(
        shares, price, commission(order, shares, price, moment), Optional.empty());
  }

  private Money commission(SimulatedOrder order, Quantity shares, Price price, Moment moment) {
    BigDecimal total = order.value().add(price.times(shares));
    Money due = settings.commission().charged(total, moment.rate());
    Money charged = order.commission();
    return due.isLessThan(charged) ? Money.zero(order.currency()) : due.minus(charged);
  }

  /** Bid for a sale, ask for a buy. */
  private Price priceFor(Side side, Price last) {
    BigDecimal factor =
        side == Side.BUY
            ? BigDecimal.ONE.add(settings.halfSpread())
            : BigDecimal.ONE.subtract(settings.halfSpread());
    return Price.rounded(last.amount().multiply(factor), last.currency());
  }

  private static boolean isWithinLimit(SimulatedOrder order, Price price) {
    return order
        .order()
        .limit()
        .map(Price::amount)
        .map(
            limit ->
                order.order().side() == Side.BUY
                    ? price.amount().compareTo(limit) <= 0
                    : price.amount().compareTo(limit) >= 0)
        .orElse(true);
  }

  private Quantity available(SimulatedOrder order, Moment moment) {
    Quantity open = order.order().quantity().minus(order.filled());
    if (moment.quotation().dayVolume().isEmpty()) {
      return open;
    }
    BigDecimal share =
        BigDecimal.valueOf(moment.quotation().dayVolume().getAsLong())
            .multiply(settings.participation())
            .subtract(moment.takenToday())
            .setScale(0, RoundingMode.DOWN)
            .max(BigDecimal.ZERO);
    return new Quantity(share.min(open.value()));
  }

  /** A buy is paid from what is set aside for it, and from nothing else. */
  private Match paid(
      SimulatedOrder order, Quantity quantity, Price price, Money commission, Moment moment) {
    Money cost = Money.rounded(price.times(quantity), price.currency()).plus(commission);
    Money ready = order.funds(order.currency());
    Money spentBase = Money.zero(moment.rate().base());
    for (Fill fill : order.fills()) {
      ready = ready.minus(fill.value()).minus(fill.commission());
      if (fill.conversion().isPresent()) {
        ready = ready.plus(fill.conversion().get().bought());
        spentBase = spentBase.plus(fill.conversion().get().sold());
      }
    }
    if (!ready.isLessThan(cost)) {
      return new Match.Trade(quantity, price, commission, Optional.empty());
    }
    if (order.currency().equals(moment.rate().base())) {
      return new Match.Unpayable(cost + " needed, " + ready + " set aside");
    }
    Conversion conversion = exchange(ready.signum() > 0 ? cost.minus(ready) : cost, moment.rate());
    Money setAside = order.funds(moment.rate().base()).minus(spentBase);
    return setAside.isLessThan(conversion.sold())
        ? new Match.Unpayable(conversion.sold() + " needed, " + setAside + " set aside")
        : new Match.Trade(quantity, price, commission, Optional.of(conversion));
  }

  private Conversion exchange(Money bought, FxRate market) {
    FxRate applied =
        new FxRate(
            market.base(),
            market.quote(),
            market
                .quotePerBase()
                .multiply(BigDecimal.ONE.subtract(settings.conversionSpread()))
                .setScale(FxRate.PLACES, RoundingMode.HALF_EVEN),
            market.at(),
            market.source());
    return new Conversion(
        Money.roundedUp(applied.toBase(bought.amount()), market.base()), bought, applied);
  }
}
