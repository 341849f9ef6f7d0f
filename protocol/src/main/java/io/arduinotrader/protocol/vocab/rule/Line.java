package io.arduinotrader.protocol.vocab.rule;

/** A line through given points, level before the first and after the last of them. */
public final class Line {

  private final double[] points;

  private Line(double[] points) {
    this.points = points;
  }

  /**
   * The line through points.
   *
   * @param points x and y of one point after another, x ascending
   */
  public static Line through(double... points) {
    return new Line(points.clone());
  }

  /** The height of the line. */
  public double at(double x) {
    int last = points.length - 2;
    if (x >= points[last]) {
      return points[last + 1];
    }
    for (int i = 0; i < last; i += 2) {
      if (x < points[i]) {
        return points[i + 1];
      }
      if (x < points[i + 2]) {
        double part = (x - points[i]) / (points[i + 2] - points[i]);
        return points[i + 1] + part * (points[i + 3] - points[i + 1]);
      }
    }
    return points[last + 1];
  }
}
