package io.arduinotrader.optimization.domain.pipeline;

/** How target weights were found. */
public enum Strategy {
  TARGET_RETURN("target return"),
  LARGEST_RETURN("largest attainable return"),
  TARGET_RISK("target risk"),
  MAXIMUM_SHARPE("maximum Sharpe ratio"),
  UTILITY("largest mean-variance utility"),
  MINIMUM_VARIANCE("minimum variance"),
  HIERARCHICAL_PARITY("hierarchical risk parity"),
  MAXIMUM_DIVERSIFICATION("maximum diversification"),
  EQUAL_RISK("equal risk contributions"),
  INVERSE_VOLATILITY("inverse volatility"),
  TAIL_LOSS("loss on the worst days"),
  DRAWDOWN("deepest drawdowns"),
  SEMIVARIANCE("semivariance");

  private final String label;

  Strategy(String label) {
    this.label = label;
  }

  /** The name for a person. */
  public String label() {
    return label;
  }
}
