package io.arduinotrader.optimization.domain.returns;

import io.arduinotrader.optimization.domain.returns.CovarianceEstimates.Shrunk;
import io.arduinotrader.protocol.optimization.OptimizationWork.RiskModel;
import java.util.Locale;

/**
 * The covariance of daily returns by the model an owner chose, possible for every portfolio.
 *
 * @param how what was done to it, for a person, following on "Covariance of …"
 */
public record RiskEstimate(Covariance covariance, String how) {

  /** The weight of a day halves about every sixty trading days. */
  private static final double RECENT_SPAN = 180;

  /** The estimate of a model. */
  public static RiskEstimate of(ReturnsMatrix returns, RiskModel model) {
    RiskEstimate estimate =
        switch (model) {
          case EQUAL_VARIANCES ->
              shrunk(CovarianceEstimates.ledoitWolf(returns), "towards equal variances");
          case NORMAL_RETURNS ->
              shrunk(
                  Shrinkage.oracleApproximating(returns),
                  "towards equal variances as normal returns ask for");
          case EQUAL_CORRELATIONS ->
              shrunk(Shrinkage.constantCorrelation(returns), "towards equal correlations");
          case ONE_FACTOR ->
              shrunk(Shrinkage.singleFactor(returns), "towards what their mean explains");
          case SAMPLE -> new RiskEstimate(CovarianceEstimates.sample(returns), "as it is");
          case RECENT ->
              new RiskEstimate(
                  CovarianceEstimates.exponentiallyWeighted(returns, RECENT_SPAN),
                  "recent days counting more");
          case LOSSES ->
              new RiskEstimate(CovarianceEstimates.semicovariance(returns, 0), "losses only");
        };
    Covariance possible = Definiteness.repaired(estimate.covariance());
    return possible == estimate.covariance()
        ? estimate
        : new RiskEstimate(possible, estimate.how() + ", correlations made possible");
  }

  private static RiskEstimate shrunk(Shrunk shrunk, String target) {
    return new RiskEstimate(
        shrunk.covariance(),
        String.format(Locale.ROOT, "shrunk by %.0f %% %s", 100 * shrunk.intensity(), target));
  }
}
