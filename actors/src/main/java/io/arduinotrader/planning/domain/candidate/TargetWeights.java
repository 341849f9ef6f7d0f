package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The wanted weights after the plan's own limits: fewer positions, another invested share. */
public final class TargetWeights {

  private final double[] weights;
  private final double cash;
  private final boolean known;

  private TargetWeights(double[] weights, double cash, boolean known) {
    this.weights = weights;
    this.cash = cash;
    this.known = known;
  }

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

  /** The share nobody wants invested. */
  public double cash() {
    return cash;
  }

  /** Whether anybody wants anything. */
  public boolean known() {
    return known;
  }

  /** The wanted weight of an asset. */
  public double of(Asset asset) {
    return weights[asset.number()];
  }
}
