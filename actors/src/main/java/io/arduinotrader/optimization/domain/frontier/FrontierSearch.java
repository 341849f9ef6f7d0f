package io.arduinotrader.optimization.domain.frontier;

import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.solver.Dense;
import io.arduinotrader.optimization.domain.solver.KktPoint;
import io.arduinotrader.optimization.domain.solver.QuadraticProgramme;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Walks along the portfolios that minimise variance less θ times return. They bend only where a
 * limit starts or ceases to bind; between, weights are linear in θ, so a search for a risk or for
 * the best ratio ends with the exact one after a few programmes, each started from the last.
 *
 * <p>Variance means wᵀΣw, without a factor of one half.
 */
public final class FrontierSearch {

  private static final int MOST_STEPS = 200;

  /** Relative precision of a target of risk, and of the best ratio. */
  private static final double PRECISION = 1e-12;

  /** Curvature, relative to returns, that decides between portfolios of equal return. */
  private static final double TIE_BREAK = 1e-7;

  private final Polytope polytope;
  private final double[] means;

  /** Σ with the ridge that belongs to the risk. */
  private final double[] covariance;

  /** Of the sum of squared weights, subtracted from the return. */
  private final double returnRidge;

  private final QuadraticProgramme least;
  private int iterations;

  /** The last answer, from which the next search starts. */
  private Optional<KktPoint> last = Optional.empty();

  /**
   * A search over the weights of a polytope.
   *
   * @param means expected returns per year
   * @param covariance {@code n × n}; shared, not copied
   * @param ridge of the sum of squared weights
   * @param side what the ridge is added to
   */
  public FrontierSearch(
      Polytope polytope, double[] means, double[] covariance, double ridge, RidgeOn side) {
    this.polytope = polytope;
    this.means = means;
    this.covariance =
        side == RidgeOn.RISK && ridge > 0 ? Dense.withDiagonal(covariance, 1, ridge) : covariance;
    this.returnRidge = side == RidgeOn.RETURN ? ridge : 0;
    this.least =
        polytope.programme(
            Dense.withDiagonal(this.covariance, 2, 0), new double[means.length], costOfRisk(side));
  }

  /** What the sum of squared weights, and the cost of trading, make worse. */
  public enum RidgeOn {
    /** They are added to the variance. */
    RISK,
    /** They are subtracted from the return. */
    RETURN
  }

  private double costOfRisk(RidgeOn side) {
    return side == RidgeOn.RISK ? polytope.constraints().trading().cost() : 0;
  }

  private double costOfReturn() {
    return polytope.constraints().trading().cost() - least.cost();
  }

  /** The least variance. */
  public Optional<FrontierPoint> leastRisk() {
    return solve(least).map(this::answer);
  }

  /** The least variance with at least a return, or with the largest possible one. */
  public Optional<FrontierPoint> returnAtLeast(double target) {
    double reachable = polytope.largestInBox(means);
    if (!polytope.isBox() && Double.isFinite(reachable)) {
      Optional<KktPoint> best = largestReturn();
      if (best.isEmpty()) {
        return Optional.empty();
      }
      reachable = Dense.dot(means, best.get().point());
    }
    double room = 1e-8 * Math.max(1e-3, Math.min(1, Math.abs(reachable)));
    double used = Double.isFinite(reachable) ? Math.min(target, reachable - room) : target;
    OptionalDouble clipped =
        used < target - room ? OptionalDouble.of(used) : OptionalDouble.empty();
    QuadraticProgramme programme = least.withRow(means, used, Double.POSITIVE_INFINITY);
    return solve(programme).map(point -> new FrontierPoint(point, clipped, iterations));
  }

  /** The largest return; of several portfolios that have it, the one with the least variance. */
  public Optional<KktPoint> largestReturn() {
    return solve(programme(Double.POSITIVE_INFINITY));
  }

  /** The largest return less half the aversion times the variance. */
  public Optional<FrontierPoint> utility(double aversion) {
    double[] linear = new double[means.length];
    Arrays.setAll(linear, i -> -means[i]);
    double[] hessian = Dense.withDiagonal(covariance, aversion, 2 * returnRidge);
    return solve(polytope.programme(hessian, linear, polytope.constraints().trading().cost()))
        .map(this::answer);
  }

  /** The largest return with at most a volatility, or with the least possible one. */
  public Optional<FrontierPoint> riskAtMost(double volatility) {
    Optional<KktPoint> safest = at(0);
    if (safest.isEmpty()) {
      return Optional.empty();
    }
    double smallest = volatility(safest.get());
    if (volatility < smallest * (1 + 1e-9)) {
      boolean clipped = volatility < smallest * (1 - 1e-9);
      return Optional.of(
          new FrontierPoint(
              safest.get(),
              clipped ? OptionalDouble.of(smallest) : OptionalDouble.empty(),
              iterations));
    }
    if (Double.isFinite(polytope.largestInBox(means))) {
      Optional<KktPoint> richest = largestReturn();
      if (richest.isPresent() && volatility(richest.get()) <= volatility) {
        return richest.map(this::answer);
      }
    }
    return root(safest.get(), at -> volatility(at.point()) - volatility);
  }

  /** The largest return above a rate per volatility; nothing when no return is above it. */
  public Optional<FrontierPoint> largestRatio() {
    Optional<KktPoint> safest = at(0);
    if (safest.isEmpty() || polytope.largestInBox(means) <= 0) {
      return Optional.empty();
    }
    return root(safest.get(), at -> at.theta() * gain(at.point()) / 2 - variance(at.point()));
  }

  /** A portfolio of the frontier and its place on it. */
  private record Place(double theta, KktPoint point) {}

  /** Something that is below zero on the safe side and above it on the other. */
  private interface Measure {
    double of(Place place);
  }

  /**
   * The place where a measure is zero: a step along the chord where the last two portfolios have
   * the same sign as the line between, a halving of the bracket where that is slow.
   */
  private Optional<FrontierPoint> root(KktPoint safest, Measure measure) {
    Place low = new Place(0, safest);
    double lowValue = measure.of(low);
    Optional<Place> high = beyond(measure);
    if (high.isEmpty()) {
      return Optional.empty();
    }
    Place up = high.get();
    double highValue = measure.of(up);
    double scale = Math.max(Math.abs(lowValue), Math.abs(highValue));
    int lastSide = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double width = up.theta() - low.theta();
      double theta = up.theta() - highValue * width / (highValue - lowValue);
      if (!(theta > low.theta() && theta < up.theta()) || step % 8 == 7) {
        theta = low.theta() + width / 2;
      }
      Optional<KktPoint> point = at(theta);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      Place middle = new Place(theta, point.get());
      double value = measure.of(middle);
      if (Math.abs(value) <= PRECISION * scale / 100 || width <= 1e-14 * up.theta()) {
        return point.map(this::answer);
      }
      if (value < 0) {
        low = middle;
        lowValue = value;
        highValue = lastSide < 0 ? highValue / 2 : highValue;
        lastSide = -1;
      } else {
        up = middle;
        highValue = value;
        lowValue = lastSide > 0 ? lowValue / 2 : lowValue;
        lastSide = 1;
      }
    }
    return Optional.of(answer(up.point()));
  }

  /** The first of rapidly growing places where the measure is not below zero. */
  private Optional<Place> beyond(Measure measure) {
    double largest = 0;
    for (int i = 0; i < means.length; i++) {
      largest = Math.max(largest, Math.abs(means[i]));
    }
    double theta = largestVariance() / Math.max(largest, 1e-12) / 16;
    for (int step = 0; step < 60; step++) {
      Optional<KktPoint> point = at(theta);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      Place place = new Place(theta, point.get());
      if (measure.of(place) >= 0) {
        return Optional.of(place);
      }
      theta *= 4;
    }
    return Optional.empty();
  }

  private double largestVariance() {
    double largest = 0;
    for (int i = 0; i < means.length; i++) {
      largest = Math.max(largest, covariance[i * means.length + i]);
    }
    return largest;
  }

  private Optional<KktPoint> at(double theta) {
    return solve(programme(theta));
  }

  /** Variance less θ times return, divided by 1 + θ so that no number grows. */
  private QuadraticProgramme programme(double theta) {
    double weight = Double.isInfinite(theta) ? 1 : theta / (1 + theta);
    double rest = Double.isInfinite(theta) ? 0 : 1 / (1 + theta);
    double[] linear = new double[means.length];
    double largest = 0;
    for (int i = 0; i < linear.length; i++) {
      linear[i] = -weight * means[i];
      largest = Math.max(largest, Math.abs(means[i]));
    }
    double curvature =
        Double.isInfinite(theta) && returnRidge == 0
            ? TIE_BREAK * Math.max(largest, 1e-6) / Math.max(largestVariance(), 1e-12)
            : rest;
    double[] hessian =
        curvature == 1 && returnRidge == 0
            ? least.hessian()
            : Dense.withDiagonal(covariance, 2 * curvature, 2 * weight * returnRidge);
    return polytope.programme(hessian, linear, rest * least.cost() + weight * costOfReturn());
  }

  private Optional<KktPoint> solve(QuadraticProgramme programme) {
    Optional<KktPoint> found =
        last.isPresent()
            ? QuadraticSolver.solve(programme, last.get().active())
            : QuadraticSolver.solve(programme);
    found.ifPresent(point -> iterations += point.iterations());
    last = found.or(() -> last);
    return found;
  }

  private FrontierPoint answer(KktPoint point) {
    return new FrontierPoint(point, OptionalDouble.empty(), iterations);
  }

  private double variance(KktPoint point) {
    double[] product = new double[means.length];
    Dense.times(covariance, point.point(), product);
    return Math.max(0, Dense.dot(product, point.point()));
  }

  private double volatility(KktPoint point) {
    return Math.sqrt(variance(point));
  }

  /** Return less the cost of trading, where that is subtracted from it. */
  private double gain(KktPoint point) {
    double gain = Dense.dot(means, point.point());
    return costOfReturn() > 0 ? gain - costOfReturn() * least.moved(point.point()) : gain;
  }
}
