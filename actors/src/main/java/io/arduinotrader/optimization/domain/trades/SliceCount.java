package io.arduinotrader.optimization.domain.trades;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Into how many slices, one a session, an order is best cut.
 *
 * <p>With a commission F per slice and the square-root law, k equal slices of an order of value X
 * cost {@code C(k) = k F + c X^{3/2} / √k} with {@code c = η σ / √D}; the cost is least at {@code
 * k* = (c X^{3/2} / 2F)^{2/3}}. For orders of a few thousand in liquid securities that is below
 * one: one slice is cheapest. No slice may be too large a share of a session's volume, so more may
 * be needed than are cheapest.
 *
 * @param sessions slices, 1 or more
 * @param forVolume whether the volume of the sessions asked for more than cost alone
 */
record SliceCount(int sessions, boolean forVolume) {

  static SliceCount of(ExecutionOrder order, ExecutionRules rules) {
    double volume = order.averageVolume().orElse(Double.POSITIVE_INFINITY);
    double quantity = order.quantity().value().doubleValue();
    double needed = Math.ceil(quantity / (rules.maximumParticipation() * volume));
    double cheapest = cheapest(order, rules);
    double wanted = Math.max(Math.max(needed, cheapest), 1);
    int sessions = (int) Math.max(1, Math.min(wanted, most(order, rules)));
    return new SliceCount(sessions, needed > cheapest && sessions > 1);
  }

  /** What k slices cost, without what does not depend on k; infinite data make it just the fees. */
  static double cost(int slices, ExecutionOrder order, ExecutionRules rules) {
    double value = order.value().doubleValue();
    double fees = slices * rules.costs().fixed().doubleValue();
    return fees + impactAtOnce(order, rules, value) / Math.sqrt(slices);
  }

  /** The better neighbour of k*. */
  private static double cheapest(ExecutionOrder order, ExecutionRules rules) {
    double fixed = rules.costs().fixed().doubleValue();
    double impact = impactAtOnce(order, rules, order.value().doubleValue());
    if (impact <= 0) {
      return 1;
    }
    double exact = fixed > 0 ? Math.pow(impact / (2 * fixed), 2.0 / 3) : rules.maximumSlices();
    int below = (int) Math.max(1, Math.min(Math.floor(exact), rules.maximumSlices()));
    return cost(below + 1, order, rules) < cost(below, order, rules) ? below + 1.0 : below;
  }

  private static double impactAtOnce(ExecutionOrder order, ExecutionRules rules, double value) {
    if (order.averageVolume().isEmpty() || order.dailyVolatility().isEmpty()) {
      return 0;
    }
    double traded = order.averageVolume().getAsDouble() * order.price().doubleValue();
    return rules.impactFactor()
        * order.dailyVolatility().getAsDouble()
        * value
        * Math.sqrt(value / traded);
  }

  /** No more than there are lots, than are worth their commission, and than the rules allow. */
  private static double most(ExecutionOrder order, ExecutionRules rules) {
    BigDecimal lots = order.quantity().value().divide(order.lot().value(), 0, RoundingMode.DOWN);
    int most = (int) Math.min(lots.doubleValue(), rules.maximumSlices());
    while (most > 1
        && !rules
            .costs()
            .isWorthwhile(order.value().divide(BigDecimal.valueOf(most), 6, RoundingMode.DOWN))) {
      most--;
    }
    return most;
  }
}
