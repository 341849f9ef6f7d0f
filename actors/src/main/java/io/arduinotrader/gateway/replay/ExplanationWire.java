package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.replay.ExplainOrderResponse;
import io.arduinotrader.protocol.grpc.replay.ExplainedCycle;
import io.arduinotrader.protocol.grpc.replay.ExplainedFigure;
import io.arduinotrader.protocol.grpc.replay.ExplainedGroup;
import io.arduinotrader.protocol.grpc.replay.ExplainedPart;
import io.arduinotrader.protocol.grpc.replay.ExplainedScore;
import io.arduinotrader.protocol.grpc.replay.ExplainedStage;
import io.arduinotrader.protocol.grpc.replay.ExplainedStep;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.replay.OrderExplanation;
import io.arduinotrader.protocol.scoring.SecurityScore;

/** Why an order was made, as it travels. */
final class ExplanationWire {

  private ExplanationWire() {}

  static ExplainOrderResponse of(OrderExplanation explanation) {
    ExplainOrderResponse.Builder wire =
        ExplainOrderResponse.newBuilder()
            .setFound(true)
            .setOrder(StateWire.order(explanation.order()))
            .addAllEvents(explanation.events().stream().map(EventWire::of).toList())
            .addAllText(explanation.text());
    explanation.cycle().ifPresent(cycle -> wire.setCycle(cycle(cycle)));
    explanation
        .step()
        .ifPresent(
            step -> {
              ExplainedStep.Builder explained = step(step);
              explanation
                  .targetWeight()
                  .ifPresent(weight -> explained.addFigures(figure("stored_target", weight)));
              wire.setStep(explained);
            });
    explanation.score().ifPresent(score -> wire.setScore(score(score)));
    return wire.build();
  }

  private static ExplainedCycle cycle(OrderExplanation.Cycle cycle) {
    ExplainedCycle.Builder wire =
        ExplainedCycle.newBuilder()
            .setCycleId(cycle.id().value())
            .setStartedAt(TimestampWire.of(cycle.startedAt()));
    cycle
        .stages()
        .forEach(
            stage ->
                wire.addStages(
                    ExplainedStage.newBuilder()
                        .setStage(stage.stage())
                        .setNote(stage.note())
                        .setAt(TimestampWire.of(stage.at()))));
    cycle
        .plan()
        .ifPresent(
            plan ->
                wire.setPlanId(plan.id().toString())
                    .setPlanScore(plan.score())
                    .setPlanScoreBefore(plan.scoreBefore())
                    .setInputsHash(plan.inputsHash().hex()));
    return wire.build();
  }

  private static ExplainedStep.Builder step(Plan.Step step) {
    return ExplainedStep.newBuilder()
        .setNumber(step.number())
        .setQuantity(step.quantity().value().toPlainString())
        .setPrice(MoneyWire.of(step.price()))
        .setValue(MoneyWire.of(step.value()))
        .setCost(MoneyWire.of(step.cost()))
        .addAllReasons(step.reasons())
        .addAllFigures(
            step.figures().stream().map(figure -> figure(figure.name(), figure.value())).toList());
  }

  private static ExplainedFigure figure(String name, double value) {
    return ExplainedFigure.newBuilder().setName(name).setValue(value).build();
  }

  private static ExplainedScore score(SecurityScore score) {
    return ExplainedScore.newBuilder()
        .setTotal(score.total())
        .setGrade(score.grade())
        .setPercentile(score.percentile())
        .setCoverage(score.coverage())
        .setInputsHash(score.inputsHash().hex())
        .setCalculatedAt(TimestampWire.of(score.calculatedAt()))
        .addAllGroups(score.groups().stream().map(ExplanationWire::group).toList())
        .build();
  }

  private static ExplainedGroup group(SecurityScore.Group group) {
    return ExplainedGroup.newBuilder()
        .setName(group.name())
        .setScore(group.score())
        .setWeight(group.weight())
        .addAllParts(
            group.parts().stream()
                .map(
                    part ->
                        ExplainedPart.newBuilder()
                            .setName(part.name())
                            .setRaw(part.raw())
                            .setScore(part.score())
                            .setWeight(part.weight())
                            .build())
                .toList())
        .build();
  }
}
