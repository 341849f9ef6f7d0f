package io.arduinotrader.optimization.domain;

import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.weights.WeightBounds;
import java.util.SplittableRandom;

/** Returns and bounds for property tests, a function of their seed. */
public final class RandomMarkets {

  private RandomMarkets() {}

  /** Returns that share two factors and have noise of their own. */
  public static ReturnsMatrix returns(long seed, int assets, int days) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] factors = new double[2][days];
    for (double[] factor : factors) {
      for (int day = 0; day < days; day++) {
        factor[day] = 0.01 * random.nextGaussian();
      }
    }
    double[][] returns = new double[assets][days];
    for (double[] row : returns) {
      double first = random.nextDouble(-0.5, 1.5);
      double second = random.nextDouble(-1, 1);
      double noise = random.nextDouble(0.002, 0.03);
      for (int day = 0; day < days; day++) {
        row[day] =
            first * factors[0][day] + second * factors[1][day] + noise * random.nextGaussian();
      }
    }
    return ReturnsMatrix.of(returns);
  }

  /** Bounds around random weights, so that some weights keep them. */
  public static WeightBounds feasibleBounds(SplittableRandom random, int assets) {
    double budget = random.nextDouble();
    double[] inside = weights(random, assets, budget);
    double[] minima = new double[assets];
    double[] maxima = new double[assets];
    for (int i = 0; i < assets; i++) {
      boolean tight = random.nextInt(4) == 0;
      minima[i] = tight ? inside[i] : inside[i] * Math.max(0, random.nextDouble(-1, 1));
      maxima[i] = tight ? inside[i] : inside[i] + 0.3 * random.nextDouble();
    }
    return WeightBounds.of(minima, maxima, budget);
  }

  /** Random weights with a sum. */
  public static double[] weights(SplittableRandom random, int assets, double sum) {
    double[] weights = new double[assets];
    double whole = 0;
    for (int i = 0; i < assets; i++) {
      weights[i] = -Math.log(1 - random.nextDouble());
      whole += weights[i];
    }
    for (int i = 0; i < assets; i++) {
      weights[i] *= sum / whole;
    }
    return weights;
  }
}
