package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.vocab.Digest;
import java.util.List;

/**
 * What weights can be checked by.
 *
 * @param inputs digest of everything they depend on: the same inputs have the same weights
 * @param programmes those that were solved on the way, in order
 */
public record WeightEvidence(Digest inputs, List<Programme> programmes) {

  /**
   * A programme with the proof of its solution: how far it is from the conditions of Karush, Kuhn
   * and Tucker.
   *
   * @param name what it was best at
   * @param objective the value that was minimised
   * @param violation by how much the limit that is missed most is missed
   * @param stationarity largest component of the gradient of the Lagrangian, relative to the
   *     largest term of the problem
   * @param gap upper bound of what better weights could gain
   * @param binding the limits that bind
   */
  public record Programme(
      String name,
      double objective,
      double violation,
      double stationarity,
      double gap,
      int iterations,
      List<BindingLimit> binding) {}

  /**
   * A limit that binds.
   *
   * @param price how fast the objective would fall if it gave way
   */
  public record BindingLimit(String limit, double price) {}
}
