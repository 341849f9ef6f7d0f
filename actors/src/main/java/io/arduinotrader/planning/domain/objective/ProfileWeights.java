package io.arduinotrader.planning.domain.objective;

import io.arduinotrader.protocol.planning.PlannerSettings.Profile;

/** How much each part of the end-state score counts; they sum to one. */
public record ProfileWeights(
    double totalReturn, double diversification, double promise, double stability, double opinion) {

  private static final ProfileWeights BALANCED = new ProfileWeights(0.35, 0.25, 0.20, 0.15, 0.05);
  private static final ProfileWeights CONSERVATIVE =
      new ProfileWeights(0.25, 0.30, 0.20, 0.20, 0.05);
  private static final ProfileWeights AGGRESSIVE = new ProfileWeights(0.45, 0.20, 0.25, 0.05, 0.05);

  /** The weights of a profile. */
  public static ProfileWeights of(Profile profile) {
    return switch (profile) {
      case BALANCED -> BALANCED;
      case CONSERVATIVE -> CONSERVATIVE;
      case AGGRESSIVE -> AGGRESSIVE;
    };
  }
}
