package io.arduinotrader.optimization.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.Flexibility;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.constraints.Relaxer;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationPipelineTest {

  private static final PipelineRules HALF = rules(0.5, 0);
  private static final double EXACT = 1e-9;

  @Test
  void theFinalWeightsKeepEveryLimit() {
    SplittableRandom random = new SplittableRandom(8);
    int relaxed = 0;
    for (int run = 0; run < 150; run++) {
      int size = 1 + random.nextInt(25);
      Beliefs beliefs = beliefs(random, size);
      WeightConstraints constraints = constraints(random, size);

      TargetAnswer answer =
          AllocationPipeline.derived(
              beliefs, constraints, rules(random.nextDouble(), 0.002), PortfolioOptimizer::solve);

      if (answer instanceof TargetAnswer.Found found) {
        WeightConstraints kept = Relaxer.apply(found.relaxations(), constraints);
        assertThat(kept.violation(found.weights().toArray()))
            .as("run %d of %d assets by %s", run, size, found.method())
            .isLessThanOrEqualTo(EXACT);
        relaxed += found.relaxations().isEmpty() ? 0 : 1;
      } else {
        assertThat(((TargetAnswer.None) answer).conflicts()).as("run %d", run).isNotEmpty();
      }
      assertThat(
              AllocationPipeline.derived(
                  beliefs, constraints, rules(0.3, 0), PortfolioOptimizer::solve))
          .as("run %d", run)
          .isEqualTo(
              AllocationPipeline.derived(
                  beliefs, constraints, rules(0.3, 0), PortfolioOptimizer::solve));
    }
    assertThat(relaxed).isPositive();
  }

  @Test
  void withoutABlendTheAnswerIsTheProgrammesOwn() {
    SplittableRandom random = new SplittableRandom(9);
    Beliefs beliefs = beliefs(random, 12);
    WeightConstraints constraints = WeightConstraints.uniform(12, 0, 0.2, 0.97);

    Weights variance = found(beliefs, constraints, rules(0, 0)).weights();
    Weights parity = found(beliefs, constraints, rules(1, 0)).weights();

    assertSame(variance, solved(Objective.targetReturn(0.05), beliefs, constraints));
    assertSame(
        parity, solved(new Objective.HierarchicalParity(Linkage.SINGLE), beliefs, constraints));
  }

  @Test
  void theOrderOfTheAssetsDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(10);
    Beliefs beliefs = beliefs(random, 15);
    WeightConstraints constraints = WeightConstraints.uniform(15, 0, 0.2, 0.97);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 15).boxed().toList());
    Collections.shuffle(order, new Random(1));
    int[] moved = order.stream().mapToInt(Integer::intValue).toArray();
    Beliefs shuffled =
        new Beliefs(
            order.stream().map(beliefs.expectedReturns()::get).toList(),
            beliefs.covariance().reordered(moved),
            RandomMarkets.returns(14, 15, 70));

    Weights straight = found(beliefs, constraints, HALF).weights();
    Weights other = found(shuffled, constraints, HALF).weights();

    for (int i = 0; i < 15; i++) {
      assertThat(other.get(i)).isEqualTo(straight.get(moved[i]), within(1e-7));
    }
  }

  @Test
  void tradingThatCostsIsLess() {
    SplittableRandom random = new SplittableRandom(12);
    Beliefs beliefs = beliefs(random, 10);
    List<AssetLimits> held = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      held.add(AssetLimits.between(0, 0.2).holding(0.095));
    }
    WeightConstraints constraints = WeightConstraints.of(0.95, held);

    assertThat(traded(found(beliefs, constraints, rules(0, 0.02)).weights()))
        .isLessThan(traded(found(beliefs, constraints, rules(0, 0)).weights()) - 1e-3);
  }

  @Test
  void theRangesAreWhatCanBeAttained() {
    SplittableRandom random = new SplittableRandom(13);
    Beliefs beliefs = beliefs(random, 8);
    WeightConstraints constraints = WeightConstraints.uniform(8, 0, 1, 1);

    Ranges ranges = found(beliefs, constraints, HALF).ranges().orElseThrow();

    double best = 0;
    for (OptionalDouble expected : beliefs.expectedReturns()) {
      best = Math.max(best, expected.orElseThrow());
    }
    assertThat(ranges.largestReturn()).isEqualTo(best, within(1e-7));
    assertThat(ranges.leastVolatility()).isLessThan(ranges.largestVolatility());
  }

  private static double traded(Weights weights) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += Math.abs(weights.get(i) - 0.095);
    }
    return sum;
  }

  private static void assertSame(Weights actual, Weights expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).isEqualTo(expected.get(i), within(1e-8));
    }
  }

  private static Weights solved(
      Objective objective, Beliefs beliefs, WeightConstraints constraints) {
    return PortfolioOptimizer.solve(objective, beliefs.estimates(), constraints)
        .found()
        .orElseThrow()
        .weights();
  }

  private static TargetAnswer.Found found(
      Beliefs beliefs, WeightConstraints constraints, PipelineRules rules) {
    return (TargetAnswer.Found)
        AllocationPipeline.derived(beliefs, constraints, rules, PortfolioOptimizer::solve);
  }

  private static PipelineRules rules(double blend, double cost) {
    return new PipelineRules(
        0.05,
        0.15,
        blend,
        0,
        cost,
        2.5,
        0,
        Linkage.SINGLE,
        Pursuit.RETURN,
        List.of(),
        new TailAim(0.95, new Aim.LeastRisk()));
  }

  /** Two common factors and noise of its own for every asset. */
  private static Beliefs beliefs(SplittableRandom random, int size) {
    double[][] matrix = new double[size][size];
    double[][] loads = new double[size][2];
    List<OptionalDouble> expected = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      loads[i][0] = random.nextDouble(0.05, 0.25);
      loads[i][1] = random.nextDouble(-0.1, 0.1);
      expected.add(OptionalDouble.of(random.nextDouble(-0.02, 0.15)));
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = loads[i][0] * loads[j][0] + loads[i][1] * loads[j][1];
      }
      matrix[i][i] += random.nextDouble(0.005, 0.05);
    }
    return new Beliefs(expected, Covariance.of(matrix), RandomMarkets.returns(14, size, 70));
  }

  private static WeightConstraints constraints(SplittableRandom random, int size) {
    List<AssetLimits> assets = new ArrayList<>();
    double room = 0;
    for (int i = 0; i < size; i++) {
      double current = random.nextInt(3) == 0 ? 0.6 / size : 0;
      AssetLimits limits =
          new AssetLimits(
              random.nextInt(8) == 0 ? 0.02 : 0,
              0.2,
              current,
              random.nextInt(6) > 0,
              random.nextInt(6) > 0);
      assets.add(
          limits.lower() > limits.upper()
              ? new AssetLimits(current, current, current, true, true)
              : limits);
      room += assets.getLast().upper();
    }
    List<GroupLimit> groups = new ArrayList<>();
    for (int g = 0; g < 3; g++) {
      int group = g;
      groups.add(
          new GroupLimit(
              "group " + g,
              IntStream.range(0, size).filter(i -> i % 3 == group).boxed().toList(),
              random.nextDouble(0, 0.2),
              random.nextDouble(0.3, 0.6)));
    }
    return new WeightConstraints(
        Math.min(0.95, room),
        assets,
        groups,
        random.nextInt(3) == 0 ? TradingLimits.atMost(0.8) : TradingLimits.NONE,
        new PositionRule(0.005, Integer.MAX_VALUE),
        Flexibility.RELAXABLE);
  }
}
