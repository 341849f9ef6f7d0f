package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.trades.LotPlan;
import io.arduinotrader.optimization.domain.trades.LotPosition;
import io.arduinotrader.optimization.domain.trades.LotSearch;
import io.arduinotrader.optimization.domain.weights.Weights;
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
  private final double horizon;

  /**
   * Moves of a question.
   *
   * @param horizon years over which commissions are borne
   */
  Moves(Market market, AllocationQuestion question, CostRules costs, double horizon) {
    this.market = market;
    this.question = question;
    this.costs = costs;
    this.horizon = horizon;
  }

  /**
   * Trades and what their commissions come to in base currency.
   *
   * @param note how good they are, a sentence
   */
  record Trades(List<Move> moves, Money commissions, String note) {}

  /**
   * The trades of the weights that are worth one.
   *
   * @param aims the weights to trade to, one per weight; bounds are those of the weights' assets
   * @param worthwhile which weights are to be changed
   */
  Trades towards(
      List<TargetWeight> weights,
      OptimizationWork.Job job,
      Weights aims,
      boolean fractional,
      Predicate<TargetWeight> worthwhile) {
    List<LotPosition> positions = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      TargetWeight weight = weights.get(i);
      double aim = worthwhile.test(weight) ? aims.get(i) : weight.current();
      positions.add(
          position(
              weight, aim, job.assets().get(i).maximum(), fractional, worthwhile.test(weight)));
    }
    LotSearch.Found found =
        LotSearch.plan(positions, question.cash(), question.reserve(), costs, horizon);
    LotPlan plan = found.plan();
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
    return new Trades(
        List.copyOf(moves), Money.rounded(plan.commissions(), Currency.EUR), note(found));
  }

  private static String note(LotSearch.Found found) {
    Money distance = Money.rounded(new BigDecimal(found.objective()), Currency.EUR);
    Money gap = Money.rounded(new BigDecimal(found.objective() - found.bound()), Currency.EUR);
    return found.proven()
        ? "Whole lots and commissions leave %s from the targets; no other lots leave less."
            .formatted(distance)
        : "Whole lots and commissions leave %s from the targets; others may leave up to %s less."
            .formatted(distance, gap);
  }

  private LotPosition position(
      TargetWeight weight, double aim, double maximum, boolean fractional, boolean worthwhile) {
    SecurityRecord security = question.securityOf(weight.isin());
    return new LotPosition(
        question.held(weight.isin()),
        fractional ? SMALLEST_FRACTION : security.minimumLot(),
        price(weight.isin()),
        Math.clamp(aim, 0.0, 1.0),
        Math.max(maximum, aim),
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
  static List<TargetWeight> weights(OptimizationWork.Job job, OptimizationWork.Result result) {
    List<TargetWeight> weights = new ArrayList<>();
    for (int i = 0; i < result.weights().size(); i++) {
      var asset = job.assets().get(i);
      weights.add(
          new AllocationReply.TargetWeight(
              asset.isin(),
              asset.symbol(),
              asset.current(),
              result.weights().get(i),
              result.notes().get(i)));
    }
    return List.copyOf(weights);
  }
}
