package io.arduinotrader.scoring;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.scoring.ScoringAims;
import io.arduinotrader.scoring.domain.endstate.EndStateRules;
import io.arduinotrader.scoring.domain.endstate.RiskProfile;
import io.arduinotrader.scoring.domain.sell.SellSettings;

/**
 * What scores and their explanations measure by. All of it comes from what target weights and plans
 * are made with, so that an explanation never praises what a plan refuses.
 *
 * @param aims of the score of a security
 * @param selling when positions may be sold
 * @param windfallExcess gain above the trend at which a fifth of a position is taken as profit
 * @param profile how an account is judged
 */
public record Standards(
    ScoringAims aims, SellSettings selling, double windfallExcess, RiskProfile profile) {

  /**
   * The standards of a node.
   *
   * @param planner how plans are made when nothing is asked
   * @param minimumHoldDays before which trading refuses a sale, whatever a plan says
   */
  public static Standards of(
      OptimizationSettings optimization, PlannerSettings planner, int minimumHoldDays) {
    PlannerSettings.Patience patience = planner.patience();
    return new Standards(
        new ScoringAims(
            optimization.targetReturn(),
            optimization.riskFreeRate(),
            optimization.indicators().priceEarnings(),
            planner.opportunities().dips()),
        SellSettings.STANDARD.withPatience(
            Math.max(patience.holdDays(), minimumHoldDays),
            patience.sellCooldownDays(),
            patience.largestLoss()),
        planner.opportunities().windfallExcess(),
        profile(planner.aims().profile()));
  }

  private static RiskProfile profile(PlannerSettings.Profile profile) {
    return switch (profile) {
      case CONSERVATIVE -> RiskProfile.CONSERVATIVE;
      case BALANCED -> RiskProfile.BALANCED;
      case AGGRESSIVE -> RiskProfile.AGGRESSIVE;
    };
  }

  /** How what an account may become is judged. */
  EndStateRules endState() {
    return EndStateRules.SECOND_EDITION.withTarget(aims.targetReturn());
  }
}
