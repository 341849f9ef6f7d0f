package io.arduinotrader.benchmark;

import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.solver.ActiveSet;
import io.arduinotrader.optimization.domain.solver.KktPoint;
import io.arduinotrader.optimization.domain.solver.QuadraticProgramme;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.convex.ConvexSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The least variance with a budget and caps, next to the two algorithms of a library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MinimumVarianceBenchmark {

  @Param({"20", "100", "500"})
  private int assets;

  private QuadraticProgramme programme = programme(PortfolioSamples.covariance(1, 1));
  private QuadraticProgramme changed = programme;
  private ActiveSet before = QuadraticSolver.solve(programme).orElseThrow().active();

  @Setup
  public void portfolio() {
    double[][] covariance = PortfolioSamples.covariance(assets, assets);
    programme = programme(covariance);
    changed = programme(PortfolioSamples.changed(covariance));
    before = QuadraticSolver.solve(programme).orElseThrow().active();
  }

  private static QuadraticProgramme programme(double[][] covariance) {
    int size = covariance.length;
    double[] hessian = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        hessian[i * size + j] = 2 * covariance[i][j];
      }
    }
    return Polytope.of(PortfolioSamples.capped(size)).programme(hessian, new double[size], 0);
  }

  /** From nothing. */
  @Benchmark
  public Optional<KktPoint> cold() {
    return QuadraticSolver.solve(changed);
  }

  /** From the answer before two in a hundred assets changed. */
  @Benchmark
  public Optional<KktPoint> warm() {
    return QuadraticSolver.solve(changed, before);
  }

  /** The library's method of multipliers, at n = 500 some seconds. */
  @Benchmark
  public Optimisation.Result libraryMultipliers() {
    ExpressionsBasedModel model = model();
    model.options.convex(new ConvexSolver.Configuration().algorithm(ConvexSolver.Algorithm.ADMM));
    return model.minimise();
  }

  /** The library's active set; leave out n = 500, which does not end. */
  @Benchmark
  public Optimisation.Result libraryActiveSet() {
    ExpressionsBasedModel model = model();
    model.options.convex(
        new ConvexSolver.Configuration().algorithm(ConvexSolver.Algorithm.ACTIVE_SET));
    return model.minimise();
  }

  private ExpressionsBasedModel model() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] weights = new Variable[assets];
    Expression budget = model.newExpression("budget").level(1);
    Expression variance = model.newExpression("variance").weight(1);
    for (int i = 0; i < assets; i++) {
      weights[i] = model.newVariable("w" + i).lower(0).upper(changed.upper()[i]);
      budget.set(weights[i], 1);
    }
    for (int i = 0; i < assets; i++) {
      for (int j = 0; j < assets; j++) {
        variance.set(weights[i], weights[j], changed.hessian()[i * assets + j] / 2);
      }
    }
    return model;
  }
}
