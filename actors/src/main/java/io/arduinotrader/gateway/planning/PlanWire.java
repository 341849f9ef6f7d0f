package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.planning.Plan;
import io.arduinotrader.protocol.grpc.planning.PlanStatus;
import io.arduinotrader.protocol.grpc.planning.PlannedAction;

/** Plans as they travel. */
final class PlanWire {

  private PlanWire() {}

  static Plan of(io.arduinotrader.protocol.planning.Plan plan) {
    return Plan.newBuilder()
        .setId(plan.id().toString())
        .setPortfolioHash(plan.id().portfolioHash().value())
        .addAllActions(plan.steps().stream().map(PlanWire::action).toList())
        .setScore(plan.score())
        .setExpectedCost(MoneyWire.of(plan.cashNeeded()))
        .setExpectedValue(MoneyWire.of(plan.value()))
        .setCreatedAt(TimestampWire.of(plan.createdAt()))
        .setStatus(status(plan.status()))
        .build();
  }

  private static PlannedAction action(io.arduinotrader.protocol.planning.Plan.Step step) {
    return PlannedAction.newBuilder()
        .setSide(SideWire.of(step.side()))
        .setSymbol(step.symbol().value())
        .setIsin(step.isin().value())
        .setQuantity(step.quantity().value().doubleValue())
        .setEstimatedPrice(MoneyWire.of(step.price()))
        .setEstimatedCost(MoneyWire.of(step.value()))
        .setReason(String.join(" ", step.reasons()))
        .setPriority(step.number())
        .build();
  }

  private static PlanStatus status(io.arduinotrader.protocol.planning.Plan.Status status) {
    return switch (status) {
      case DRAFT -> PlanStatus.DRAFT;
      case READY -> PlanStatus.READY;
      case EXECUTING -> PlanStatus.EXECUTING;
      case COMPLETED -> PlanStatus.COMPLETED;
      case CANCELLED -> PlanStatus.CANCELLED;
    };
  }
}
