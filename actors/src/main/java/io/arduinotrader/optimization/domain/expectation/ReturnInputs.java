package io.arduinotrader.optimization.domain.expectation;

import java.util.OptionalDouble;

/**
 * What is known about the return of one security; missing is never zero, and zero is a figure.
 *
 * @param growth growth per year over the last five years of prices adjusted for dividends, as a
 *     fraction; the dividends are in it already
 * @param longGrowth the same over up to ten years, used when the shorter one is unknown
 * @param score how good the security looks, 0 to 1
 * @param scoreCoverage the share of the score's weights that had inputs, 0 to 1
 * @param preference the owner's own factor, 1 for none
 */
public record ReturnInputs(
    OptionalDouble growth,
    OptionalDouble longGrowth,
    OptionalDouble score,
    double scoreCoverage,
    double preference) {

  /**
   * Checks the ranges; a figure that is no finite number counts as unknown.
   *
   * @throws IllegalArgumentException when score, coverage or preference is out of range
   */
  public ReturnInputs {
    growth = known(growth);
    longGrowth = known(longGrowth);
    score = known(score);
    double total = score.orElse(0);
    if (total < 0 || total > 1 || !(scoreCoverage >= 0 && scoreCoverage <= 1)) {
      throw new IllegalArgumentException("score and coverage lie in 0 to 1");
    }
    if (!(preference > 0) || Double.isInfinite(preference)) {
      throw new IllegalArgumentException("a preference is above zero: " + preference);
    }
  }

  private static OptionalDouble known(OptionalDouble figure) {
    return Double.isFinite(figure.orElse(Double.NaN)) ? figure : OptionalDouble.empty();
  }
}
