package io.arduinotrader.benchmark;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Portfolios to be optimized, a function of their size. */
final class PortfolioSamples {

  private PortfolioSamples() {}

  /** Annual covariance of five factors and own noise. */
  static double[][] covariance(int assets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] loadings = new double[assets][5];
    double[][] matrix = new double[assets][assets];
    for (double[] row : loadings) {
      for (int factor = 0; factor < row.length; factor++) {
        row[factor] =
            factor == 0 ? 0.15 + 0.05 * random.nextGaussian() : 0.08 * random.nextGaussian();
      }
    }
    for (int i = 0; i < assets; i++) {
      double noise = 0.1 + 0.2 * random.nextDouble();
      for (int j = 0; j < assets; j++) {
        for (int factor = 0; factor < 5; factor++) {
          matrix[i][j] += loadings[i][factor] * loadings[j][factor];
        }
      }
      matrix[i][i] += noise * noise;
    }
    return matrix;
  }

  /** The same after the volatility of two in a hundred assets changed by five in a hundred. */
  static double[][] changed(double[][] matrix) {
    double[][] changed = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      changed[i] = matrix[i].clone();
    }
    for (int asset = 0; asset < matrix.length; asset += 50) {
      for (int other = 0; other < matrix.length; other++) {
        changed[asset][other] *= 1.05;
        changed[other][asset] *= 1.05;
      }
    }
    return changed;
  }

  /** Returns of a year and a half of days, a row per asset. */
  static double[][] returns(int assets, int days) {
    SplittableRandom random = new SplittableRandom(assets);
    double[][] returns = new double[assets][days];
    double[] market = new double[days];
    for (int day = 0; day < days; day++) {
      market[day] = 0.008 * random.nextGaussian();
    }
    for (double[] row : returns) {
      double loading = 0.5 + random.nextDouble();
      double noise = 0.005 + 0.015 * random.nextDouble();
      for (int day = 0; day < days; day++) {
        row[day] = 0.0003 + loading * market[day] + noise * random.nextGaussian();
      }
    }
    return returns;
  }

  /** At most ten in a hundred, or what a few assets need to reach the budget. */
  static WeightConstraints capped(int assets) {
    return WeightConstraints.uniform(assets, 0, Math.min(1, Math.max(0.1, 3.0 / assets)), 1);
  }

  /** The same in ten and five overlapping groups, from current weights. */
  static WeightConstraints grouped(int assets) {
    SplittableRandom random = new SplittableRandom(assets);
    double[] current = new double[assets];
    double sum = 0;
    for (int i = 0; i < assets; i++) {
      current[i] = random.nextBoolean() ? random.nextDouble() : 0;
      sum += current[i];
    }
    List<AssetLimits> limits = new ArrayList<>();
    for (int i = 0; i < assets; i++) {
      limits.add(AssetLimits.between(0, Math.max(0.1, 3.0 / assets)).holding(current[i] / sum));
    }
    List<GroupLimit> groups = new ArrayList<>();
    for (int group = 0; group < 10; group++) {
      groups.add(new GroupLimit("industry " + group, every(assets, 10, group), 0.05, 0.15));
    }
    for (int group = 0; group < 3; group++) {
      groups.add(new GroupLimit("country " + group, every(assets, 3, group), 0.25, 0.4));
    }
    return WeightConstraints.of(1, limits).withGroups(groups);
  }

  private static List<Integer> every(int assets, int step, int first) {
    return IntStream.range(0, assets).filter(i -> i % step == first).boxed().toList();
  }

  static Covariance covarianceOf(int assets) {
    return Covariance.of(covariance(assets, assets));
  }
}
