package io.arduinotrader.gateway.optimization;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.optimization.AllocationChange;
import io.arduinotrader.protocol.grpc.optimization.CalculateRebalancingResponse;
import io.arduinotrader.protocol.grpc.optimization.ExecutionPlan;
import io.arduinotrader.protocol.grpc.optimization.ExecutionSlice;
import io.arduinotrader.protocol.grpc.optimization.OptimizationMetrics;
import io.arduinotrader.protocol.grpc.optimization.OptimizeAllocationResponse;
import io.arduinotrader.protocol.grpc.optimization.OptimizeExecutionResponse;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.AllocationReply.Move;
import io.arduinotrader.protocol.optimization.ExecutionReply;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.RebalancingReply;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Results of the optimization as they travel. */
final class AllocationWire {

  private AllocationWire() {}

  static OptimizeAllocationResponse of(AllocationReply reply) {
    return switch (reply) {
      case AllocationReply.Allocated allocated ->
          OptimizeAllocationResponse.newBuilder()
              .setSuccess(true)
              .addAllChanges(allocated.moves().stream().map(AllocationWire::change).toList())
              .setObjectiveValue(allocated.figures().objective().orElse(0.0))
              .setSolverStatus(
                  status(
                      allocated.status(), allocated.terms(), allocated.method(), allocated.why()))
              .setMetrics(metrics(allocated.figures()))
              .build();
      case AllocationReply.Infeasible infeasible ->
          unsolved("infeasible: " + String.join("; ", infeasible.conflicts()));
      case AllocationReply.Failed failed -> unsolved("failed: " + failed.reason());
      case AllocationReply.Refused refused -> {
        Refusals.throwIfUnknowable(refused.refusal());
        yield unsolved(Refusals.text(refused.refusal()));
      }
    };
  }

  /** One word for the kind of answer, what was clipped or relaxed, what answered and why that. */
  private static String status(
      OptimizationWork.Status status, List<String> terms, String method, List<String> why) {
    return "%s%s, by %s%s"
        .formatted(
            status.name().toLowerCase(Locale.ROOT),
            terms.isEmpty() ? "" : ": " + String.join("; ", terms),
            method,
            why.isEmpty() ? "" : ". " + String.join(" ", why));
  }

  /** No usable solution, and why. */
  static OptimizeAllocationResponse unsolved(String why) {
    return OptimizeAllocationResponse.newBuilder().setSuccess(false).setSolverStatus(why).build();
  }

  static CalculateRebalancingResponse of(RebalancingReply reply) {
    return switch (reply) {
      case RebalancingReply.Compared compared ->
          CalculateRebalancingResponse.newBuilder()
              .setNeedsRebalancing(compared.needed())
              .addAllChanges(compared.moves().stream().map(AllocationWire::change).toList())
              .setTotalDriftPct(compared.drift())
              .setEstimatedCost(MoneyWire.of(compared.estimatedCost()))
              .build();
      case RebalancingReply.Infeasible infeasible ->
          throw CallRefusedException.failedPrecondition(
              "infeasible: " + String.join("; ", infeasible.conflicts()));
      case RebalancingReply.Failed failed -> throw new IllegalStateException(failed.reason());
      case RebalancingReply.Refused refused -> throw Refusals.status(refused.refusal());
    };
  }

  static OptimizeExecutionResponse of(ExecutionReply reply) {
    return switch (reply) {
      case ExecutionReply.Scheduled scheduled ->
          OptimizeExecutionResponse.newBuilder()
              .setSuccess(scheduled.funded())
              .addAllExecutionPlans(
                  scheduled.schedules().stream().map(AllocationWire::plan).toList())
              .setTotalCost(MoneyWire.of(scheduled.commissions()))
              .setTotalImpact(MoneyWire.of(scheduled.impact()))
              .build();
      case ExecutionReply.Refused refused -> throw Refusals.status(refused.refusal());
    };
  }

  /** Nothing to schedule succeeds. */
  static OptimizeExecutionResponse nothingToExecute() {
    return OptimizeExecutionResponse.newBuilder()
        .setSuccess(true)
        .setTotalCost(MoneyWire.zero(Currency.EUR))
        .setTotalImpact(MoneyWire.zero(Currency.EUR))
        .build();
  }

  private static AllocationChange change(Move move) {
    BigDecimal quantity = move.side() == Side.BUY ? move.quantity() : move.quantity().negate();
    Money value = move.side() == Side.BUY ? move.value() : move.value().negated();
    return AllocationChange.newBuilder()
        .setIsin(move.isin().value())
        .setSymbol(move.symbol().value())
        .setCurrentWeight(move.currentWeight())
        .setTargetWeight(move.targetWeight())
        .setQuantityChange(quantity.doubleValue())
        .setValueChange(MoneyWire.of(value))
        .setSide(SideWire.of(move.side()))
        .build();
  }

  private static OptimizationMetrics metrics(AllocationReply.Figures figures) {
    OptimizationMetrics.Builder metrics =
        OptimizationMetrics.newBuilder()
            .setTrackingError(figures.trackingError())
            .setIterations(figures.iterations())
            .setSolveTimeMs(figures.solveMillis());
    figures.expectedReturn().ifPresent(metrics::setExpectedReturn);
    figures.volatility().ifPresent(metrics::setExpectedVolatility);
    figures.sharpeRatio().ifPresent(metrics::setSharpeRatio);
    return metrics.build();
  }

  private static ExecutionPlan plan(ExecutionReply.Schedule schedule) {
    return ExecutionPlan.newBuilder()
        .setIsin(schedule.isin().value())
        .addAllSlices(schedule.slices().stream().map(AllocationWire::slice).toList())
        .build();
  }

  private static ExecutionSlice slice(ExecutionReply.Slice slice) {
    return ExecutionSlice.newBuilder()
        .setQuantity(slice.quantity().value().doubleValue())
        .setExecuteAt(TimestampWire.of(slice.from()))
        .setEstimatedPrice(MoneyWire.of(slice.estimatedPrice()))
        .setStrategy(slice.strategy())
        .build();
  }
}
