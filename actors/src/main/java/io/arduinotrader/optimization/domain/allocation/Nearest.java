package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.allocation.Attempt.Candidate;
import io.arduinotrader.optimization.domain.allocation.Attempt.Failed;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.List;
import java.util.Optional;

/**
 * The nearest weights of a polytope: minimise Σ (wᵢ − w̃ᵢ)² / max(w̃ᵢ, ε), so that a deviation
 * counts in proportion to the wanted weight. Weights that keep every limit already stay as they
 * are.
 */
final class Nearest {

  /** Below this a wanted weight counts as this, so that unwanted assets can take up the rest. */
  private static final double SMALLEST_SCALE = 1e-4;

  private static final double KEPT = 1e-10;

  private Nearest() {}

  static Attempt to(double[] wanted, Polytope polytope, String method) {
    if (polytope.violation(wanted) <= KEPT) {
      return certified(wanted, polytope, 0, method);
    }
    int size = wanted.length;
    double[] hessian = new double[size * size];
    double[] linear = new double[size];
    for (int i = 0; i < size; i++) {
      double scale = Math.max(wanted[i], SMALLEST_SCALE);
      hessian[i * size + i] = 2 / scale;
      linear[i] = -2 * wanted[i] / scale;
    }
    return QuadraticSolver.solve(polytope.programme(hessian, linear, 0))
        .<Attempt>map(
            point ->
                new Candidate(
                    new Solution(
                        Weights.of(point.point()),
                        Certificates.of(point, polytope, point.iterations()),
                        method + ", moved to the nearest weights within the limits"),
                    Optional.empty()))
        .orElseGet(() -> new Failed(Optional.empty()));
  }

  /** Weights that keep every limit and need no programme. */
  static Attempt certified(double[] weights, Polytope polytope, double deviation, String method) {
    Certificate certificate =
        new Certificate(0, Math.max(0, polytope.violation(weights)), deviation, 0, 0, List.of());
    return new Candidate(new Solution(Weights.of(weights), certificate, method), Optional.empty());
  }
}
