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
import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.trades.LotPosition;
import io.arduinotrader.optimization.domain.trades.LotSearch;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
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
  private static final BigDecimal VALUE = new BigDecimal("50000");
  private static final CostRules COSTS =
      new CostRules(new BigDecimal("2"), new BigDecimal("0.002"), new BigDecimal("0.01"));

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
  public LotSearch.Found pricesToShares() {
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
    List<LotPosition> positions = new ArrayList<>();
    for (int asset = 0; asset < ASSETS; asset++) {
      positions.add(
          new LotPosition(
              Quantity.ZERO,
              Quantity.of(1),
              BigDecimal.valueOf(prices[asset]),
              wanted.get(asset),
              1,
              EnumSet.allOf(Side.class)));
    }
    return LotSearch.plan(positions, VALUE, BigDecimal.ZERO, COSTS, 1);
  }

  private Weights weights(Objective objective, Estimates estimates) {
    return PortfolioOptimizer.solve(objective, estimates, constraints)
        .found()
        .map(Solution::weights)
        .orElseThrow();
  }
}
