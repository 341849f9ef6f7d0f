package io.arduinotrader.optimization.domain.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.expectation.ExpectedReturn.Estimated;
import io.arduinotrader.optimization.domain.expectation.ExpectedReturn.Unknown;
import io.arduinotrader.optimization.domain.returns.Covariance;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketViewsTest {

  private static final Covariance PER_YEAR =
      Covariance.of(new double[][] {{0.04, 0.02}, {0.02, 0.09}});

  /** With an aversion of 5 equal weights imply 15 % and 27.5 %. */
  @Test
  void withoutViewsTheMarketIsRight() {
    double[] expected = posterior(new Unknown("young"), new Unknown("young"));

    assertThat(expected[0]).isEqualTo(0.15, within(1e-12));
    assertThat(expected[1]).isEqualTo(0.275, within(1e-12));
  }

  /** As certain as the prior: half way for the asset, and β of that, a half, for the other. */
  @Test
  void aCoveredEstimateMovesHalfWayAndTakesTheOtherAlong() {
    double[] expected = posterior(estimate(0.05, 1), new Unknown("young"));

    assertThat(expected[0]).isEqualTo(0.10, within(1e-12));
    assertThat(expected[1]).isEqualTo(0.275 - 0.05 * 0.02 / 0.04, within(1e-12));
  }

  @Test
  void whatIsLessCoveredMovesLess() {
    double[] half = posterior(estimate(0.05, 0.5), new Unknown("young"));

    assertThat(half[0]).isEqualTo(0.15 - 0.10 * 0.25, within(1e-12));
  }

  private static Estimated estimate(double value, double coverage) {
    return new Estimated(value, coverage, List.of());
  }

  private static double[] posterior(ExpectedReturn... estimates) {
    return MarketViews.posterior(List.of(estimates), PER_YEAR, 5, 0);
  }
}
