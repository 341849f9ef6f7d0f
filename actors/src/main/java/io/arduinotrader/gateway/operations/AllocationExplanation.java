package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.grpc.operations.BindingLimit;
import io.arduinotrader.protocol.grpc.operations.CorrelatedPair;
import io.arduinotrader.protocol.grpc.operations.ExplainAllocationResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedWeight;
import io.arduinotrader.protocol.grpc.operations.SolvedProgramme;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.AllocationReply.Allocated;
import io.arduinotrader.protocol.optimization.AllocationReply.Move;
import io.arduinotrader.protocol.optimization.AllocationReply.TargetWeight;
import io.arduinotrader.protocol.optimization.WeightEvidence;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Comparator;
import java.util.Locale;

/** Why target weights are as they are, as it travels. */
final class AllocationExplanation {

  private AllocationExplanation() {}

  static ExplainAllocationResponse of(AllocationReply reply) {
    return switch (reply) {
      case Allocated allocated -> found(allocated);
      case AllocationReply.Infeasible infeasible ->
          ExplainAllocationResponse.newBuilder()
              .setStatus("infeasible")
              .addAllTerms(infeasible.conflicts())
              .build();
      case AllocationReply.Failed failed ->
          ExplainAllocationResponse.newBuilder()
              .setStatus("failed")
              .addTerms(failed.reason())
              .build();
      case AllocationReply.Refused refused -> {
        Refusals.throwIfUnknowable(refused.refusal());
        yield ExplainAllocationResponse.newBuilder()
            .setStatus("refused")
            .addTerms(Refusals.text(refused.refusal()))
            .build();
      }
    };
  }

  private static ExplainAllocationResponse found(Allocated allocated) {
    ExplainAllocationResponse.Builder explained =
        ExplainAllocationResponse.newBuilder()
            .setSuccess(true)
            .setStatus(allocated.status().name().toLowerCase(Locale.ROOT))
            .setMethod(allocated.method())
            .addAllTerms(allocated.terms())
            .addAllReasons(allocated.explanation())
            .setIterations(allocated.figures().iterations())
            .setSolveTimeMs(allocated.figures().solveMillis());
    allocated.weights().stream()
        .sorted(
            Comparator.comparingDouble(TargetWeight::target)
                .reversed()
                .thenComparing(TargetWeight::symbol))
        .forEach(weight -> explained.addWeights(weight(weight, allocated)));
    allocated
        .correlations()
        .forEach(
            pair ->
                explained.addCorrelations(
                    CorrelatedPair.newBuilder()
                        .setFirst(pair.first().value())
                        .setSecond(pair.second().value())
                        .setCoefficient(pair.coefficient())));
    explained.setInputs(allocated.evidence().inputs().hex());
    allocated.evidence().programmes().forEach(each -> explained.addProgrammes(programme(each)));
    allocated.figures().expectedReturn().ifPresent(explained::setExpectedReturn);
    allocated.figures().volatility().ifPresent(explained::setExpectedVolatility);
    allocated.figures().sharpeRatio().ifPresent(explained::setSharpeRatio);
    return explained.build();
  }

  private static SolvedProgramme programme(WeightEvidence.Programme programme) {
    return SolvedProgramme.newBuilder()
        .setName(programme.name())
        .setObjective(programme.objective())
        .setViolation(programme.violation())
        .setStationarity(programme.stationarity())
        .setGap(programme.gap())
        .setIterations(programme.iterations())
        .addAllBinding(
            programme.binding().stream()
                .map(
                    each ->
                        BindingLimit.newBuilder()
                            .setLimit(each.limit())
                            .setPrice(each.price())
                            .build())
                .toList())
        .build();
  }

  private static ExplainedWeight weight(TargetWeight weight, Allocated allocated) {
    return ExplainedWeight.newBuilder()
        .setIsin(weight.isin().value())
        .setSymbol(weight.symbol().value())
        .setCurrentWeight(weight.current())
        .setTargetWeight(weight.target())
        .setQuantityChange(
            allocated.moves().stream()
                .filter(move -> move.isin().equals(weight.isin()))
                .mapToDouble(AllocationExplanation::signed)
                .sum())
        .setNote(weight.note())
        .build();
  }

  private static double signed(Move move) {
    double quantity = move.quantity().doubleValue();
    return move.side() == Side.BUY ? quantity : -quantity;
  }
}
