package io.arduinotrader.optimization.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.risk.PastRisk;
import io.arduinotrader.optimization.domain.weights.Linkage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every allocation must keep, on seeded random markets. */
class AllocationPropertiesTest {

  private static final int ASSETS = RandomAllocations.ASSETS;

  static Stream<Objective> objectives() {
    return RandomAllocations.objectives();
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void everyAnswerKeepsEveryLimit(Objective objective) {
    int found = 0;
    for (int seed = 0; seed < 4; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Estimates estimates = RandomAllocations.market(random, ASSETS, 120);
      for (WeightConstraints constraints : RandomAllocations.constraints(random)) {
        Outcome outcome = PortfolioOptimizer.solve(objective, estimates, constraints);
        if (outcome.found().isPresent() && !(outcome instanceof Outcome.Relaxed)) {
          found++;
          Solution solution = outcome.found().get();
          assertThat(constraints.violation(solution.weights().toArray()))
              .as("seed %d, %s: %s", seed, constraints, solution)
              .isLessThanOrEqualTo(1e-9);
          assertThat(solution.certificate().violation()).isLessThanOrEqualTo(1e-9);
          assertThat(solution.certificate().stationarity()).isLessThanOrEqualTo(1e-6);
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(20);
  }

  @Test
  void theOrderOfAssetsDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(11);
    Estimates estimates = RandomAllocations.market(random, ASSETS, 120);
    int[] order = shuffled(random);
    double[] means = new double[ASSETS];
    double[][] returns = new double[ASSETS][];
    for (int i = 0; i < ASSETS; i++) {
      means[i] = estimates.expectedReturns().get(order[i]);
      returns[i] = estimates.scenarios().orElseThrow().of(order[i]);
    }
    Estimates permuted =
        Estimates.of(means, estimates.covariance().reordered(order))
            .with(ReturnsMatrix.of(returns));
    WeightConstraints constraints = WeightConstraints.uniform(ASSETS, 0, 0.2, 1);
    objectives()
        .forEach(
            objective -> {
              double[] there = weights(objective, estimates, constraints);
              double[] here = weights(objective, permuted, constraints);
              for (int i = 0; i < ASSETS; i++) {
                assertThat(here[i]).as("%s", objective).isEqualTo(there[order[i]], within(2e-6));
              }
            });
  }

  private static int[] shuffled(SplittableRandom random) {
    int[] order = IntStream.range(0, ASSETS).toArray();
    for (int i = ASSETS - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static double[] weights(
      Objective objective, Estimates estimates, WeightConstraints constraints) {
    return PortfolioOptimizer.solve(objective, estimates, constraints)
        .found()
        .orElseThrow()
        .weights()
        .toArray();
  }

  @Test
  void theUnitOfTimeDoesNotMatter() {
    Estimates estimates = RandomAllocations.market(new SplittableRandom(12), ASSETS, 120);
    Estimates daily = Estimates.of(estimates.covariance().times(1 / 252.0));
    WeightConstraints constraints = WeightConstraints.uniform(ASSETS, 0, 0.15, 1);
    for (Objective objective :
        List.of(
            Objective.minimumVariance(),
            Objective.equalRiskContribution(),
            new Objective.MaximumDiversification(),
            new Objective.HierarchicalParity(Linkage.SINGLE))) {
      double[] perYear = weights(objective, estimates, constraints);
      double[] perDay = weights(objective, daily, constraints);
      for (int i = 0; i < ASSETS; i++) {
        assertThat(perDay[i]).as("%s", objective).isEqualTo(perYear[i], within(1e-9));
      }
    }
  }

  @Test
  void aDuplicateChangesNoVariance() {
    Estimates estimates = RandomAllocations.market(new SplittableRandom(13), ASSETS, 120);
    double[][] doubled = new double[ASSETS + 1][ASSETS + 1];
    for (int i = 0; i <= ASSETS; i++) {
      for (int j = 0; j <= ASSETS; j++) {
        doubled[i][j] = estimates.covariance().get(i % ASSETS, j % ASSETS);
      }
    }
    Covariance covariance = Covariance.of(doubled);

    double[] alone =
        weights(Objective.minimumVariance(), estimates, WeightConstraints.uniform(ASSETS, 0, 1, 1));
    double[] together =
        weights(
            Objective.minimumVariance(),
            Estimates.of(covariance),
            WeightConstraints.uniform(ASSETS + 1, 0, 1, 1));

    assertThat(covariance.varianceOf(together))
        .isEqualTo(estimates.covariance().varianceOf(alone), within(1e-12));
  }

  @Test
  void theFrontierRises() {
    Estimates estimates = RandomAllocations.market(new SplittableRandom(14), ASSETS, 120);
    WeightConstraints constraints = RandomAllocations.constraints(new SplittableRandom(14)).get(1);
    double before = 0;
    for (double target = 0.03; target < 0.11; target += 0.004) {
      double variance =
          estimates
              .covariance()
              .varianceOf(weights(Objective.targetReturn(target), estimates, constraints));
      assertThat(variance).isGreaterThanOrEqualTo(before * (1 - 1e-9));
      before = variance;
    }
  }

  @Test
  void noRandomPortfolioIsBetter() {
    SplittableRandom random = new SplittableRandom(15);
    Estimates estimates = RandomAllocations.market(random, ASSETS, 120);
    WeightConstraints constraints = WeightConstraints.uniform(ASSETS, 0, 0.3, 1);
    double[] means =
        estimates.expectedReturns().stream().mapToDouble(Double::doubleValue).toArray();
    double least =
        estimates
            .covariance()
            .varianceOf(weights(Objective.minimumVariance(), estimates, constraints));
    double[] bestRatio = weights(new Objective.MaximumSharpe(0.01, 0), estimates, constraints);
    double[] bestReturn = weights(Objective.targetRisk(0.15), estimates, constraints);
    double[] leastTail =
        weights(
            RandomAllocations.scenario(
                new ScenarioMeasure.ValueAtRiskTail(0.9), new Aim.LeastRisk()),
            estimates,
            constraints);
    double tail = tail(estimates, leastTail);
    for (int run = 0; run < 10_000; run++) {
      double[] some = feasible(random);
      double variance = estimates.covariance().varianceOf(some);
      assertThat(least).isLessThanOrEqualTo(variance);
      assertThat(ratio(estimates, means, bestRatio))
          .isGreaterThanOrEqualTo(ratio(estimates, means, some));
      if (variance <= 0.15 * 0.15) {
        assertThat(dot(means, bestReturn)).isGreaterThanOrEqualTo(dot(means, some) - 1e-9);
      }
      assertThat(tail).isLessThanOrEqualTo(tail(estimates, some) + 1e-9);
    }
  }

  private static double tail(Estimates estimates, double[] weights) {
    return PastRisk.lossTail(estimates.scenarios().orElseThrow().ofPortfolio(weights), 0.9);
  }

  private static double ratio(Estimates estimates, double[] means, double[] weights) {
    return (dot(means, weights) - 0.01) / Math.sqrt(estimates.covariance().varianceOf(weights));
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** Exponential draws, rejected while one is above the cap. */
  private static double[] feasible(SplittableRandom random) {
    while (true) {
      double[] weights = new double[ASSETS];
      double power = 1 + 2 * random.nextDouble();
      Arrays.setAll(weights, i -> Math.pow(-Math.log(1 - random.nextDouble()), power));
      double sum = Arrays.stream(weights).sum();
      Arrays.setAll(weights, i -> weights[i] / sum);
      if (Arrays.stream(weights).max().orElseThrow() <= 0.3) {
        return weights;
      }
    }
  }

  @Test
  void theSameQuestionHasTheSameAnswerToTheLastBit() {
    SplittableRandom random = new SplittableRandom(16);
    Estimates estimates = RandomAllocations.market(random, ASSETS, 120);
    WeightConstraints constraints = RandomAllocations.constraints(random).get(5);
    objectives()
        .forEach(
            objective ->
                assertThat(PortfolioOptimizer.solve(objective, estimates, constraints))
                    .isEqualTo(PortfolioOptimizer.solve(objective, estimates, constraints)));
  }

  @Test
  void riskContributionsAreEqualToTheLastDigits() {
    Estimates estimates = RandomAllocations.market(new SplittableRandom(17), ASSETS, 120);
    double[] weights =
        weights(
            Objective.equalRiskContribution(),
            estimates,
            WeightConstraints.uniform(ASSETS, 0, 1, 0.9));
    double variance = estimates.covariance().varianceOf(weights);
    for (int i = 0; i < ASSETS; i++) {
      double product = 0;
      for (int j = 0; j < ASSETS; j++) {
        product += estimates.covariance().get(i, j) * weights[j];
      }
      assertThat(weights[i] * product / variance).isEqualTo(1.0 / ASSETS, within(1e-12));
    }
  }
}
