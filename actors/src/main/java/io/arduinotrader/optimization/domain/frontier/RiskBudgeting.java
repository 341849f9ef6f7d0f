package io.arduinotrader.optimization.domain.frontier;

import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.solver.ActiveSet;
import io.arduinotrader.optimization.domain.solver.Cholesky;
import io.arduinotrader.optimization.domain.solver.Dense;
import io.arduinotrader.optimization.domain.solver.KktPoint;
import io.arduinotrader.optimization.domain.solver.QuadraticProgramme;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Weights whose contributions to the variance are in given proportions.
 *
 * <p>Without limits they are the scaled minimum of ½yᵀΣy − Σ bᵢ ln yᵢ (Spinu 2013), found by
 * Newton's method. Where limits forbid them there is no exact answer; then the same function is
 * minimised over all multiples of allowed weights, which is as convex, by successive quadratic
 * programmes.
 */
public final class RiskBudgeting {

  private static final int NEWTON_STEPS = 100;
  private static final int PROGRAMMES = 300;
  private static final double SETTLED = 1e-12;
  private static final double SUFFICIENT = 1e-4;

  private final double[] covariance;
  private final double[] budgets;
  private final int size;
  private final double[] product;

  /**
   * A search.
   *
   * @param covariance {@code n × n} with variances above zero; shared, not copied
   * @param budgets one per asset, above zero, in any unit
   */
  public RiskBudgeting(double[] covariance, double[] budgets) {
    this.covariance = covariance;
    this.size = budgets.length;
    this.product = new double[size];
    double sum = Arrays.stream(budgets).sum();
    this.budgets = Arrays.stream(budgets).map(budget -> budget / sum).toArray();
  }

  /**
   * Exact weights without limits.
   *
   * @param sum of all weights
   */
  public double[] weights(double sum) {
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      y[i] = Math.sqrt(budgets[i] / covariance[i * size + i]);
    }
    double[] gradient = new double[size];
    double[] step = new double[size];
    double[] next = new double[size];
    double value = unlimited(y);
    for (int round = 0; round < NEWTON_STEPS; round++) {
      Dense.times(covariance, y, gradient);
      double[] hessian = covariance.clone();
      for (int i = 0; i < size; i++) {
        gradient[i] -= budgets[i] / y[i];
        step[i] = -gradient[i];
        hessian[i * size + i] += budgets[i] / (y[i] * y[i]);
      }
      if (!Cholesky.factor(hessian, size, 0)) {
        break;
      }
      Cholesky.solve(hessian, size, step);
      double slope = Dense.dot(gradient, step);
      double length = 1;
      double reached = move(y, step, length, next);
      while (!(reached <= value + SUFFICIENT * length * slope) && length > 1e-10) {
        length /= 2;
        reached = move(y, step, length, next);
      }
      System.arraycopy(next, 0, y, 0, size);
      value = reached;
      if (-slope <= SETTLED * SETTLED) {
        break;
      }
    }
    double whole = Arrays.stream(y).sum();
    return Arrays.stream(y).map(each -> sum * each / whole).toArray();
  }

  private double move(double[] from, double[] step, double length, double[] to) {
    for (int i = 0; i < size; i++) {
      to[i] = from[i] + length * step[i];
      if (to[i] <= 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return unlimited(to);
  }

  private double unlimited(double[] y) {
    double value = variance(y) / 2;
    for (int i = 0; i < size; i++) {
      value -= budgets[i] * Math.log(y[i]);
    }
    return value;
  }

  private double variance(double[] weights) {
    Dense.times(covariance, weights, product);
    return Dense.dot(product, weights);
  }

  /** The largest difference of an asset's share of the variance from its budget. */
  public double deviation(double[] weights) {
    double variance = variance(weights);
    double largest = 0;
    if (variance == 0) {
      return largest;
    }
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, Math.abs(weights[i] * product[i] / variance - budgets[i]));
    }
    return largest;
  }

  /** The nearest to the budgets among the weights of a polytope. */
  public Optional<FrontierPoint> within(Polytope polytope) {
    double[] wanted = weights(polytope.constraints().budget());
    for (int i = 0; i < size; i++) {
      if (polytope.upper(i) <= 0) {
        budgets[i] = 0;
      }
    }
    Optional<double[]> start = start(polytope, wanted);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    double[] weights = start.get();
    int iterations = 0;
    Optional<ActiveSet> guess = Optional.empty();
    Optional<KktPoint> best = Optional.empty();
    double value = limited(weights);
    for (int round = 0; round < PROGRAMMES; round++) {
      QuadraticProgramme model = model(polytope, weights);
      Optional<KktPoint> solved =
          guess.isPresent()
              ? QuadraticSolver.solve(model, guess.get())
              : QuadraticSolver.solve(model);
      if (solved.isEmpty()) {
        return best.map(RiskBudgeting::answer);
      }
      guess = solved.map(KktPoint::active);
      best = solved;
      iterations += solved.get().iterations();
      double[] target = solved.get().point();
      double length = 1;
      double[] next = between(weights, target, length);
      double reached = limited(next);
      while (!(reached < value) && length > 1e-9) {
        length /= 2;
        next = between(weights, target, length);
        reached = limited(next);
      }
      double moved = 0;
      for (int i = 0; i < size; i++) {
        moved = Math.max(moved, Math.abs(next[i] - weights[i]));
      }
      if (!(reached < value) || moved <= SETTLED) {
        break;
      }
      weights = next;
      value = reached;
    }
    int total = iterations;
    return best.map(point -> new FrontierPoint(point, OptionalDouble.empty(), total));
  }

  private static FrontierPoint answer(KktPoint point) {
    return new FrontierPoint(point, OptionalDouble.empty(), point.iterations());
  }

  private double[] between(double[] from, double[] to, double length) {
    double[] result = new double[size];
    Arrays.setAll(result, i -> from[i] + length * (to[i] - from[i]));
    return result;
  }

  /** Weights of the polytope near the exact ones, none of them zero that need not be. */
  private Optional<double[]> start(Polytope polytope, double[] wanted) {
    for (double floor = 1e-3; floor > 1e-9; floor /= 100) {
      double[] lower = polytope.lower();
      for (int i = 0; i < size; i++) {
        double least = Math.min(polytope.upper(i), floor * polytope.constraints().budget() / size);
        lower[i] = Math.max(lower[i], least);
      }
      Polytope inner = polytope.withBox(lower, polytope.upper());
      Optional<double[]> found =
          QuadraticSolver.nearest(inner.programme(new double[0], new double[size], 0), wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** ½ ln wᵀΣw − Σ bᵢ ln wᵢ, which does not change when all weights are multiplied. */
  private double limited(double[] weights) {
    double value = Math.log(variance(weights)) / 2;
    for (int i = 0; i < size; i++) {
      if (budgets[i] > 0) {
        if (weights[i] <= 0) {
          return Double.POSITIVE_INFINITY;
        }
        value -= budgets[i] * Math.log(weights[i]);
      }
    }
    return value;
  }

  private QuadraticProgramme model(Polytope polytope, double[] weights) {
    double variance = variance(weights);
    double[] hessian = new double[covariance.length];
    double[] linear = new double[size];
    for (int i = 0; i < hessian.length; i++) {
      hessian[i] = covariance[i] / variance;
    }
    for (int i = 0; i < size; i++) {
      linear[i] = product[i] / variance;
      if (budgets[i] > 0) {
        linear[i] -= budgets[i] / weights[i];
        hessian[i * size + i] += budgets[i] / (weights[i] * weights[i]);
      }
    }
    double[] moved = new double[size];
    Dense.times(hessian, weights, moved);
    for (int i = 0; i < size; i++) {
      linear[i] -= moved[i];
    }
    return polytope.programme(hessian, linear, 0);
  }
}
