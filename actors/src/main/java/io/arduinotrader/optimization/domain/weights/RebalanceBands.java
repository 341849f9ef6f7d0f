package io.arduinotrader.optimization.domain.weights;

/**
 * How far a weight may stray before it is worth trading. The bands are relative: a position of 4 %
 * of the portfolio with a band of a tenth may be anywhere from 3.6 % to 4.4 %.
 *
 * @param largeFrom positions above this weight are large
 * @param smallBelow positions below this weight are small
 * @param large band of large positions, as a fraction of the target
 * @param medium band of the positions between
 * @param small band of small positions
 */
public record RebalanceBands(
    double largeFrom, double smallBelow, double large, double medium, double small) {

  private static final double ROUNDING = 1e-12;

  /** The band of a position that is the larger of both weights in size. */
  public double bandOf(double current, double target) {
    double size = Math.max(current, target);
    if (size > largeFrom) {
      return large;
    }
    return size >= smallBelow ? medium : small;
  }

  /** Whether a weight is outside its band; exactly at the edge it is inside. */
  public boolean isOutside(double current, double target) {
    return Math.abs(current - target) > bandOf(current, target) * target + ROUNDING;
  }

  /** The weight itself when it is inside the band, else the edge of the band it is beyond. */
  public double nearest(double current, double target) {
    if (!isOutside(current, target)) {
      return current;
    }
    double width = bandOf(current, target) * target;
    return current > target ? target + width : target - width;
  }
}
