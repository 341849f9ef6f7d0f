package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.allocation.Attempt.Candidate;
import io.arduinotrader.optimization.domain.allocation.Attempt.Failed;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Limit;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.risk.ScenarioSearch;
import io.arduinotrader.optimization.domain.risk.ScenarioSearch.Found;
import io.arduinotrader.optimization.domain.risk.ScenarioSearch.Measure;
import io.arduinotrader.optimization.domain.solver.QuadraticProgramme;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.Optional;

/** The best weights by a risk of past returns. */
final class ScenarioAttempt {

  private final Objective.ScenarioRisk asked;
  private final Estimates estimates;
  private final double[] means;

  ScenarioAttempt(Objective.ScenarioRisk asked, Estimates estimates, double[] means) {
    this.asked = asked;
    this.estimates = estimates;
    this.means = means;
  }

  Attempt on(Polytope polytope) {
    Optional<ReturnsMatrix> scenarios = estimates.scenarios();
    if (scenarios.isEmpty()) {
      return new Failed(Optional.of(new Conflict.Unknown("past returns")));
    }
    ScenarioSearch search =
        new ScenarioSearch(polytope, scenarios.get(), means, measure(), asked.ridge());
    Optional<Found> found =
        switch (asked.aim()) {
          case Aim.LeastRisk least -> search.leastRisk();
          case Aim.ReturnAtLeast target -> search.returnAtLeast(target.perYear());
          case Aim.RiskAtMost target -> search.riskAtMost(target.risk());
          case Aim.Utility utility -> search.utility(utility.riskAversion());
        };
    return found
        .flatMap(each -> exact(each, polytope))
        .<Attempt>map(solution -> new Candidate(solution, clip(found.get())))
        .orElseGet(() -> new Failed(Optional.empty()));
  }

  private Measure measure() {
    return switch (asked.measure()) {
      case ScenarioMeasure.ValueAtRiskTail tail -> new Measure.Tail(false, tail.confidence());
      case ScenarioMeasure.DrawdownTail tail -> new Measure.Tail(true, tail.confidence());
      case ScenarioMeasure.Semivariance downside ->
          new Measure.Downside(downside.benchmark(), downside.periodsPerYear());
    };
  }

  private String method() {
    String risk =
        switch (asked.measure()) {
          case ScenarioMeasure.ValueAtRiskTail tail -> "mean loss of the worst days";
          case ScenarioMeasure.DrawdownTail tail -> "mean of the deepest drawdowns";
          case ScenarioMeasure.Semivariance downside -> "semivariance";
        };
    return switch (asked.aim()) {
      case Aim.LeastRisk least -> "least " + risk;
      case Aim.ReturnAtLeast target -> "least " + risk + " at a target return";
      case Aim.RiskAtMost target -> "largest return at a target " + risk;
      case Aim.Utility utility -> "largest utility by " + risk;
    };
  }

  private Optional<Clip> clip(Found found) {
    if (found.used().isEmpty()) {
      return Optional.empty();
    }
    double used = found.used().getAsDouble();
    return switch (asked.aim()) {
      case Aim.ReturnAtLeast target ->
          Optional.of(new Clip(new Limit.ExpectedReturn(), target.perYear(), used));
      case Aim.RiskAtMost target -> Optional.of(new Clip(new Limit.Risk(), target.risk(), used));
      case Aim.LeastRisk least -> Optional.empty();
      case Aim.Utility utility -> Optional.empty();
    };
  }

  /** An interior point is a little inside: what is at a bound but for rounding is put there. */
  private Optional<Solution> exact(Found found, Polytope polytope) {
    QuadraticProgramme limits = polytope.programme(new double[0], new double[means.length], 0);
    if (asked.aim() instanceof Aim.ReturnAtLeast target) {
      limits =
          limits.withRow(means, found.used().orElse(target.perYear()), Double.POSITIVE_INFINITY);
    }
    double[] wanted = found.weights().clone();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] - polytope.lower(i) < found.boundPrices()[i]) {
        wanted[i] = polytope.lower(i);
      } else if (polytope.upper(i) - wanted[i] < -found.boundPrices()[i]) {
        wanted[i] = polytope.upper(i);
      }
    }
    return QuadraticSolver.nearest(limits, wanted)
        .map(weights -> solution(found, weights, polytope));
  }

  private Solution solution(Found found, double[] weights, Polytope polytope) {
    Certificate certificate =
        new Certificate(
            found.objective(),
            Math.max(0, polytope.violation(weights)),
            found.residual(),
            found.gap(),
            found.iterations(),
            Certificates.bounds(found.boundPrices(), polytope));
    return new Solution(Weights.of(weights), certificate, method());
  }
}
