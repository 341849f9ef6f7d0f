package io.arduinotrader.optimization.domain.risk;

import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.solver.ConvexProgramme;
import io.arduinotrader.optimization.domain.solver.InteriorPoint;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Weights that are best by a risk of past returns: the least, or against expected returns. */
public final class ScenarioSearch {

  private static final int MOST_STEPS = 100;

  /** Relative precision of a target of semideviation. */
  private static final double PRECISION = 1e-9;

  /** The logarithm of the price of risk lies between plus and minus this. */
  private static final double CHEAP_TO_DEAR = 10;

  /** Curvature, relative to returns, that decides between portfolios of equal return. */
  private static final double TIE_BREAK = 1e-7;

  private final Polytope polytope;
  private final ReturnsMatrix returns;
  private final double[] means;
  private final Measure measure;
  private final double ridge;
  private int iterations;

  /** What is measured. */
  public sealed interface Measure {

    /** The mean of the worst losses, or of the deepest drawdowns. */
    record Tail(boolean drawdowns, double confidence) implements Measure {}

    /** The mean square of shortfalls below a benchmark, times the periods per year. */
    record Downside(double benchmark, double periodsPerYear) implements Measure {}
  }

  /**
   * What was found.
   *
   * @param weights of all assets, as exact as the residual
   * @param risk measured on the weights: a mean loss, or a semideviation per year
   * @param boundPrices of every asset
   * @param residual the largest relative residual
   * @param used the target aimed at when the one asked for is out of reach
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  public record Found(
      double[] weights,
      double risk,
      double[] boundPrices,
      double objective,
      double residual,
      double gap,
      int iterations,
      OptionalDouble used) {

    Found aimingAt(double target) {
      return new Found(
          weights,
          risk,
          boundPrices,
          objective,
          residual,
          gap,
          iterations,
          OptionalDouble.of(target));
    }
  }

  /**
   * A search.
   *
   * @param means expected returns per year
   * @param ridge weight of the sum of squared weights, added to the risk or subtracted from the
   *     return, whichever is the objective
   */
  public ScenarioSearch(
      Polytope polytope, ReturnsMatrix returns, double[] means, Measure measure, double ridge) {
    this.polytope = polytope;
    this.returns = returns;
    this.means = means;
    this.measure = measure;
    this.ridge = ridge;
  }

  /** The least risk; a downside counts as its square. */
  public Optional<Found> leastRisk() {
    return minimise(1, new double[means.length], OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The least risk with at least a return, or with the largest possible one. */
  public Optional<Found> returnAtLeast(double target) {
    double reachable = polytope.largestInBox(means);
    if (!polytope.isBox() && Double.isFinite(reachable)) {
      Optional<Found> best = largestReturn();
      if (best.isEmpty()) {
        return Optional.empty();
      }
      reachable = mean(best.get().weights());
    }
    double room = 1e-6 * Math.max(1e-3, Math.min(1, Math.abs(reachable)));
    double used = Double.isFinite(reachable) ? Math.min(target, reachable - room) : target;
    Optional<Found> found =
        minimise(1, new double[means.length], OptionalDouble.of(used), OptionalDouble.empty());
    return used < target - room ? found.map(each -> each.aimingAt(used)) : found;
  }

  /** The largest return less half the aversion times the squared risk; for a tail not squared. */
  public Optional<Found> utility(double aversion) {
    return minimise(aversion / 2, negative(1), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The largest return with at most a risk, or with the least possible one. */
  public Optional<Found> riskAtMost(double target) {
    Optional<Found> safest = new ScenarioSearch(polytope, returns, means, measure, 0).leastRisk();
    if (safest.isEmpty() || safest.get().risk() >= target) {
      return safest.map(each -> each.aimingAt(each.risk()));
    }
    if (measure instanceof Measure.Tail) {
      return minimise(0, negative(1), OptionalDouble.empty(), OptionalDouble.of(target));
    }
    Optional<Found> richest = largestReturn();
    return richest.isPresent() && richest.get().risk() <= target ? richest : balanced(target);
  }

  /** The largest return; of several portfolios that have it, a spread-out one. */
  private Optional<Found> largestReturn() {
    double[] hessian = new double[means.length * means.length];
    double largest = 0;
    for (double mean : means) {
      largest = Math.max(largest, Math.abs(mean));
    }
    for (int i = 0; i < means.length; i++) {
      hessian[i * means.length + i] = ridge > 0 ? 2 * ridge : TIE_BREAK * largest;
    }
    double cost = polytope.constraints().trading().cost();
    return QuadraticSolver.solve(polytope.programme(hessian, negative(1), cost))
        .map(
            point ->
                new Found(
                    point.point(),
                    risk(point.point()),
                    point.boundPrices(),
                    point.objective(),
                    point.stationarity(),
                    point.gap(),
                    point.iterations(),
                    OptionalDouble.empty()));
  }

  /** A downside is no linear limit: the price of risk is searched for that leads to the target. */
  private Optional<Found> balanced(double target) {
    double low = -CHEAP_TO_DEAR;
    double high = CHEAP_TO_DEAR;
    Optional<Found> bold = priced(low);
    Optional<Found> careful = priced(high);
    if (bold.isEmpty() || careful.isEmpty()) {
      return Optional.empty();
    }
    double lowExcess = bold.get().risk() - target;
    double highExcess = careful.get().risk() - target;
    int lastSide = 0;
    for (int step = 0; step < MOST_STEPS && high - low > 1e-13; step++) {
      double chord = low + (high - low) * lowExcess / (lowExcess - highExcess);
      double middle = step % 4 == 3 || !(chord > low && chord < high) ? (low + high) / 2 : chord;
      Optional<Found> found = priced(middle);
      if (found.isEmpty()) {
        return careful;
      }
      double excess = found.get().risk() - target;
      if (Math.abs(excess) <= PRECISION * target) {
        return found;
      }
      if (excess > 0) {
        low = middle;
        lowExcess = excess;
        highExcess = lastSide > 0 ? highExcess / 2 : highExcess;
        lastSide = 1;
      } else {
        high = middle;
        highExcess = excess;
        careful = found;
        lowExcess = lastSide < 0 ? lowExcess / 2 : lowExcess;
        lastSide = -1;
      }
    }
    return careful;
  }

  private Optional<Found> priced(double logarithm) {
    return minimise(
        Math.exp(logarithm), negative(1), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private double[] negative(double factor) {
    return Arrays.stream(means).map(mean -> -factor * mean).toArray();
  }

  private double mean(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * means[i];
    }
    return sum;
  }

  private Optional<Found> minimise(
      double price, double[] linear, OptionalDouble atLeast, OptionalDouble atMost) {
    double cost = polytope.constraints().trading().cost();
    ScenarioProgramme shape = new ScenarioProgramme(polytope, returns, cost > 0);
    ScenarioProgramme.Prices prices =
        new ScenarioProgramme.Prices(price * perYear(), linear, ridge, cost);
    ConvexProgramme programme =
        switch (measure) {
          case Measure.Tail tail -> shape.tail(tail.drawdowns(), tail.confidence(), prices, atMost);
          case Measure.Downside downside -> shape.semivariance(downside.benchmark(), prices);
        };
    if (atLeast.isPresent()) {
      shape.returnAtLeast(programme, means, atLeast.getAsDouble());
    }
    InteriorPoint.Result result = InteriorPoint.solve(programme);
    iterations += result.iterations();
    if (!result.converged()) {
      return Optional.empty();
    }
    double[] weights = shape.weights(result.point());
    double[] boundPrices = new double[weights.length];
    for (int i = 0; i < shape.movable().length; i++) {
      boundPrices[shape.movable()[i]] = result.boundPrices()[i];
    }
    double risk = risk(weights);
    return Optional.of(
        new Found(
            weights,
            risk,
            boundPrices,
            objective(weights, price, risk, linear, cost),
            result.residual(),
            result.gap(),
            iterations,
            OptionalDouble.empty()));
  }

  private double perYear() {
    return measure instanceof Measure.Downside downside ? downside.periodsPerYear() : 1;
  }

  private double objective(
      double[] weights, double price, double risk, double[] linear, double cost) {
    double value = price * (measure instanceof Measure.Downside ? risk * risk : risk);
    for (int i = 0; i < weights.length; i++) {
      double current = polytope.constraints().assets().get(i).current();
      value += linear[i] * weights[i] + ridge * weights[i] * weights[i];
      value += cost * Math.abs(weights[i] - current);
    }
    return value;
  }

  /** The risk of weights: a mean loss, or a semideviation per year. */
  public double risk(double[] weights) {
    double[] past = returns.ofPortfolio(weights);
    return switch (measure) {
      case Measure.Tail tail ->
          tail.drawdowns()
              ? PastRisk.drawdownTail(past, tail.confidence())
              : PastRisk.lossTail(past, tail.confidence());
      case Measure.Downside downside ->
          Math.sqrt(downside.periodsPerYear() * PastRisk.semivariance(past, downside.benchmark()));
    };
  }
}
