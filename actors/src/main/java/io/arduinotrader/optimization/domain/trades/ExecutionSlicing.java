package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.ImpactBasis;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.OrderSlices;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.Pace;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.Slice;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts orders into slices, at most one a session: as many as cost least, or as the volume of the
 * sessions asks for.
 *
 * <p>Impact follows the square-root law: a slice of value x costs about η σ x √(x / D), with the
 * daily volatility σ and the value D traded in a session (Almgren, Thum, Hauptmann and Li 2005;
 * Tóth et al. 2011). Where volume or volatility is unknown an order is one slice and its impact
 * assumed.
 */
public final class ExecutionSlicing {

  private ExecutionSlicing() {}

  /**
   * The schedule of orders.
   *
   * @param cash free cash in base currency
   */
  public static ExecutionSchedule schedule(
      List<ExecutionOrder> orders, BigDecimal cash, ExecutionRules rules) {
    List<OrderSlices> scheduled = new ArrayList<>();
    BigDecimal commissions = BigDecimal.ZERO;
    BigDecimal impact = BigDecimal.ZERO;
    BigDecimal left = cash;
    for (Side side : List.of(Side.SELL, Side.BUY)) {
      for (int i = 0; i < orders.size(); i++) {
        ExecutionOrder order = orders.get(i);
        if (order.side() == side) {
          OrderSlices slices = slices(i, order, rules);
          scheduled.add(slices);
          commissions = commissions.add(slices.commissions());
          impact = impact.add(slices.impact());
          BigDecimal value = side == Side.SELL ? order.value() : order.value().negate();
          left = left.add(value).subtract(slices.commissions());
        }
      }
    }
    boolean buys = orders.stream().anyMatch(order -> order.side() == Side.BUY);
    BigDecimal shortfall = buys ? left.negate().max(BigDecimal.ZERO) : BigDecimal.ZERO;
    return new ExecutionSchedule(scheduled, commissions, impact, shortfall);
  }

  private static OrderSlices slices(int index, ExecutionOrder order, ExecutionRules rules) {
    SliceCount count = SliceCount.of(order, rules);
    Pace pace = pace(count, order, rules);
    List<Quantity> quantities = SliceShares.inLots(order, shares(pace, count, order, rules));
    BigDecimal commissions = BigDecimal.ZERO;
    double impact = 0;
    boolean known = order.averageVolume().isPresent() && order.dailyVolatility().isPresent();
    List<Slice> slices = new ArrayList<>(quantities.size());
    for (Quantity quantity : quantities) {
      Slice slice = new Slice(quantity, slices.size());
      BigDecimal value = order.price().multiply(quantity.value());
      commissions = commissions.add(rules.costs().of(value));
      impact += impact(order, slice, value.doubleValue(), rules);
      slices.add(slice);
    }
    return new OrderSlices(
        index,
        slices,
        slices.size() == 1 ? Pace.IMMEDIATE : pace,
        commissions,
        new BigDecimal(impact, MathContext.DECIMAL64),
        known ? ImpactBasis.SQUARE_ROOT_LAW : ImpactBasis.ASSUMED_FRACTION);
  }

  /**
   * Sessions that must each take all they may leave nothing to arrange; otherwise the price risk of
   * waiting decides whether to hurry.
   */
  private static Pace pace(SliceCount count, ExecutionOrder order, ExecutionRules rules) {
    if (count.sessions() == 1) {
      return Pace.IMMEDIATE;
    }
    if (rules.riskAversion() > 0 && order.dailyVolatility().orElse(0) > 0) {
      double first = SliceShares.frontLoaded(count.sessions(), urgency(count, order, rules))[0];
      double volume = order.averageVolume().orElse(Double.POSITIVE_INFINITY);
      boolean fits =
          first * order.quantity().value().doubleValue() <= rules.maximumParticipation() * volume;
      return fits ? Pace.ALMGREN_CHRISS : count.forVolume() ? Pace.SHARE_OF_VOLUME : Pace.TWAP;
    }
    return Pace.TWAP;
  }

  private static double[] shares(
      Pace pace, SliceCount count, ExecutionOrder order, ExecutionRules rules) {
    return switch (pace) {
      case IMMEDIATE, TWAP -> SliceShares.equal(count.sessions());
      case ALMGREN_CHRISS ->
          SliceShares.frontLoaded(count.sessions(), urgency(count, order, rules));
      case SHARE_OF_VOLUME -> {
        double session = rules.maximumParticipation() * order.averageVolume().orElse(0);
        double quantity = order.quantity().value().doubleValue();
        yield session * count.sessions() < quantity
            ? SliceShares.equal(count.sessions())
            : SliceShares.ofVolume(count.sessions(), session / quantity);
      }
    };
  }

  /**
   * κ with κ² = λ σ² / η, per session: λ the risk aversion, σ the deviation of a share's price in a
   * session, η the price move per share traded in a session, taken from the square-root law at the
   * size of an equal slice.
   */
  private static double urgency(SliceCount count, ExecutionOrder order, ExecutionRules rules) {
    double volume = order.averageVolume().orElse(0);
    double deviation = order.dailyVolatility().orElse(0) * order.price().doubleValue();
    double slice = order.quantity().value().doubleValue() / count.sessions();
    double perShare = rules.impactFactor() * deviation * Math.sqrt(slice / volume) / slice;
    return perShare > 0 ? Math.sqrt(rules.riskAversion() * deviation * deviation / perShare) : 0;
  }

  private static double impact(
      ExecutionOrder order, Slice slice, double value, ExecutionRules rules) {
    if (order.averageVolume().isEmpty() || order.dailyVolatility().isEmpty()) {
      return rules.assumedImpact() * value;
    }
    double participation =
        slice.quantity().value().doubleValue() / order.averageVolume().getAsDouble();
    return rules.impactFactor()
        * order.dailyVolatility().getAsDouble()
        * value
        * Math.sqrt(participation);
  }
}
