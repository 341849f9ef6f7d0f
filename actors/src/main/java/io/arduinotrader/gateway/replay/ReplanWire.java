package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolation;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.replay.ReplanResponse;
import io.arduinotrader.protocol.grpc.replay.ReplayedPlan;
import io.arduinotrader.protocol.grpc.replay.ReplayedStep;
import io.arduinotrader.protocol.planning.HindsightQuery;
import io.arduinotrader.protocol.planning.Plan;
import java.util.Map;

/** A plan and what it would have been, on the wire. */
final class ReplanWire {

  private ReplanWire() {}

  static ReplanResponse of(HindsightQuery.ReplanReply reply) {
    return switch (reply) {
      case HindsightQuery.Replanned both ->
          ReplanResponse.newBuilder()
              .setFound(true)
              .setReproduced(both.reproduced())
              .setRecorded(plan(both.recorded()))
              .setChanged(plan(both.changed()))
              .addAllText(both.text())
              .build();
      case HindsightQuery.UnknownPlan unknown -> ReplanResponse.getDefaultInstance();
      case HindsightQuery.UnusableSettings wrong -> throw refused(wrong.problems());
      case HindsightQuery.NotPossible no ->
          throw CallRefusedException.failedPrecondition(no.reason());
      case HindsightQuery.Damaged damaged -> throw CallRefusedException.dataLoss(damaged.reason());
      case HindsightQuery.Unavailable later ->
          throw CallRefusedException.unavailable(later.reason());
    };
  }

  private static InvalidRequestException refused(Map<String, String> problems) {
    return new InvalidRequestException(
        problems.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(wrong -> new FieldViolation("settings[" + wrong.getKey() + "]", wrong.getValue()))
            .toList());
  }

  private static ReplayedPlan plan(Plan plan) {
    return ReplayedPlan.newBuilder()
        .addAllSteps(plan.steps().stream().map(ReplanWire::step).toList())
        .setScore(plan.score())
        .setScoreBefore(plan.scoreBefore())
        .setProven(plan.findings().proven())
        .setInputsHash(plan.inputsHash().hex())
        .setSettings(plan.findings().settings())
        .build();
  }

  private static ReplayedStep step(Plan.Step step) {
    return ReplayedStep.newBuilder()
        .setSide(SideWire.of(step.side()))
        .setIsin(step.isin().value())
        .setSymbol(step.symbol().value())
        .setQuantity(step.quantity().value().toPlainString())
        .setPrice(MoneyWire.of(step.price()))
        .setValue(MoneyWire.of(step.value()))
        .setCost(MoneyWire.of(step.cost()))
        .addAllReasons(step.reasons())
        .build();
  }
}
