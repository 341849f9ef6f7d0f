package io.arduinotrader.optimization.domain.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HierarchicalRiskParityTest {

  @Test
  void everyBoundAndTheBudgetAreKept() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 400; run++) {
      int assets = 1 + random.nextInt(30);
      Covariance covariance = covariance(run, assets);
      WeightBounds bounds = RandomMarkets.feasibleBounds(random, assets);
      for (Linkage linkage : Linkage.values()) {
        Weights weights = optimal(HierarchicalRiskParity.weights(covariance, linkage, bounds));

        assertThat(weights.sum()).as("run %d", run).isEqualTo(bounds.budget(), within(1e-9));
        for (int i = 0; i < assets; i++) {
          assertThat(weights.get(i))
              .as("run %d", run)
              .isBetween(bounds.minimum(i), bounds.maximum(i));
        }
      }
    }
  }

  @Test
  void boundsThatDoNotBindChangeNothing() {
    Covariance covariance = covariance(2, 12);

    Weights free = unbounded(covariance);
    double[] minima = new double[12];
    double[] maxima = new double[12];
    for (int i = 0; i < 12; i++) {
      minima[i] = free.get(i) / 2;
      maxima[i] = Math.min(1, free.get(i) * 2);
    }
    Weights bounded =
        optimal(
            HierarchicalRiskParity.weights(
                covariance, Linkage.SINGLE, WeightBounds.of(minima, maxima, 1)));

    assertThat(bounded).isEqualTo(free);
  }

  @Test
  void theOrderOfTheAssetsDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 100; run++) {
      int assets = 2 + random.nextInt(20);
      Covariance covariance = covariance(run, assets);
      WeightBounds bounds = RandomMarkets.feasibleBounds(random, assets);
      int[] order = shuffled(random, assets);

      Weights weights = optimal(HierarchicalRiskParity.weights(covariance, Linkage.SINGLE, bounds));
      Weights shuffled =
          optimal(
              HierarchicalRiskParity.weights(
                  covariance.reordered(order), Linkage.SINGLE, bounds.reordered(order)));

      for (int i = 0; i < assets; i++) {
        assertThat(shuffled.get(i))
            .as("run %d", run)
            .isEqualTo(weights.get(order[i]), within(1e-12));
      }
    }
  }

  @Test
  void theUnitOfTimeDoesNotMatter() {
    Covariance daily = covariance(4, 15);

    Weights perDay = unbounded(daily);
    Weights perYear = unbounded(daily.times(252));

    for (int i = 0; i < 15; i++) {
      assertThat(perYear.get(i)).isEqualTo(perDay.get(i), within(1e-12));
    }
  }

  @Test
  void uncorrelatedAssetsAreWeightedByInverseVariance() {
    Covariance diagonal = Covariance.of(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 4}});

    Weights weights = unbounded(diagonal);

    assertThat(weights.get(0)).isEqualTo(4.0 / 7, within(1e-12));
    assertThat(weights.get(1)).isEqualTo(2.0 / 7, within(1e-12));
    assertThat(weights.get(2)).isEqualTo(1.0 / 7, within(1e-12));
  }

  @Test
  void oneAssetTakesTheBudgetAndNoneHasNothing() {
    Covariance one = Covariance.of(new double[][] {{0.04}});

    assertThat(
            HierarchicalRiskParity.weights(one, Linkage.SINGLE, WeightBounds.uniform(1, 0, 1, 0.7)))
        .isEqualTo(new AllocationOutcome.Optimal(Weights.of(0.7)));
    assertThat(
            HierarchicalRiskParity.weights(
                Covariance.of(new double[0][]), Linkage.SINGLE, WeightBounds.uniform(0, 0, 1, 0.7)))
        .isEqualTo(
            new AllocationOutcome.Infeasible(
                List.of(new BoundsConflict.MaximaBelowBudget(List.of(), 0, 0.7))));
  }

  @Test
  void nothingToInvestIsNothingInEveryAsset() {
    Weights weights =
        optimal(
            HierarchicalRiskParity.weights(
                covariance(5, 3), Linkage.SINGLE, WeightBounds.uniform(3, 0, 1, 0)));

    assertThat(weights).isEqualTo(Weights.of(0, 0, 0));
  }

  @Test
  void boundsThatConflictAreNamed() {
    Covariance covariance = covariance(6, 3);

    assertThat(conflicts(covariance, bounds(new double[] {0.5, 0, 0.6}, 1, 1)))
        .containsExactly("minima of A, C add up to 110.00 %, only 100.00 % can be invested");
    assertThat(conflicts(covariance, bounds(new double[3], 0.2, 0.9)))
        .containsExactly("maxima of A, B, C add up to 60.00 %, but 90.00 % must be invested");
    assertThat(conflicts(covariance, bounds(new double[] {0, 0.5, 0}, 0.4, 1)))
        .containsExactly("B: minimum 50.00 % is above maximum 40.00 %");
  }

  @Test
  void anAssetWithoutRiskIsNamedInsteadOfTakingEverything() {
    Covariance covariance = Covariance.of(new double[][] {{0.04, 0}, {0, 0}});

    assertThat(
            HierarchicalRiskParity.weights(
                covariance, Linkage.SINGLE, WeightBounds.uniform(2, 0, 1, 1)))
        .isEqualTo(
            new AllocationOutcome.Infeasible(List.of(new BoundsConflict.NoVariance(List.of(1)))));
  }

  @Test
  void pairsThatHedgeEachOtherCompletelyAreSplitEvenly() {
    Covariance hedged =
        Covariance.of(new double[][] {{1, -1, 0, 0}, {-1, 1, 0, 0}, {0, 0, 1, -1}, {0, 0, -1, 1}});

    assertThat(unbounded(hedged).sum()).isEqualTo(1, within(1e-12));
  }

  @Test
  void moreAssetsThanDaysAreNoObstacle() {
    ReturnsMatrix returns = RandomMarkets.returns(7, 120, 60);
    Covariance shrunk = CovarianceEstimates.ledoitWolf(returns).covariance();

    Weights weights =
        optimal(
            HierarchicalRiskParity.weights(
                shrunk, Linkage.SINGLE, WeightBounds.uniform(120, 0, 0.02, 0.95)));

    assertThat(weights.sum()).isEqualTo(0.95, within(1e-9));
  }

  private static Weights unbounded(Covariance covariance) {
    return optimal(
        HierarchicalRiskParity.weights(
            covariance, Linkage.SINGLE, WeightBounds.uniform(covariance.size(), 0, 1, 1)));
  }

  private static Weights optimal(AllocationOutcome outcome) {
    return ((AllocationOutcome.Optimal) outcome).weights();
  }

  private static List<String> conflicts(Covariance covariance, WeightBounds bounds) {
    AllocationOutcome outcome = HierarchicalRiskParity.weights(covariance, Linkage.SINGLE, bounds);
    return ((AllocationOutcome.Infeasible) outcome)
        .conflicts().stream().map(each -> each.describe(i -> "ABC".substring(i, i + 1))).toList();
  }

  private static WeightBounds bounds(double[] minima, double maximum, double budget) {
    double[] maxima = new double[minima.length];
    Arrays.fill(maxima, maximum);
    return WeightBounds.of(minima, maxima, budget);
  }

  private static Covariance covariance(long seed, int assets) {
    return CovarianceEstimates.sample(RandomMarkets.returns(seed, assets, 250));
  }

  private static int[] shuffled(SplittableRandom random, int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
