package io.arduinotrader.benchmark;

import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.allocation.Solution;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.CommonWindow;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.trades.DiscreteAllocation;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the prices of eighty assets over 365 days to whole shares. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PipelineBenchmark {

  private static final int ASSETS = 80;
  private static final int DAYS = 366;
  private static final double VALUE = 50_000;

  private final List<PriceHistory> histories = new ArrayList<>();
  private final double[] prices = new double[ASSETS];
  private final WeightConstraints constraints = PortfolioSamples.grouped(ASSETS);

  public PipelineBenchmark() {
    int[] days = new int[DAYS];
    Arrays.setAll(days, day -> 19_000 + day);
    double[][] returns = PortfolioSamples.returns(ASSETS, DAYS);
    for (int asset = 0; asset < ASSETS; asset++) {
      double[] history = new double[DAYS];
      double price = 20 + 3 * asset;
      for (int day = 0; day < DAYS; day++) {
        price *= 1 + returns[asset][day];
        history[day] = price;
      }
      prices[asset] = price;
      histories.add(PriceHistory.of(days, history));
    }
  }

  /** Returns, covariance, target return, parity, blend, projection, shares. */
  @Benchmark
  public DiscreteAllocation pricesToShares() {
    CommonWindow window = CommonWindow.of(histories, CommonWindow.Rule.STANDARD);
    ReturnsMatrix returns = ((CommonWindow.Found) window).returns();
    Covariance covariance =
        CovarianceEstimates.ledoitWolf(returns).covariance().times(ReturnsMatrix.DAYS_PER_YEAR);
    Estimates estimates = Estimates.of(returns.annualMeans(), covariance);
    Weights target = weights(Objective.targetReturn(0.11), estimates);
    Weights parity = weights(new Objective.HierarchicalParity(Linkage.SINGLE), estimates);
    double[] blend = target.towards(parity, 0.5).toArray();
    Weights wanted =
        weights(new Objective.Nearest(Arrays.stream(blend).boxed().toList()), estimates);
    return DiscreteAllocation.greedy(wanted.toArray(), prices, VALUE);
  }

  private Weights weights(Objective objective, Estimates estimates) {
    return PortfolioOptimizer.solve(objective, estimates, constraints)
        .found()
        .map(Solution::weights)
        .orElseThrow();
  }
}
