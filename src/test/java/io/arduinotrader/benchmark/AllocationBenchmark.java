package io.arduinotrader.benchmark;

import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.Outcome;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.allocation.ScenarioMeasure;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.weights.Linkage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole answers with groups and a limit on trading, by method. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AllocationBenchmark {

  @Param({"20", "100", "500"})
  private int assets;

  private Estimates estimates = Estimates.of(PortfolioSamples.covarianceOf(20));
  private WeightConstraints groups = PortfolioSamples.grouped(20);
  private WeightConstraints turnover = groups;
  private WeightConstraints caps = groups;

  @Setup
  public void portfolio() {
    double[] means = new double[assets];
    for (int i = 0; i < assets; i++) {
      means[i] = 0.02 + 0.1 * ((i * 7919) % 101) / 101.0;
    }
    estimates =
        Estimates.of(means, PortfolioSamples.covarianceOf(assets))
            .with(ReturnsMatrix.of(PortfolioSamples.returns(assets, 1000)));
    caps = PortfolioSamples.capped(assets);
    groups = PortfolioSamples.grouped(assets);
    turnover = groups.withTrading(TradingLimits.atMost(0.9));
  }

  @Benchmark
  public Outcome minimumVarianceInGroups() {
    return PortfolioOptimizer.solve(Objective.minimumVariance(), estimates, groups);
  }

  @Benchmark
  public Outcome minimumVarianceInGroupsWithTurnover() {
    return PortfolioOptimizer.solve(Objective.minimumVariance(), estimates, turnover);
  }

  @Benchmark
  public Outcome targetReturn() {
    return PortfolioOptimizer.solve(Objective.targetReturn(0.09), estimates, groups);
  }

  @Benchmark
  public Outcome targetRisk() {
    return PortfolioOptimizer.solve(Objective.targetRisk(0.18), estimates, groups);
  }

  @Benchmark
  public Outcome maximumSharpe() {
    return PortfolioOptimizer.solve(new Objective.MaximumSharpe(0.02, 0), estimates, groups);
  }

  @Benchmark
  public Outcome riskBudgets() {
    return PortfolioOptimizer.solve(Objective.equalRiskContribution(), estimates, caps);
  }

  @Benchmark
  public Outcome hierarchicalRiskParity() {
    return PortfolioOptimizer.solve(
        new Objective.HierarchicalParity(Linkage.SINGLE), estimates, caps);
  }

  /** Of a thousand days. */
  @Benchmark
  public Outcome valueAtRiskTail() {
    return PortfolioOptimizer.solve(
        new Objective.ScenarioRisk(
            new ScenarioMeasure.ValueAtRiskTail(0.95), new Aim.LeastRisk(), 0),
        estimates,
        caps);
  }
}
