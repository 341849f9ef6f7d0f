package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is believed of the assets, all in the same order.
 *
 * @param expectedReturns per year, as fractions; empty when unknown
 * @param covariance per year
 * @param scenarios past daily returns for measures that need them
 */
public record Estimates(
    List<Double> expectedReturns, Covariance covariance, Optional<ReturnsMatrix> scenarios) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when the parts are of different sizes
   */
  public Estimates {
    expectedReturns = List.copyOf(expectedReturns);
    boolean fits = expectedReturns.isEmpty() || expectedReturns.size() == covariance.size();
    if (!fits || scenarios.map(each -> each.assets() != covariance.size()).orElse(false)) {
      throw new IllegalArgumentException("estimates of different numbers of assets");
    }
  }

  /** Only a covariance. */
  public static Estimates of(Covariance covariance) {
    return new Estimates(List.of(), covariance, Optional.empty());
  }

  /** Expected returns and a covariance. */
  public static Estimates of(double[] expectedReturns, Covariance covariance) {
    return new Estimates(
        Arrays.stream(expectedReturns).boxed().toList(), covariance, Optional.empty());
  }

  /** The same with past returns. */
  public Estimates with(ReturnsMatrix returns) {
    return new Estimates(expectedReturns, covariance, Optional.of(returns));
  }

  /** The number of assets. */
  public int size() {
    return covariance.size();
  }

  /** The expected returns as an array, zeros when unknown. */
  double[] means() {
    return expectedReturns.isEmpty()
        ? new double[size()]
        : expectedReturns.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
