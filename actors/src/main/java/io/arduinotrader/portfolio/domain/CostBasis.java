package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.portfolio.PortfolioEvent.PositionCorrected;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Weighted-average cost: a buy adds its value to the total cost, a sale takes out its part of the
 * total and leaves the average alone. The total is kept and the average derived, so that no
 * rounding of an average accumulates. Commissions are counted beside the cost, never within it.
 *
 * <p>The weighted average cost formula of IAS 2, paragraph 27, applied to shares.
 */
final class CostBasis {

  private CostBasis() {}

  /** The position after a purchase, or the first one. */
  static Position bought(Optional<Position> before, Fill fill) {
    BigDecimal value = fill.price().times(fill.quantity());
    BigDecimal baseValue = fill.rate().toBase(value);
    if (before.isEmpty()) {
      return new Position(
          fill.isin(),
          fill.symbol(),
          fill.price().currency(),
          fill.quantity(),
          canonical(value),
          canonical(baseValue),
          BigDecimal.ZERO,
          canonical(fill.commission().amount()),
          fill.executedAt(),
          fill.executedAt());
    }
    Position held = before.get();
    return new Position(
        held.isin(),
        fill.symbol(),
        held.currency(),
        held.quantity().plus(fill.quantity()),
        canonical(held.cost().add(value)),
        canonical(held.baseCost().add(baseValue)),
        held.realisedGross(),
        plus(held.fees(), fill.commission()),
        held.quantity().isZero()
            ? fill.executedAt()
            : earlier(held.firstBought(), fill.executedAt()),
        later(held.lastTraded(), fill.executedAt()));
  }

  /**
   * The position after a sale.
   *
   * @throws IllegalArgumentException when more is sold than held
   */
  static Position sold(Position held, Fill fill) {
    BigDecimal soldCost = part(held.cost(), fill.quantity(), held.quantity());
    BigDecimal soldBaseCost = part(held.baseCost(), fill.quantity(), held.quantity());
    BigDecimal gain = fill.price().times(fill.quantity()).subtract(soldCost);
    return new Position(
        held.isin(),
        fill.symbol(),
        held.currency(),
        held.quantity().minus(fill.quantity()),
        canonical(held.cost().subtract(soldCost)),
        canonical(held.baseCost().subtract(soldBaseCost)),
        canonical(held.realisedGross().add(gain)),
        plus(held.fees(), fill.commission()),
        held.firstBought(),
        later(held.lastTraded(), fill.executedAt()));
  }

  /** The position with nothing held; what was realised and paid stays. */
  static Position closed(Position held) {
    return new Position(
        held.isin(),
        held.symbol(),
        held.currency(),
        Quantity.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        held.realisedGross(),
        held.fees(),
        held.firstBought(),
        held.lastTraded());
  }

  /**
   * The position as an operator states it. Where quantity and average price are what is shown
   * anyway, the exact costs stay: the statement repeats rounded figures and knows no better.
   */
  static Position stated(Optional<Position> before, Holding holding, Instant at) {
    if (before.isPresent() && agrees(before.get(), holding)) {
      return before.get();
    }
    BigDecimal cost = holding.averagePrice().times(holding.quantity());
    boolean held = before.isPresent() && !before.get().quantity().isZero();
    return new Position(
        holding.isin(),
        holding.symbol(),
        holding.averagePrice().currency(),
        holding.quantity(),
        canonical(cost),
        canonical(holding.rate().toBase(cost)),
        before.map(Position::realisedGross).orElse(BigDecimal.ZERO),
        before.map(Position::fees).orElse(BigDecimal.ZERO),
        held ? before.get().firstBought() : at,
        before.map(Position::lastTraded).orElse(at));
  }

  /**
   * The position with as many shares as the broker has. Without a stated cost the average stays:
   * the total costs change in proportion to the shares. With one, the cost in the base currency
   * keeps the rates of the purchases, and only of shares unknown before the stated rate is taken.
   *
   * @throws IllegalStateException when no cost is stated and none is known
   */
  static Position corrected(Optional<Position> before, PositionCorrected event) {
    if (event.basis().isPresent() && !event.quantity().isZero()) {
      PortfolioRequest.Basis basis = event.basis().get();
      Position stated =
          stated(
              before,
              new Holding(
                  event.isin(),
                  event.symbol(),
                  event.quantity(),
                  basis.averagePrice(),
                  basis.rate()),
              event.at());
      return before
          .filter(held -> held.cost().signum() > 0)
          .map(held -> atOldRates(held, stated, basis))
          .orElse(stated);
    }
    Position held =
        before.orElseThrow(() -> new IllegalStateException("nothing known of " + event));
    if (event.quantity().isZero()) {
      return closed(held);
    }
    return new Position(
        held.isin(),
        held.symbol(),
        held.currency(),
        event.quantity(),
        canonical(part(held.cost(), event.quantity(), held.quantity())),
        canonical(part(held.baseCost(), event.quantity(), held.quantity())),
        held.realisedGross(),
        held.fees(),
        held.firstBought(),
        held.lastTraded());
  }

  private static Position atOldRates(Position held, Position stated, PortfolioRequest.Basis basis) {
    BigDecimal more =
        stated.quantity().value().subtract(held.quantity().value()).max(BigDecimal.ZERO);
    BigDecimal newCost = basis.averagePrice().amount().multiply(more);
    BigDecimal oldCost = stated.cost().subtract(newCost);
    BigDecimal oldBaseCost =
        oldCost.compareTo(held.cost()) == 0
            ? held.baseCost()
            : held.baseCost().multiply(oldCost).divide(held.cost(), MathContext.DECIMAL128);
    return new Position(
        stated.isin(),
        stated.symbol(),
        stated.currency(),
        stated.quantity(),
        stated.cost(),
        canonical(oldBaseCost.add(basis.rate().toBase(newCost))),
        stated.realisedGross(),
        stated.fees(),
        stated.firstBought(),
        stated.lastTraded());
  }

  private static boolean agrees(Position held, Holding holding) {
    return held.quantity().equals(holding.quantity())
        && held.averagePrice().filter(holding.averagePrice()::equals).isPresent();
  }

  private static BigDecimal part(BigDecimal total, Quantity some, Quantity held) {
    return some.equals(held)
        ? total
        : total.multiply(some.value()).divide(held.value(), MathContext.DECIMAL128);
  }

  private static BigDecimal plus(BigDecimal fees, Money commission) {
    return canonical(fees.add(commission.amount()));
  }

  /** Equal numbers become equal objects: no trailing zeros, no exponent. */
  private static BigDecimal canonical(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
