package io.arduinotrader.gateway.cycle;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import java.util.List;
import java.util.Optional;

/**
 * What a stage of the cycle came to.
 *
 * @param note what a person should read about it
 * @param targets the target weights, only from the optimization
 * @param plan the plan, only from the planning
 */
record StageResult(String note, List<TargetWeight> targets, Optional<Plan> plan) {

  static StageResult note(String note) {
    return new StageResult(note, List.of(), Optional.empty());
  }
}
