package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.ImpactBasis;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.OrderSlices;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.Pace;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.Slice;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts orders into slices: one immediate slice each, unless that would be too large a share of the
 * volume of a session.
 *
 * <p>Splitting saves impact and costs a commission per slice; for orders of a few thousand in
 * liquid securities one slice is cheapest, so size against volume alone decides. Impact follows the
 * square-root law: a slice of value x costs about η σ x √(x / D), with the daily volatility σ and
 * the value D traded in a session (Almgren, Thum, Hauptmann and Li 2005; Tóth et al. 2011).
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
    List<Slice> slices = cut(order, sliceCount(order, rules));
    BigDecimal commissions = BigDecimal.ZERO;
    double impact = 0;
    boolean known = order.averageVolume().isPresent() && order.dailyVolatility().isPresent();
    for (Slice slice : slices) {
      BigDecimal value = order.price().multiply(slice.quantity().value());
      commissions = commissions.add(rules.costs().of(value));
      impact += impact(order, slice, value.doubleValue(), rules);
    }
    return new OrderSlices(
        index,
        slices,
        slices.size() == 1 ? Pace.IMMEDIATE : Pace.SPREAD_OVER_SESSIONS,
        commissions,
        new BigDecimal(impact, MathContext.DECIMAL64),
        known ? ImpactBasis.SQUARE_ROOT_LAW : ImpactBasis.ASSUMED_FRACTION);
  }

  private static int sliceCount(ExecutionOrder order, ExecutionRules rules) {
    double volume = order.averageVolume().orElse(Double.POSITIVE_INFINITY);
    double needed =
        Math.ceil(order.quantity().value().doubleValue() / (rules.maximumParticipation() * volume));
    double lots =
        order.quantity().value().divide(order.lot().value(), 0, RoundingMode.DOWN).doubleValue();
    return (int) Math.max(1, Math.min(Math.min(needed, lots), rules.maximumSlices()));
  }

  /** Equal slices in whole lots, the earlier ones larger by a lot; the first takes an odd rest. */
  private static List<Slice> cut(ExecutionOrder order, int count) {
    BigDecimal lot = order.lot().value();
    BigDecimal[] lots = order.quantity().value().divideAndRemainder(lot);
    BigDecimal[] perSlice = lots[0].divideAndRemainder(BigDecimal.valueOf(count));
    List<Slice> slices = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean larger = BigDecimal.valueOf(i).compareTo(perSlice[1]) < 0;
      BigDecimal quantity = (larger ? perSlice[0].add(BigDecimal.ONE) : perSlice[0]).multiply(lot);
      slices.add(new Slice(new Quantity(i == 0 ? quantity.add(lots[1]) : quantity), i));
    }
    return slices;
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
