package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.Flexibility;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.weights.Linkage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objectives, limits and markets for tests, functions of their seed. */
final class RandomAllocations {

  static final int ASSETS = 16;

  private RandomAllocations() {}

  static Stream<Objective> objectives() {
    return Stream.of(
        Objective.minimumVariance(),
        new Objective.MeanVariance(new Aim.LeastRisk(), 0.5),
        Objective.targetReturn(0.08),
        Objective.targetReturn(5),
        Objective.targetRisk(0.14),
        Objective.targetRisk(0.001),
        Objective.targetRisk(9),
        new Objective.MeanVariance(new Aim.RiskAtMost(0.15), 0.3),
        new Objective.MeanVariance(new Aim.Utility(3), 0),
        new Objective.MaximumSharpe(0.01, 0),
        new Objective.MaximumSharpe(0.01, 0.5),
        new Objective.MaximumDiversification(),
        Objective.equalRiskContribution(),
        new Objective.HierarchicalParity(Linkage.SINGLE),
        new Objective.HierarchicalParity(Linkage.WARD),
        new Objective.InverseVolatility(),
        new Objective.Nearest(equal()),
        scenario(new ScenarioMeasure.ValueAtRiskTail(0.9), new Aim.LeastRisk()),
        scenario(new ScenarioMeasure.ValueAtRiskTail(0.9), new Aim.ReturnAtLeast(0.08)),
        scenario(new ScenarioMeasure.ValueAtRiskTail(0.9), new Aim.RiskAtMost(0.02)),
        scenario(new ScenarioMeasure.DrawdownTail(0.9), new Aim.LeastRisk()),
        scenario(new ScenarioMeasure.DrawdownTail(0.9), new Aim.RiskAtMost(0.08)),
        scenario(new ScenarioMeasure.Semivariance(0, 252), new Aim.LeastRisk()),
        scenario(new ScenarioMeasure.Semivariance(0, 252), new Aim.ReturnAtLeast(0.08)),
        scenario(new ScenarioMeasure.Semivariance(0, 252), new Aim.RiskAtMost(0.11)),
        scenario(new ScenarioMeasure.Semivariance(0, 252), new Aim.Utility(3)));
  }

  static Objective scenario(ScenarioMeasure measure, Aim aim) {
    return new Objective.ScenarioRisk(measure, aim, 0);
  }

  private static List<Double> equal() {
    return IntStream.range(0, ASSETS).mapToObj(i -> 1.0 / ASSETS).toList();
  }

  /** Boxes alone, and with all other kinds of limits one after the other and together. */
  static List<WeightConstraints> constraints(SplittableRandom random) {
    List<AssetLimits> assets = new ArrayList<>();
    double[] held = new double[ASSETS];
    for (int i = 0; i < ASSETS; i++) {
      held[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
    }
    double sum = Arrays.stream(held).sum();
    for (int i = 0; i < ASSETS; i++) {
      double current = 0.95 * held[i] / sum;
      assets.add(new AssetLimits(0, Math.max(0.2, current), current, true, true));
    }
    WeightConstraints boxes = WeightConstraints.of(0.95, assets);
    List<GroupLimit> groups =
        List.of(
            new GroupLimit("even", every(2, 0), 0.3, 0.6),
            new GroupLimit("third", every(3, 0), 0.2, 0.5),
            new GroupLimit("late", IntStream.range(10, ASSETS).boxed().toList(), 0.1, 0.45));
    TradingLimits trading = new TradingLimits(0.0005, 0.7);
    List<AssetLimits> locked = new ArrayList<>(assets);
    locked.set(0, assets.get(0).tradable(false, true));
    locked.set(1, assets.get(1).tradable(true, false));
    locked.set(2, assets.get(2).tradable(false, false));
    PositionRule few = new PositionRule(0.02, 9);
    return List.of(
        boxes,
        boxes.withGroups(groups),
        boxes.withTrading(trading),
        boxes.withAssets(locked),
        boxes.withPositions(few),
        boxes
            .withAssets(locked)
            .withGroups(groups)
            .withTrading(trading)
            .with(Flexibility.RELAXABLE),
        boxes.withGroups(groups).withPositions(new PositionRule(0.03, 10)));
  }

  private static List<Integer> every(int step, int first) {
    return IntStream.range(0, ASSETS).filter(i -> i % step == first).boxed().toList();
  }

  static Estimates market(SplittableRandom random, int assets, int days) {
    double[][] returns = new double[assets][days];
    double[] means = new double[assets];
    double[] loadings = new double[assets];
    for (int i = 0; i < assets; i++) {
      loadings[i] = 0.5 + random.nextDouble();
      means[i] = 0.02 + 0.1 * random.nextDouble();
    }
    for (int day = 0; day < days; day++) {
      double factor = 0.008 * random.nextGaussian();
      for (int i = 0; i < assets; i++) {
        returns[i][day] =
            means[i] / 252
                + loadings[i] * factor
                + 0.012 * (0.5 + i % 4 / 3.0) * random.nextGaussian();
      }
    }
    ReturnsMatrix matrix = ReturnsMatrix.of(returns);
    Covariance covariance = CovarianceEstimates.ledoitWolf(matrix).covariance().times(252);
    return Estimates.of(means, covariance).with(matrix);
  }
}
