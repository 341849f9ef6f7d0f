package io.arduinotrader.replay;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.replay.ReplayedState;
import io.arduinotrader.protocol.replay.WhatIfOutcome;
import io.arduinotrader.protocol.replay.WhatIfOutcome.Contribution;
import io.arduinotrader.protocol.replay.WhatIfOutcome.Figures;
import io.arduinotrader.protocol.replay.WhatIfOutcome.RefusedOrder;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the difference of two runs comes from, in base currency. Shares and foreign cash are worth
 * what they were last traded and exchanged at, the same in both runs. Not thread safe.
 */
final class WhatIfLedger {

  private final Map<Isin, Price> prices = new HashMap<>();
  private final Map<Currency, FxRate> rates = new HashMap<>();
  private final List<Fill> left = new ArrayList<>();
  private BigDecimal recordedCosts = BigDecimal.ZERO;
  private BigDecimal changedCosts = BigDecimal.ZERO;
  private BigDecimal dearerCosts = BigDecimal.ZERO;
  private BigDecimal dearerPrices = BigDecimal.ZERO;

  /** An execution that happened: its price and rate are the last known ones. */
  void priced(Fill fill) {
    prices.put(fill.isin(), fill.price());
    rates.put(fill.price().currency(), fill.rate());
  }

  /** An execution as it was and as it would have been. */
  void made(Fill fill, Fill other) {
    BigDecimal was = base(fill, fill.commission());
    BigDecimal would = base(other, other.commission());
    recordedCosts = recordedCosts.add(was);
    changedCosts = changedCosts.add(would);
    dearerCosts = dearerCosts.add(was.subtract(would));
    BigDecimal more = base(other, other.value()).subtract(base(fill, fill.value()));
    dearerPrices = fill.side() == Side.BUY ? dearerPrices.subtract(more) : dearerPrices.add(more);
  }

  /** An execution that would not have been. */
  void left(Fill fill) {
    recordedCosts = recordedCosts.add(base(fill, fill.commission()));
    left.add(fill);
  }

  /**
   * The whole comparison.
   *
   * @param refusedOrders how many there are
   * @param refused the first of them
   */
  WhatIfOutcome outcome(
      ReplayedState recorded,
      ReplayedState changed,
      int orders,
      int refusedOrders,
      List<RefusedOrder> refused) {
    Figures was = figures(recorded.portfolio(), recordedCosts);
    Figures would = figures(changed.portfolio(), changedCosts);
    List<Contribution> parts = contributions(would.value().minus(was.value()));
    return new WhatIfOutcome(
        recorded,
        changed,
        was,
        would,
        orders,
        refusedOrders,
        refused,
        parts,
        text(was, would, orders, refusedOrders, refused, parts));
  }

  private List<Contribution> contributions(Money difference) {
    BigDecimal withoutOrders = BigDecimal.ZERO;
    for (Fill fill : left) {
      BigDecimal paid = base(fill, OtherFills.cost(fill));
      Price price = prices.getOrDefault(fill.isin(), fill.price());
      BigDecimal worth = base(price.times(fill.quantity()), price.currency());
      withoutOrders = withoutOrders.add(paid).add(fill.side() == Side.BUY ? worth.negate() : worth);
    }
    Money costs = euros(dearerCosts);
    Money prices = euros(dearerPrices);
    Money refused = euros(withoutOrders);
    return List.of(
        new Contribution("commissions", costs),
        new Contribution("prices", prices),
        new Contribution("refused orders", refused),
        new Contribution(
            "exchange and rounding", difference.minus(costs).minus(prices).minus(refused)));
  }

  private Figures figures(PortfolioView books, BigDecimal costs) {
    BigDecimal cash = BigDecimal.ZERO;
    for (Money balance : books.cash()) {
      cash = cash.add(base(balance.amount(), balance.currency()));
    }
    BigDecimal shares = BigDecimal.ZERO;
    for (PortfolioView.Position position : books.positions()) {
      Price price = prices.get(position.isin());
      shares =
          shares.add(
              price == null
                  ? position.baseCost()
                  : base(price.times(position.quantity()), price.currency()));
    }
    Money inCash = euros(cash);
    Money inShares = euros(shares);
    return new Figures(inCash, inShares, inCash.plus(inShares), euros(costs));
  }

  private static List<String> text(
      Figures was,
      Figures would,
      int orders,
      int refusedOrders,
      List<RefusedOrder> refused,
      List<Contribution> parts) {
    List<String> text = new ArrayList<>();
    text.add(
        "The account would be worth %s instead of %s, a difference of %s."
            .formatted(would.value(), was.value(), would.value().minus(was.value())));
    parts.stream()
        .filter(part -> part.amount().signum() != 0)
        .forEach(part -> text.add("%s: %s".formatted(part.name(), part.amount())));
    text.add(
        "Commissions would be %s instead of %s; %d of %d executed orders would have been refused."
            .formatted(would.costs(), was.costs(), refusedOrders, orders));
    refused.forEach(
        order ->
            text.add(
                "%s %s %s (%s): %s, %s"
                    .formatted(
                        order.side(),
                        order.quantity(),
                        order.symbol(),
                        order.intent(),
                        order.refusal().code(),
                        order.refusal().message())));
    return List.copyOf(text);
  }

  private static BigDecimal base(Fill fill, Money amount) {
    return fill.rate().toBase(amount.amount());
  }

  /** What was never exchanged counts as it is: only the base currency comes in from outside. */
  private BigDecimal base(BigDecimal amount, Currency currency) {
    FxRate rate = rates.get(currency);
    return rate == null ? amount : rate.toBase(amount);
  }

  private static Money euros(BigDecimal amount) {
    return Money.rounded(amount, Currency.EUR);
  }
}
