package io.arduinotrader.optimization.domain.weights;

/**
 * How far two clusters are apart, given the distances of their members (Lance and Williams 1967).
 */
public enum Linkage {
  /** As their nearest members. */
  SINGLE {
    @Override
    double merged(double left, double right, double between, int inLeft, int inRight, int inOther) {
      return Math.min(left, right);
    }
  },
  /** As their farthest members. */
  COMPLETE {
    @Override
    double merged(double left, double right, double between, int inLeft, int inRight, int inOther) {
      return Math.max(left, right);
    }
  },
  /** As their members on average. */
  AVERAGE {
    @Override
    double merged(double left, double right, double between, int inLeft, int inRight, int inOther) {
      return (inLeft * left + inRight * right) / (inLeft + inRight);
    }
  },
  /** By how much joining them raises the spread within clusters (Ward 1963). */
  WARD {
    @Override
    double merged(double left, double right, double between, int inLeft, int inRight, int inOther) {
      return Math.sqrt(
          ((inLeft + inOther) * left * left
                  + (inRight + inOther) * right * right
                  - inOther * between * between)
              / (inLeft + inRight + inOther));
    }
  };

  /**
   * The distance from another cluster to the union of two.
   *
   * @param left distance from the other cluster to the first of the two
   * @param right distance to the second
   * @param between distance of the two
   */
  abstract double merged(
      double left, double right, double between, int inLeft, int inRight, int inOther);
}
