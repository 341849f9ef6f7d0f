package io.arduinotrader.optimization.domain.allocation;

/** What is wanted of risk and return. */
public sealed interface Aim {

  /** As little risk as possible. */
  record LeastRisk() implements Aim {}

  /**
   * As little risk as possible with at least an expected return.
   *
   * @param perYear as a fraction
   */
  record ReturnAtLeast(double perYear) implements Aim {}

  /**
   * As much expected return as possible with at most a risk.
   *
   * @param risk in the unit of the measure: volatility per year, loss per day, semideviation per
   *     year
   */
  record RiskAtMost(double risk) implements Aim {}

  /**
   * As much as possible of expected return less half the aversion times the squared risk.
   *
   * @param riskAversion above zero
   */
  record Utility(double riskAversion) implements Aim {}
}
