package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is believed of the assets, all in the same order.
 *
 * @param expectedReturns per year; absent where nothing is expected
 * @param covariance per year
 * @param returns of past days
 */
public record Beliefs(
    List<OptionalDouble> expectedReturns, Covariance covariance, ReturnsMatrix returns) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when the parts are of different sizes
   */
  public Beliefs {
    expectedReturns = List.copyOf(expectedReturns);
    if (expectedReturns.size() != covariance.size() || returns.assets() != covariance.size()) {
      throw new IllegalArgumentException("beliefs about different numbers of assets");
    }
  }

  /** Whether a return is expected of at least one asset. */
  boolean expectAny() {
    return expectedReturns.stream().anyMatch(OptionalDouble::isPresent);
  }

  /** The expected returns, zero where nothing is expected. */
  public double[] means() {
    return expectedReturns.stream().mapToDouble(each -> each.orElse(0)).toArray();
  }

  Estimates estimates() {
    return Estimates.of(means(), covariance).with(returns);
  }

  /** The same limits, but what nothing is expected of is not bought. */
  WeightConstraints withoutBlindBuying(WeightConstraints constraints) {
    List<AssetLimits> assets = new ArrayList<>();
    for (int i = 0; i < constraints.size(); i++) {
      AssetLimits limits = constraints.assets().get(i);
      double kept = Math.max(limits.lower(), Math.min(limits.maximum(), limits.current()));
      assets.add(
          expectedReturns.get(i).isPresent()
              ? limits
              : new AssetLimits(
                  limits.minimum(), kept, limits.current(), limits.mayBuy(), limits.maySell()));
    }
    return constraints.withAssets(assets);
  }
}
