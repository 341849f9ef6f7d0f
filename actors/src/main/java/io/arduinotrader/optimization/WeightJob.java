package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.returns.CommonWindow;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.weights.AllocationOutcome;
import io.arduinotrader.optimization.domain.weights.HierarchicalRiskParity;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.optimization.domain.weights.PortfolioFigures;
import io.arduinotrader.optimization.domain.weights.TurnoverLimit;
import io.arduinotrader.optimization.domain.weights.WeightBounds;
import io.arduinotrader.optimization.domain.weights.WeightProjection;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** One job: from histories and bounds to weights that say how they were found. */
final class WeightJob {

  private static final int MINIMUM_RETURNS = 60;
  private static final double RISK_FREE_RATE = 0;

  private final long number;
  private final Job job;
  private final List<String> explanation = new ArrayList<>();

  private WeightJob(OptimizationWork work) {
    this.number = work.number();
    this.job = work.job();
  }

  static Result run(OptimizationWork work) {
    return new WeightJob(work).run();
  }

  private Result run() {
    CommonWindow window =
        CommonWindow.of(
            job.assets().stream()
                .map(asset -> PriceHistory.of(asset.days(), asset.prices()))
                .toList(),
            new CommonWindow.Rule(job.windowDays(), MINIMUM_RETURNS));
    return job.wanted() ? limited(wanted(), bounds(), window) : derived(window);
  }

  private Result derived(CommonWindow window) {
    return switch (window) {
      case CommonWindow.NoneLongEnough none ->
          infeasible(
              List.of(
                  "no security has %d daily returns within %d days"
                      .formatted(MINIMUM_RETURNS, job.windowDays())));
      case CommonWindow.Found found -> derived(found, window);
    };
  }

  private Result derived(CommonWindow.Found found, CommonWindow window) {
    for (CommonWindow.Exclusion exclusion : found.excluded()) {
      explanation.add(
          "%s is left out: %s."
              .formatted(
                  symbol(exclusion.history()),
                  exclusion.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    WeightBounds all = bounds();
    WeightBounds included = boundsOf(found.included());
    CovarianceEstimates.Shrunk shrunk = CovarianceEstimates.ledoitWolf(found.returns());
    explanation.add(
        "Covariance of %d daily returns of %d securities, shrunk by %.0f %% towards equal variances."
            .formatted(found.returns().days(), found.included().size(), 100 * shrunk.intensity()));
    AllocationOutcome outcome =
        HierarchicalRiskParity.weights(shrunk.covariance(), Linkage.SINGLE, included);
    return switch (outcome) {
      case AllocationOutcome.Infeasible infeasible ->
          infeasible(conflicts(infeasible, found.included()));
      case AllocationOutcome.Optimal optimal -> {
        double[] spread = new double[job.assets().size()];
        for (int i = 0; i < found.included().size(); i++) {
          spread[found.included().get(i)] = optimal.weights().get(i);
        }
        yield limited(Weights.of(spread), all, window);
      }
    };
  }

  /** Applies the limits on positions and turnover, which need all assets at once. */
  private Result limited(Weights wanted, WeightBounds bounds, CommonWindow window) {
    AllocationOutcome outcome =
        WeightProjection.projectSparse(wanted, bounds, job.minimumWeight(), job.maximumPositions());
    if (outcome instanceof AllocationOutcome.Optimal optimal && job.maximumTurnover().isPresent()) {
      outcome =
          TurnoverLimit.towards(current(), optimal.weights(), job.maximumTurnover().get(), bounds);
    }
    return switch (outcome) {
      case AllocationOutcome.Infeasible infeasible ->
          infeasible(
              conflicts(infeasible, IntStream.range(0, job.assets().size()).boxed().toList()));
      case AllocationOutcome.Optimal optimal ->
          new Result(
              number,
              Arrays.stream(optimal.weights().toArray()).boxed().toList(),
              List.of(),
              figures(optimal.weights(), window),
              job.wanted() ? "given weights within bounds" : "hierarchical risk parity",
              List.copyOf(explanation));
    };
  }

  private Optional<OptimizationWork.Figures> figures(Weights weights, CommonWindow window) {
    if (!(window instanceof CommonWindow.Found found)) {
      return Optional.empty();
    }
    double[] included =
        found.included().stream().mapToDouble(asset -> weights.get(asset)).toArray();
    PortfolioFigures figures =
        PortfolioFigures.of(
            Weights.of(included),
            found.returns().annualMeans(),
            CovarianceEstimates.ledoitWolf(found.returns())
                .covariance()
                .times(ReturnsMatrix.DAYS_PER_YEAR),
            RISK_FREE_RATE);
    return Optional.of(
        new OptimizationWork.Figures(
            figures.expectedReturn(),
            figures.volatility(),
            figures.sharpeRatio().isPresent()
                ? Optional.of(figures.sharpeRatio().getAsDouble())
                : Optional.empty()));
  }

  private WeightBounds bounds() {
    WeightBounds bounds = boundsOf(IntStream.range(0, job.assets().size()).boxed().toList());
    if (bounds.budget() < job.budget()) {
      explanation.add(
          String.format(
              Locale.ROOT,
              "Only %.1f %% is invested: the maximum weights allow no more.",
              100 * bounds.budget()));
    }
    return bounds;
  }

  /** What the maxima do not allow to invest stays in cash; that is a limit, not a conflict. */
  private WeightBounds boundsOf(List<Integer> assets) {
    double[] minima =
        assets.stream().mapToDouble(asset -> job.assets().get(asset).minimum()).toArray();
    double[] maxima =
        assets.stream().mapToDouble(asset -> job.assets().get(asset).maximum()).toArray();
    double room = Arrays.stream(maxima).sum();
    return WeightBounds.of(minima, maxima, Math.min(job.budget(), room));
  }

  private Weights wanted() {
    return Weights.of(job.assets().stream().mapToDouble(Asset::wanted).toArray());
  }

  private Weights current() {
    return Weights.of(job.assets().stream().mapToDouble(Asset::current).toArray());
  }

  private List<String> conflicts(AllocationOutcome.Infeasible infeasible, List<Integer> assets) {
    return infeasible.conflicts().stream()
        .map(conflict -> conflict.describe(index -> symbol(assets.get(index))))
        .toList();
  }

  private Result infeasible(List<String> conflicts) {
    return new Result(
        number, List.of(), conflicts, Optional.empty(), "none", List.copyOf(explanation));
  }

  private String symbol(int asset) {
    return job.assets().get(asset).symbol().value();
  }
}
