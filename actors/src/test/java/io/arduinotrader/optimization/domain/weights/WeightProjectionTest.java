package io.arduinotrader.optimization.domain.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightProjectionTest {

  @Test
  void boundsAndBudgetAreKeptAndNoOtherWeightsAreNearer() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 300; run++) {
      int assets = 1 + random.nextInt(12);
      WeightBounds bounds = RandomMarkets.feasibleBounds(random, assets);
      Weights wanted = Weights.of(RandomMarkets.weights(random, assets, 1.5 * random.nextDouble()));

      Weights nearest = optimal(WeightProjection.project(wanted, bounds));

      assertThat(nearest.sum()).as("run %d", run).isEqualTo(bounds.budget(), within(1e-9));
      for (int i = 0; i < assets; i++) {
        assertThat(nearest.get(i))
            .as("run %d", run)
            .isBetween(bounds.minimum(i), bounds.maximum(i));
      }
      double best = distance(nearest, wanted);
      for (int other = 0; other < 20; other++) {
        Weights elsewhere =
            optimal(
                WeightProjection.project(
                    Weights.of(RandomMarkets.weights(random, assets, 1)), bounds));
        Weights between = nearest.towards(elsewhere, random.nextDouble());
        assertThat(distance(between, wanted)).as("run %d", run).isGreaterThanOrEqualTo(best - 1e-9);
      }
    }
  }

  @Test
  void weightsThatKeepEverythingStay() {
    Weights wanted = Weights.of(0.2, 0.3, 0.4);

    Weights nearest =
        optimal(WeightProjection.project(wanted, WeightBounds.uniform(3, 0, 0.5, 0.9)));

    for (int i = 0; i < 3; i++) {
      assertThat(nearest.get(i)).isEqualTo(wanted.get(i), within(1e-15));
    }
  }

  @Test
  void withoutBoundsAllScaleAlike() {
    Weights nearest =
        optimal(WeightProjection.project(Weights.of(0.1, 0.3), WeightBounds.uniform(2, 0, 1, 0.8)));

    assertThat(nearest.get(0)).isEqualTo(0.2, within(1e-12));
    assertThat(nearest.get(1)).isEqualTo(0.6, within(1e-12));
  }

  @Test
  void whatACapTakesGoesToTheOthers() {
    Weights nearest =
        optimal(
            WeightProjection.project(
                Weights.of(0.8, 0.1, 0.1), WeightBounds.uniform(3, 0, 0.4, 1)));

    assertThat(nearest.get(0)).isEqualTo(0.4);
    assertThat(nearest.get(1)).isEqualTo(0.3, within(1e-12));
  }

  @Test
  void smallPositionsAreDroppedButForThoseThatMustStay() {
    WeightBounds bounds =
        WeightBounds.of(new double[] {0, 0, 0.002, 0}, new double[] {1, 1, 1, 1}, 1);

    Weights sparse =
        optimal(
            WeightProjection.projectSparse(
                Weights.of(0.6, 0.393, 0.003, 0.004), bounds, 0.005, Integer.MAX_VALUE));

    assertThat(sparse.get(3)).isZero();
    assertThat(sparse.get(2)).isGreaterThanOrEqualTo(0.002);
    assertThat(sparse.sum()).isEqualTo(1, within(1e-9));
  }

  @Test
  void noMorePositionsThanAllowed() {
    Weights sparse =
        optimal(
            WeightProjection.projectSparse(
                Weights.of(0.4, 0.3, 0.2, 0.1), WeightBounds.uniform(4, 0, 1, 1), 0, 2));

    assertThat(sparse.positions()).isEqualTo(2);
    assertThat(sparse.get(0)).isEqualTo(4.0 / 7, within(1e-12));
  }

  @Test
  void tooFewPositionsForTheCapsAreNamed() {
    AllocationOutcome outcome =
        WeightProjection.projectSparse(
            Weights.of(0.25, 0.25, 0.25, 0.25), WeightBounds.uniform(4, 0, 0.3, 1), 0, 3);

    assertThat(outcome)
        .isEqualTo(
            new AllocationOutcome.Infeasible(
                List.of(new BoundsConflict.PositionsTooFew(List.of(0, 1, 2, 3), 3, 0))));
    assertThat(new BoundsConflict.PositionsTooFew(List.of(0), 3, 0.02).describe(i -> "A"))
        .isEqualTo(
            "at most 3 positions of at least 2.00 % cannot hold the budget within the bounds of A");
  }

  @Test
  void conflictsAreNamed() {
    assertThat(WeightProjection.project(Weights.of(1), WeightBounds.uniform(1, 0, 0.5, 1)))
        .isEqualTo(
            new AllocationOutcome.Infeasible(
                List.of(new BoundsConflict.MaximaBelowBudget(List.of(0), 0.5, 1))));
  }

  @Test
  void theReserveIsNotInvested() {
    assertThat(WeightBounds.investable(10_000, 500)).isEqualTo(0.95);
    assertThat(WeightBounds.investable(400, 500)).isZero();
    assertThat(WeightBounds.investable(0, 500)).isZero();
    assertThat(WeightBounds.investable(400, -5)).isEqualTo(1);
  }

  private static double distance(Weights weights, Weights wanted) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      double difference = weights.get(i) - wanted.get(i);
      sum += difference * difference / Math.max(wanted.get(i), 1e-4);
    }
    return sum;
  }

  private static Weights optimal(AllocationOutcome outcome) {
    return ((AllocationOutcome.Optimal) outcome).weights();
  }
}
