package io.arduinotrader.optimization.domain.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one security is expected to return in a year, or why nothing is expected of it.
 *
 * <p>The estimate mixes what the security has earned with the return aimed at, tilted by its score:
 * {@code record · p + aim · (score / 0.5) · q}. Factors for the regime, the market and the owner's
 * preference then pull it up or down; a factor above one always raises an estimate and one below
 * always lowers it, also where the estimate is negative.
 */
public sealed interface ExpectedReturn {

  /** The score that leaves the return aimed at as it is. */
  double NEUTRAL_SCORE = 0.5;

  /**
   * An estimate.
   *
   * @param value per year, as a fraction
   * @param coverage the share of the estimate that rests on figures and not on neutral values
   * @param missing what was not known, in words
   */
  record Estimated(double value, double coverage, List<String> missing) implements ExpectedReturn {

    /** Copies the list. */
    public Estimated {
      missing = List.copyOf(missing);
    }
  }

  /** No estimate, and why. */
  record Unknown(String reason) implements ExpectedReturn {}

  /** The estimate of one security. */
  static ExpectedReturn of(ReturnInputs inputs, ReturnRules rules) {
    OptionalDouble growth = inputs.growth().isPresent() ? inputs.growth() : inputs.longGrowth();
    if (growth.isEmpty()) {
      return new Unknown("its growth over five or ten years is not known");
    }
    List<String> missing = new ArrayList<>();
    double earned = growth.getAsDouble();
    Regime regime = rules.regime();
    double scoreKnown = inputs.score().isPresent() ? inputs.scoreCoverage() : 0;
    if (inputs.score().isEmpty()) {
      missing.add("score");
    }
    double tilt = inputs.score().orElse(NEUTRAL_SCORE) / NEUTRAL_SCORE;
    double mixed = earned * regime.recordShare() + rules.aim() * tilt * regime.aimShare();
    double pulled =
        pull(pull(pull(mixed, regime.caution()), 1 + rules.adjustment()), inputs.preference());
    double value = Math.clamp(pulled, rules.least(), rules.most());
    return new Estimated(value, regime.recordShare() + regime.aimShare() * scoreKnown, missing);
  }

  /** Raises for a factor above one and lowers for one below, whatever the sign. */
  private static double pull(double value, double factor) {
    return value >= 0 ? value * factor : value / factor;
  }
}
