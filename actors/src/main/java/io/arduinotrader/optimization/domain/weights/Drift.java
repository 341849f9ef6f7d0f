package io.arduinotrader.optimization.domain.weights;

import io.arduinotrader.optimization.domain.returns.Covariance;

/**
 * How far weights are from others.
 *
 * @param largest the largest difference of any asset
 * @param oneWay half the sum of all differences: what must be sold, and bought, to close them
 * @param distance the root of the sum of their squares
 */
public record Drift(double largest, double oneWay, double distance) {

  /**
   * The drift between two vectors of weights; cash counts when it is one of the assets.
   *
   * @throws IllegalArgumentException when they are not as many
   */
  public static Drift of(Weights current, Weights target) {
    current.requireSize(target.size());
    double largest = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < current.size(); i++) {
      double difference = Math.abs(current.get(i) - target.get(i));
      largest = Math.max(largest, difference);
      sum += difference;
      squares += difference * difference;
    }
    return new Drift(largest, sum / 2, Math.sqrt(squares));
  }

  /** The annual tracking error of weights against others: the volatility of their difference. */
  public static double trackingError(Weights current, Weights target, Covariance perYear) {
    current.requireSize(target.size());
    double[] differences = new double[current.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = current.get(i) - target.get(i);
    }
    return Math.sqrt(Math.max(0, perYear.varianceOf(differences)));
  }
}
