package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.allocation.ScenarioMeasure;
import io.arduinotrader.optimization.domain.allocation.Solution;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.risk.PastRisk;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The examples of portfolios by tail and downside risk. */
final class PeerScenarios {

  private final PeerData data;

  PeerScenarios(PeerData data) {
    this.data = data;
  }

  JsonNode run(PeerExample example) {
    JsonNode parameters = example.parameters();
    double periods = parameters.path("frequency").asDouble(ReturnsMatrix.DAYS_PER_YEAR);
    IntUnaryOperator period = period(periods);
    int[] all = IntStream.range(0, data.size).toArray();
    ReturnsMatrix returns = data.prices.resampled(period, all);
    boolean full = parameters.path("mu").asText().contains("full history");
    double[] means = new double[data.size];
    Arrays.setAll(
        means,
        i ->
            PeerReturns.geometric(
                full ? data.prices.resampled(period, i).of(0) : returns.of(i), periods));
    ScenarioMeasure measure = measure(example.method(), parameters, periods);
    double[] weights = solve(example, measure, means, returns);
    return shaped(example, weights, means, returns, measure);
  }

  /** Days, weeks that end on Sundays, or months. */
  private static IntUnaryOperator period(double perYear) {
    if (perYear == ReturnsMatrix.DAYS_PER_YEAR) {
      return day -> day;
    }
    return perYear == 52 ? day -> Math.floorDiv(day + 3, 7) : PeerPrices::month;
  }

  private double[] solve(
      PeerExample example, ScenarioMeasure measure, double[] means, ReturnsMatrix returns) {
    JsonNode parameters = example.parameters();
    Aim aim = aim(example, measure, means, returns);
    double ridge = parameters.path("l2").asDouble(0);
    boolean daily = measure instanceof ScenarioMeasure.Semivariance;
    if (daily && !(aim instanceof Aim.RiskAtMost)) {
      ridge *= ReturnsMatrix.DAYS_PER_YEAR;
    }
    return PortfolioOptimizer.solve(
            new Objective.ScenarioRisk(measure, aim, ridge),
            Estimates.of(means, data.pairwise).with(returns),
            PeerProgrammes.constraints(parameters, data.size, data))
        .found()
        .map(Solution::weights)
        .orElseThrow()
        .toArray();
  }

  private static ScenarioMeasure measure(String method, JsonNode parameters, double periods) {
    if (method.contains("cvar")) {
      return new ScenarioMeasure.ValueAtRiskTail(parameters.get("beta").asDouble());
    }
    return method.contains("cdar")
        ? new ScenarioMeasure.DrawdownTail(parameters.get("beta").asDouble())
        : new ScenarioMeasure.Semivariance(parameters.get("benchmark").asDouble(), periods);
  }

  private Aim aim(
      PeerExample example, ScenarioMeasure measure, double[] means, ReturnsMatrix returns) {
    JsonNode parameters = example.parameters();
    if (example.method().endsWith("_return")) {
      return new Aim.ReturnAtLeast(parameters.get("target_return").asDouble());
    }
    if (example.method().endsWith("_utility")) {
      return new Aim.Utility(parameters.get("risk_aversion").asDouble());
    }
    if (!example.method().endsWith("_risk")) {
      return new Aim.LeastRisk();
    }
    for (String name : new String[] {"target_cvar", "target_cdar", "target_semidev"}) {
      if (parameters.path(name).isNumber()) {
        return new Aim.RiskAtMost(parameters.get(name).asDouble());
      }
    }
    double[] safest =
        PortfolioOptimizer.solve(
                new Objective.ScenarioRisk(measure, new Aim.LeastRisk(), 0),
                Estimates.of(means, data.pairwise).with(returns),
                PeerProgrammes.constraints(parameters, data.size, data))
            .found()
            .orElseThrow()
            .weights()
            .toArray();
    return new Aim.RiskAtMost(risk(measure, returns.ofPortfolio(safest)) + 0.01);
  }

  private static double risk(ScenarioMeasure measure, double[] past) {
    return switch (measure) {
      case ScenarioMeasure.ValueAtRiskTail tail -> PastRisk.lossTail(past, tail.confidence());
      case ScenarioMeasure.DrawdownTail tail -> PastRisk.drawdownTail(past, tail.confidence());
      case ScenarioMeasure.Semivariance downside ->
          Math.sqrt(downside.periodsPerYear() * PastRisk.semivariance(past, downside.benchmark()));
    };
  }

  private JsonNode shaped(
      PeerExample example,
      double[] weights,
      double[] means,
      ReturnsMatrix returns,
      ScenarioMeasure measure) {
    JsonNode expected = example.expected();
    double gain = PeerData.dot(weights, means);
    double risk = risk(measure, returns.ofPortfolio(weights));
    if (expected.isArray()) {
      return expected.size() == 2
          ? PeerData.array(gain, risk)
          : PeerData.array(
              gain, risk, (gain - example.parameters().path("rf").asDouble(0.02)) / risk);
    }
    if (expected.has("GOOG")) {
      return data.named(weights);
    }
    ObjectNode node = PeerData.NODES.objectNode();
    if (expected.has("return")) {
      node.put("return", gain);
    }
    for (String name : new String[] {"cvar", "cdar"}) {
      if (expected.has(name)) {
        node.put(name, risk);
      }
    }
    if (expected.has("weights")) {
      node.set("weights", data.named(weights));
    }
    return node;
  }
}
