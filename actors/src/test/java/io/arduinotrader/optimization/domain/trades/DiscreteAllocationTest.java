package io.arduinotrader.optimization.domain.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscreteAllocationTest {

  private static final double VALUE = 1000;

  @Test
  void noOtherSharesAreNearer() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] weights = new double[4];
      double[] prices = new double[4];
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        weights[i] = random.nextDouble();
        prices[i] = 40 + 300 * random.nextDouble();
        sum += weights[i];
      }
      for (int i = 0; i < 4; i++) {
        weights[i] /= sum;
      }

      DiscreteAllocation nearest = DiscreteAllocation.nearest(weights, prices, VALUE);

      assertThat(nearest.cash()).isGreaterThanOrEqualTo(-1e-9);
      assertThat(nearest.deviation(weights, prices, VALUE))
          .as("seed %d", seed)
          .isEqualTo(best(weights, prices, new long[4], 0), within(1e-6));
      assertThat(nearest.deviation(weights, prices, VALUE))
          .isLessThanOrEqualTo(
              DiscreteAllocation.greedy(weights, prices, VALUE).deviation(weights, prices, VALUE)
                  + 1e-9);
    }
  }

  private static double best(double[] weights, double[] prices, long[] shares, int from) {
    double spent = 0;
    for (int i = 0; i < shares.length; i++) {
      spent += shares[i] * prices[i];
    }
    if (spent > VALUE) {
      return Double.POSITIVE_INFINITY;
    }
    if (from == shares.length) {
      return new DiscreteAllocation(shares.clone(), VALUE - spent)
          .deviation(weights, prices, VALUE);
    }
    double best = Double.POSITIVE_INFINITY;
    for (long count = 0; count * prices[from] <= VALUE; count++) {
      shares[from] = count;
      best = Math.min(best, best(weights, prices, shares, from + 1));
    }
    shares[from] = 0;
    return best;
  }

  @Test
  void manyAssetsAreNoLongSearch() {
    SplittableRandom random = new SplittableRandom(1);
    double[] weights = new double[60];
    double[] prices = new double[60];
    for (int i = 0; i < 60; i++) {
      weights[i] = 1.0 / 60;
      prices[i] = 5 + 400 * random.nextDouble();
    }

    DiscreteAllocation nearest = DiscreteAllocation.nearest(weights, prices, 20_000);

    assertThat(nearest.cash()).isGreaterThanOrEqualTo(0);
    assertThat(nearest.deviation(weights, prices, 20_000))
        .isLessThanOrEqualTo(
            DiscreteAllocation.greedy(weights, prices, 20_000).deviation(weights, prices, 20_000));
  }

  @Test
  void bothSidesAreAllocatedAlone() {
    DiscreteAllocation allocation =
        DiscreteAllocation.greedyLongShort(
            new double[] {1.2, -0.2}, new double[] {10, 10}, 100, 0.2, true);

    assertThat(allocation.shares()).containsExactly(12, -2);
  }
}
