package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.operations.ExplainPlanResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedStep;
import io.arduinotrader.protocol.grpc.operations.RejectedCandidate;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import java.math.BigDecimal;
import java.util.Comparator;

/** Why a plan is as it is, as it travels. */
final class PlanExplanation {

  private PlanExplanation() {}

  static ExplainPlanResponse of(Plan plan) {
    ExplainPlanResponse.Builder response =
        ExplainPlanResponse.newBuilder()
            .setFound(true)
            .setPlanId(plan.id().toString())
            .addAllSteps(plan.steps().stream().map(PlanExplanation::step).toList())
            .addAllRejected(
                plan.rejected().stream()
                    .sorted(
                        Comparator.comparing(Plan.Rejected::symbol)
                            .thenComparing(Plan.Rejected::side))
                    .map(PlanExplanation::rejected)
                    .toList());
    if (!plan.findings().equals(PlanFindings.NONE)) {
      response.setFindings(FindingsWire.of(plan));
    }
    return response.build();
  }

  private static ExplainedStep step(Plan.Step step) {
    ExplainedStep.Builder explained =
        ExplainedStep.newBuilder()
            .setSymbol(step.symbol().value())
            .setSide(SideWire.of(step.side()))
            .setQuantity(step.quantity().value().doubleValue())
            .addAllReasons(step.reasons());
    step.figures().forEach(figure -> explained.putFigures(figure.name(), text(figure.value())));
    return explained.build();
  }

  private static String text(double figure) {
    return Double.isFinite(figure)
        ? BigDecimal.valueOf(figure).toPlainString()
        : String.valueOf(figure);
  }

  private static RejectedCandidate rejected(Plan.Rejected rejected) {
    return RejectedCandidate.newBuilder()
        .setSymbol(rejected.symbol().value())
        .setSide(SideWire.of(rejected.side()))
        .setReasonCode(rejected.code().name())
        .setReason(rejected.reason())
        .build();
  }
}
