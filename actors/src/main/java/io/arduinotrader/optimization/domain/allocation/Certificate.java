package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.Limit;
import java.util.List;

/**
 * The proof that comes with weights: how far they are from satisfying the conditions of Karush,
 * Kuhn and Tucker, which are sufficient for a convex problem.
 *
 * @param objective the value that was minimised
 * @param violation by how much the limit that is missed most is missed
 * @param stationarity the largest component of the gradient of the Lagrangian, relative to the
 *     largest term of the problem
 * @param gap the sum of the products of multipliers and slacks, an upper bound of what better
 *     weights could gain
 * @param iterations of all programmes that were solved on the way
 * @param active the limits that bind
 */
public record Certificate(
    double objective,
    double violation,
    double stationarity,
    double gap,
    int iterations,
    List<Active> active) {

  /** Copies the list. */
  public Certificate {
    active = List.copyOf(active);
  }

  /**
   * A limit that binds.
   *
   * @param price how fast the objective would fall if it gave way
   */
  public record Active(Limit limit, double price) {}
}
