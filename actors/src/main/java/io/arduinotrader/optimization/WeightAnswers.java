package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.weights.Drift;
import io.arduinotrader.optimization.domain.weights.RebalanceBands;
import io.arduinotrader.optimization.domain.weights.RebalancingPolicy;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.AllocationReply.TargetWeight;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.RebalancingReply;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.util.ArrayList;
import java.util.List;

/** A worker's weights as an answer, with the trades that lead there. */
final class WeightAnswers {

  /** Weights that move by less are not worth a move. */
  private static final double SMALLEST_MOVE = 0.01;

  private WeightAnswers() {}

  static AllocationReply allocated(Job job, Result result, Moves moves, boolean fractional) {
    if (result.status() == OptimizationWork.Status.FAILED) {
      return new AllocationReply.Failed(String.join("; ", result.terms()));
    }
    if (result.status() == OptimizationWork.Status.INFEASIBLE) {
      return new AllocationReply.Infeasible(result.terms());
    }
    List<TargetWeight> weights = Moves.weights(job, result);
    Moves.Trades trades =
        moves.towards(
            weights,
            job,
            targets(weights),
            fractional,
            weight -> Math.abs(weight.target() - weight.current()) > SMALLEST_MOVE);
    List<String> explanation = new ArrayList<>(result.explanation());
    explanation.add(trades.note());
    return new AllocationReply.Allocated(
        weights,
        trades.moves(),
        new AllocationReply.Figures(
            result.figures().map(OptimizationWork.Figures::expectedReturn),
            result.figures().map(OptimizationWork.Figures::volatility),
            result.figures().flatMap(OptimizationWork.Figures::sharpeRatio),
            result
                .figures()
                .map(OptimizationWork.Figures::trackingError)
                .orElseGet(() -> Drift.of(current(weights), targets(weights)).distance()),
            result.figures().map(OptimizationWork.Figures::objective),
            result.figures().map(OptimizationWork.Figures::iterations).orElse(0),
            result.solveMillis()),
        result.status(),
        result.terms(),
        result.method(),
        result.why(),
        List.copyOf(explanation),
        result.correlations(),
        result.evidence());
  }

  /** Trades go to the edge of the bands, and only when a weight is outside its band. */
  static RebalancingReply compared(Job job, Result result, Moves moves, RebalanceBands bands) {
    if (result.status() == OptimizationWork.Status.FAILED) {
      return new RebalancingReply.Failed(String.join("; ", result.terms()));
    }
    if (result.status() == OptimizationWork.Status.INFEASIBLE) {
      return new RebalancingReply.Infeasible(result.terms());
    }
    List<TargetWeight> weights = Moves.weights(job, result);
    Weights current = current(weights);
    Weights targets = targets(weights);
    double drift = Drift.of(current, targets).oneWay();
    RebalancingReply.Terms terms =
        new RebalancingReply.Terms(result.status(), result.terms(), result.method(), result.why());
    if (!RebalancingPolicy.isNeeded(current, targets, bands)) {
      return new RebalancingReply.Compared(
          false, List.of(), drift, Money.zero(Currency.EUR), terms);
    }
    Weights aims = RebalancingPolicy.towards(current, targets, bands);
    Moves.Trades trades = moves.towards(weights, job, aims, false, weight -> true);
    return new RebalancingReply.Compared(true, trades.moves(), drift, trades.commissions(), terms);
  }

  private static Weights current(List<TargetWeight> weights) {
    return Weights.of(weights.stream().mapToDouble(TargetWeight::current).toArray());
  }

  private static Weights targets(List<TargetWeight> weights) {
    return Weights.of(weights.stream().mapToDouble(TargetWeight::target).toArray());
  }
}
