package io.arduinotrader.optimization.domain.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RebalancingPolicyTest {

  private static final RebalanceBands BANDS = new RebalanceBands(0.10, 0.05, 0.05, 0.07, 0.10);

  @Test
  void whatIsInsideItsBandStays() {
    Weights current = Weights.of(0.39, 0.31, 0.25);
    Weights target = Weights.of(0.40, 0.30, 0.25);

    assertThat(RebalancingPolicy.towards(current, target, BANDS)).isEqualTo(current);
    assertThat(RebalancingPolicy.isNeeded(current, target, BANDS)).isFalse();
  }

  @Test
  void whatIsOutsideGoesToTheEdge() {
    Weights moved =
        RebalancingPolicy.towards(Weights.of(0.50, 0.20), Weights.of(0.40, 0.30), BANDS);

    assertThat(moved.get(0)).isEqualTo(0.42 - 0.005, within(1e-12)); // pays for the other
    assertThat(moved.get(1)).isEqualTo(0.285, within(1e-12));
  }

  @Test
  void newMoneyBuysWhatLacksMostBeforeAnythingIsSold() {
    Weights current = Weights.of(0.306, 0.295, 0.20);
    Weights target = Weights.of(0.30, 0.30, 0.30);

    Weights moved = RebalancingPolicy.towards(current, target, BANDS);

    assertThat(moved.get(0)).isEqualTo(0.306);
    assertThat(moved.get(2)).isEqualTo(0.299, within(1e-12));
    assertThat(moved.sum()).isEqualTo(0.9, within(1e-12));
  }

  @Test
  void withoutATargetEverythingIsSold() {
    Weights moved = RebalancingPolicy.towards(Weights.of(0.2, 0.8), Weights.of(0, 0.8), BANDS);

    assertThat(moved.get(0)).isZero();
  }

  @Test
  void theWeightsLieBetweenAndSumToTheTargets() {
    SplittableRandom random = new SplittableRandom(4);
    for (int run = 0; run < 1000; run++) {
      int size = 1 + random.nextInt(12);
      Weights current = weights(random, size);
      Weights target = weights(random, size);

      Weights moved = RebalancingPolicy.towards(current, target, BANDS);

      assertThat(moved.sum()).as("run %d", run).isEqualTo(target.sum(), within(1e-9));
      for (int i = 0; i < size; i++) {
        assertThat(moved.get(i))
            .isBetween(
                Math.min(current.get(i), target.get(i)) - 1e-12,
                Math.max(current.get(i), target.get(i)) + 1e-12);
        if (target.get(i) > 0) {
          assertThat(BANDS.isOutside(moved.get(i), target.get(i))).as("run %d", run).isFalse();
        }
      }
      assertThat(Drift.of(current, moved).oneWay())
          .isLessThanOrEqualTo(
              Drift.of(current, target).oneWay() + Math.abs(current.sum() - target.sum()) + 1e-9);
    }
  }

  private static Weights weights(SplittableRandom random, int size) {
    double[] weights = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      sum += weights[i];
    }
    for (int i = 0; i < size && sum > 0; i++) {
      weights[i] *= 0.95 / sum;
    }
    return Weights.of(weights);
  }
}
