package io.arduinotrader.optimization.domain.pipeline;

/** The ways to weigh risk against expected return, in the order they are tried. */
public enum Strategy {
  TARGET_RETURN("target return"),
  LARGEST_RETURN("largest attainable return"),
  TARGET_RISK("target risk"),
  MAXIMUM_SHARPE("maximum Sharpe ratio"),
  MINIMUM_VARIANCE("minimum variance"),
  HIERARCHICAL_PARITY("hierarchical risk parity");

  private final String label;

  Strategy(String label) {
    this.label = label;
  }

  /** The name for a person. */
  public String label() {
    return label;
  }
}
