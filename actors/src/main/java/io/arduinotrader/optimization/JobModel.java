package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.allocation.Certificate;
import io.arduinotrader.optimization.domain.expectation.MarketViews;
import io.arduinotrader.optimization.domain.pipeline.Beliefs;
import io.arduinotrader.optimization.domain.returns.CommonWindow;
import io.arduinotrader.optimization.domain.returns.CorrelatedPair;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.returns.RiskEstimate;
import io.arduinotrader.optimization.domain.weights.Drift;
import io.arduinotrader.optimization.domain.weights.PortfolioFigures;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.OptimizationWork.Aims;
import io.arduinotrader.protocol.optimization.OptimizationWork.Correlation;
import io.arduinotrader.protocol.optimization.OptimizationWork.Figures;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is believed of those assets of a job that have returns on common days. */
final class JobModel {

  private static final int MOST_CORRELATIONS = 5;

  private final Job job;
  private final CommonWindow.Found window;
  private final RiskEstimate daily;
  private final Covariance perYear;
  private final List<OptionalDouble> estimates;

  JobModel(Job job, CommonWindow.Found window, JobBeliefs expected) {
    this.job = job;
    this.window = window;
    this.daily = RiskEstimate.of(window.returns(), job.aims().riskModel());
    this.perYear = daily.covariance().times(ReturnsMatrix.DAYS_PER_YEAR);
    this.estimates = estimates(expected);
  }

  private List<OptionalDouble> estimates(JobBeliefs expected) {
    Aims aims = job.aims();
    if (!aims.views()) {
      return included().stream().map(expected::estimate).toList();
    }
    double[] posterior =
        MarketViews.posterior(
            included().stream().map(expected::of).toList(),
            perYear,
            JobRules.riskAversion(aims),
            aims.riskFreeRate());
    return Arrays.stream(posterior).mapToObj(OptionalDouble::of).toList();
  }

  /** Indices of the assets, ascending. */
  List<Integer> included() {
    return window.included();
  }

  Beliefs beliefs() {
    return new Beliefs(estimates, perYear, window.returns());
  }

  /** Sentences about the estimates. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Covariance of %d daily returns of %d securities, %s."
            .formatted(window.returns().days(), included().size(), daily.how()));
    if (job.aims().views()) {
      notes.add("Expected returns are views on what equal weights of all securities imply.");
    }
    return notes;
  }

  /** What weights promise. Where nothing is expected of an asset its past mean stands in. */
  Figures figures(Weights weights, Certificate certificate) {
    double[] means = window.returns().annualMeans();
    double[] chosen = new double[means.length];
    double[] current = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = estimates.get(i).orElse(means[i]);
      chosen[i] = weights.get(included().get(i));
      current[i] = job.assets().get(included().get(i)).current();
    }
    PortfolioFigures figures =
        PortfolioFigures.of(Weights.of(chosen), means, perYear, job.aims().riskFreeRate());
    return new Figures(
        figures.expectedReturn(),
        figures.volatility(),
        figures.sharpeRatio().isPresent()
            ? Optional.of(figures.sharpeRatio().getAsDouble())
            : Optional.empty(),
        Drift.trackingError(Weights.of(current), Weights.of(chosen), perYear),
        certificate.objective(),
        certificate.iterations());
  }

  /** The pairs that move most alike. */
  List<Correlation> correlations() {
    return CorrelatedPair.of(window.returns(), MOST_CORRELATIONS).stream()
        .map(
            pair ->
                new Correlation(
                    job.assets().get(included().get(pair.first())).symbol(),
                    job.assets().get(included().get(pair.second())).symbol(),
                    pair.coefficient()))
        .toList();
  }
}
