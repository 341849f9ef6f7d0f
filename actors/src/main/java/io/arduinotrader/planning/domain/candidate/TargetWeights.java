package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * The wanted weights after the plan's own limits: fewer positions, another invested share.
 *
 * @param weights of the assets by number
 * @param cash the share nobody wants invested
 * @param known whether anybody wants anything
 */
public record TargetWeights(double[] weights, double cash, boolean known) {

  static TargetWeights of(List<Asset> assets, Wishes wishes) {
    double[] weights = new double[assets.size()];
    List<Asset> wanted =
        assets.stream()
            .filter(asset -> target(asset) > 0)
            .sorted(
                Comparator.comparingDouble(TargetWeights::target)
                    .reversed()
                    .thenComparing(Asset::number))
            .limit(wishes.maximumPositions().orElse(Integer.MAX_VALUE))
            .toList();
    double sum = wanted.stream().mapToDouble(TargetWeights::target).sum();
    double invested = wishes.investedTarget().map(BigDecimal::doubleValue).orElse(sum);
    for (Asset asset : wanted) {
      weights[asset.number()] = target(asset) / sum * invested;
    }
    return new TargetWeights(weights, 1 - invested, !wanted.isEmpty());
  }

  private static double target(Asset asset) {
    return asset.security().bounds().target().orElse(0.0);
  }

  /** The wanted weight of an asset. */
  public double of(Asset asset) {
    return weights[asset.number()];
  }
}
