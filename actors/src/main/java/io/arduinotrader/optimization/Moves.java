package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.trades.LotPlan;
import io.arduinotrader.optimization.domain.trades.LotPosition;
import io.arduinotrader.optimization.domain.trades.LotRounding;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.AllocationReply.Move;
import io.arduinotrader.protocol.optimization.AllocationReply.TargetWeight;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Trades that lead from what is held to target weights. */
final class Moves {

  private static final Quantity SMALLEST_FRACTION = Quantity.of("0.000001");

  private final Market market;
  private final AllocationQuestion question;
  private final CostRules costs;

  Moves(Market market, AllocationQuestion question, CostRules costs) {
    this.market = market;
    this.question = question;
    this.costs = costs;
  }

  /** Trades and what their commissions come to in base currency. */
  record Trades(List<Move> moves, Money commissions) {}

  /**
   * The trades of the weights that are worth one.
   *
   * @param worthwhile which weights are to be changed
   */
  Trades towards(
      List<TargetWeight> weights, boolean fractional, Predicate<TargetWeight> worthwhile) {
    List<LotPosition> positions = new ArrayList<>();
    for (TargetWeight weight : weights) {
      positions.add(position(weight, fractional, worthwhile.test(weight)));
    }
    LotPlan plan = LotRounding.plan(positions, question.cash(), BigDecimal.ZERO, costs);
    List<Move> moves = new ArrayList<>();
    for (LotPlan.Trade trade : plan.trades()) {
      TargetWeight weight = weights.get(trade.position());
      moves.add(
          new Move(
              weight.isin(),
              weight.symbol(),
              trade.side(),
              trade.quantity().value(),
              Money.rounded(trade.value(), Currency.EUR),
              weight.current(),
              weight.target()));
    }
    return new Trades(List.copyOf(moves), Money.rounded(plan.commissions(), Currency.EUR));
  }

  private LotPosition position(TargetWeight weight, boolean fractional, boolean worthwhile) {
    SecurityRecord security = question.securityOf(weight.isin());
    return new LotPosition(
        question.held(weight.isin()),
        fractional ? SMALLEST_FRACTION : security.minimumLot(),
        price(weight.isin()),
        Math.clamp(worthwhile ? weight.target() : weight.current(), 0.0, 1.0),
        1,
        worthwhile ? allowed(security) : Set.of());
  }

  private BigDecimal price(Isin isin) {
    return market
        .basePrice(isin)
        .orElseThrow(() -> new IllegalStateException("no price is known for " + isin));
  }

  private static Set<Side> allowed(SecurityRecord security) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    if (security.active() && security.allowBuy()) {
      sides.add(Side.BUY);
    }
    if (security.allowSell()) {
      sides.add(Side.SELL);
    }
    return sides;
  }

  /** Every security's current and target weight. */
  static List<TargetWeight> weights(OptimizationWork.Job job, List<Double> targets) {
    List<TargetWeight> weights = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      var asset = job.assets().get(i);
      weights.add(
          new AllocationReply.TargetWeight(
              asset.isin(), asset.symbol(), asset.current(), targets.get(i)));
    }
    return List.copyOf(weights);
  }
}
