package io.arduinotrader.optimization.domain.expectation;

import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.views.BlackLitterman;
import io.arduinotrader.optimization.domain.views.MarketImplied;
import io.arduinotrader.optimization.domain.views.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates as views on what the market expects (Black and Litterman 1992).
 *
 * <p>What the market expects is what makes equal weights optimal: capitalizations are not known of
 * every security. An estimate that rests on figures entirely is as certain as the market's opinion;
 * one that does so in part is less certain in proportion. A security without an estimate has no
 * view: what is known of the others moves it as far as it moves with them.
 */
public final class MarketViews {

  /** Confidence in an estimate that is entirely covered: as certain as the prior. */
  private static final double FULL_CONFIDENCE = 0.5;

  private MarketViews() {}

  /**
   * Expected returns per year of all assets.
   *
   * @param estimates one per asset, in the order of the covariance
   * @param perYear covariance
   * @param riskAversion price of a unit of variance, above zero
   */
  public static double[] posterior(
      List<ExpectedReturn> estimates,
      Covariance perYear,
      double riskAversion,
      double riskFreeRate) {
    double[] equal = new double[perYear.size()];
    Arrays.fill(equal, 1);
    double[] prior = MarketImplied.prior(equal, riskAversion, perYear, riskFreeRate);
    List<View> views = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      if (estimates.get(i) instanceof ExpectedReturn.Estimated estimated) {
        double confidence = FULL_CONFIDENCE * Math.min(1, estimated.coverage());
        views.add(View.of(i, estimated.value()).trusted(confidence));
      }
    }
    return BlackLitterman.posterior(prior, perYear, views, BlackLitterman.STANDARD_UNCERTAINTY)
        .expectedReturns();
  }
}
