package io.arduinotrader.optimization.domain.expectation;

import java.util.OptionalDouble;

/**
 * What is known about the return of one security; missing is never zero, and zero is a figure.
 *
 * @param growth growth of the price per year over the last five years, as a fraction
 * @param longGrowth the same over up to ten years, used when the shorter one is unknown
 * @param basis whether the growth has the dividends in it already
 * @param dividendYield per year, as a fraction of the price
 * @param score how good the security looks, 0 to 1
 * @param scoreCoverage the share of the score's weights that had inputs, 0 to 1
 * @param preference the owner's own factor, 1 for none
 * @param pendingDividend a dividend that was earned and not yet paid, as a fraction of the value of
 *     the position
 */
public record ReturnInputs(
    OptionalDouble growth,
    OptionalDouble longGrowth,
    Basis basis,
    OptionalDouble dividendYield,
    OptionalDouble score,
    double scoreCoverage,
    double preference,
    OptionalDouble pendingDividend) {

  /** What a growth of prices means. */
  public enum Basis {
    /** Of prices adjusted for dividends: adding the yield would count dividends twice. */
    TOTAL_RETURN,
    /** Of bare prices: the yield comes on top. */
    PRICE_ONLY
  }

  /**
   * Checks the ranges; a figure that is no finite number counts as unknown.
   *
   * @throws IllegalArgumentException when score, coverage or preference is out of range
   */
  public ReturnInputs {
    growth = known(growth);
    longGrowth = known(longGrowth);
    dividendYield = known(dividendYield);
    score = known(score);
    pendingDividend = known(pendingDividend);
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
