package io.arduinotrader.optimization.domain.solver;

/**
 * A point with multipliers that satisfies the conditions of Karush, Kuhn and Tucker as well as the
 * residuals say. The arrays belong to whoever gets it.
 *
 * @param point x
 * @param boundPrices of every variable: above zero at its lower bound, below zero at its upper one
 * @param rowPrices of every row: above zero at its lower limit, below zero at its upper one
 * @param limitPrice of the limit on moving away from the anchor, zero or more
 * @param objective the value that is minimised
 * @param violation of the limit that is missed most
 * @param stationarity largest component of the gradient of the Lagrangian, relative to the largest
 *     term of the programme
 * @param gap sum of the products of multipliers and slacks
 * @param iterations factorizations
 * @param active where to start from for a similar programme
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
public record KktPoint(
    double[] point,
    double[] boundPrices,
    double[] rowPrices,
    double limitPrice,
    double objective,
    double violation,
    double stationarity,
    double gap,
    int iterations,
    ActiveSet active) {

  /** The largest violation that is taken for rounding. */
  public static final double VIOLATION = 1e-9;

  /** The largest relative residual of the gradient that is taken for rounding. */
  public static final double STATIONARITY = 1e-8;

  /** Whether it is a solution. */
  public boolean isCertified() {
    return violation <= VIOLATION
        && stationarity <= STATIONARITY
        && gap <= 1e-8 * Math.max(1, Math.abs(objective));
  }
}
