package io.arduinotrader.optimization.domain.allocation;

/** A measure of risk that needs the single past returns, not only their covariance. */
public sealed interface ScenarioMeasure {

  /**
   * The mean loss of the worst days (Rockafellar and Uryasev 2000).
   *
   * @param confidence the share of days that are not among the worst, 0 to 1
   */
  record ValueAtRiskTail(double confidence) implements ScenarioMeasure {}

  /**
   * The mean of the deepest drawdowns of the uncompounded cumulative return (Chekhlov, Uryasev and
   * Zabarankin 2005).
   *
   * @param confidence the share of days that are not among the deepest, 0 to 1
   */
  record DrawdownTail(double confidence) implements ScenarioMeasure {}

  /**
   * The mean square of what returns fall short of a benchmark, per year.
   *
   * @param benchmark return per period of the scenarios
   * @param periodsPerYear 252 when they are daily
   */
  record Semivariance(double benchmark, double periodsPerYear) implements ScenarioMeasure {}
}
