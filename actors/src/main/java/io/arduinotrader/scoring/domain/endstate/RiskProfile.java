package io.arduinotrader.scoring.domain.endstate;

/** How much weight an investor gives to what a portfolio promises and to what it risks. */
public enum RiskProfile {
  BALANCED(0.35, 0.25, 0.20, 0.15, 0.05),
  CONSERVATIVE(0.25, 0.30, 0.20, 0.20, 0.05),
  AGGRESSIVE(0.45, 0.20, 0.25, 0.05, 0.05);

  private final double totalReturn;
  private final double diversification;
  private final double promise;
  private final double stability;
  private final double opinion;

  RiskProfile(
      double totalReturn,
      double diversification,
      double promise,
      double stability,
      double opinion) {
    this.totalReturn = totalReturn;
    this.diversification = diversification;
    this.promise = promise;
    this.stability = stability;
    this.opinion = opinion;
  }

  /** The weighted sum of the five parts, each 0 to 1. */
  double weigh(double returned, double spread, double promised, double stable, double opined) {
    return totalReturn * returned
        + diversification * spread
        + promise * promised
        + stability * stable
        + opinion * opined;
  }
}
