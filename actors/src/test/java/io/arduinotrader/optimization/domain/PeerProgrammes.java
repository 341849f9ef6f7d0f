package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.Outcome;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.frontier.RiskBudgeting;
import io.arduinotrader.optimization.domain.returns.Covariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The examples of mean-variance and risk-parity portfolios. */
final class PeerProgrammes {

  private final PeerData data;

  PeerProgrammes(PeerData data) {
    this.data = data;
  }

  JsonNode run(PeerExample example) {
    JsonNode parameters = example.parameters();
    Covariance covariance = data.covariance(parameters);
    double[] means =
        parameters.path("mu").isArray()
            ? PeerData.numbers(parameters.get("mu"))
            : data.geometricMeans;
    Objective objective = objective(example.method(), parameters, means);
    Outcome outcome =
        PortfolioOptimizer.solve(
            objective,
            Estimates.of(means, covariance),
            constraints(parameters, means.length, data));
    return switch (outcome) {
      case Outcome.Infeasible infeasible -> PeerData.NODES.objectNode().put("status", "infeasible");
      case Outcome.Clipped clipped ->
          PeerData.NODES.objectNode().put("status", "error: target above maximum return");
      case Outcome.Optimal optimal ->
          shaped(
              example.expected(),
              optimal.solution().weights().toArray(),
              means,
              covariance,
              parameters);
      case Outcome.Relaxed relaxed -> throw new IllegalStateException(relaxed.toString());
    };
  }

  private static Objective objective(String method, JsonNode parameters, double[] means) {
    double ridge = parameters.path("l2").asDouble(0);
    return switch (method) {
      case "min_volatility" -> new Objective.MeanVariance(new Aim.LeastRisk(), ridge);
      case "max_sharpe" ->
          new Objective.MaximumSharpe(
              parameters.has("optimised_rf")
                  ? parameters.get("optimised_rf").asDouble()
                  : parameters.path("rf").asDouble(0.02),
              ridge);
      case "efficient_return" ->
          new Objective.MeanVariance(
              new Aim.ReturnAtLeast(
                  parameters.get("target_return").isNumber()
                      ? parameters.get("target_return").asDouble()
                      : Arrays.stream(means).max().orElseThrow() + 0.01),
              ridge);
      case "efficient_risk" ->
          new Objective.MeanVariance(
              new Aim.RiskAtMost(
                  parameters.path("target_vol").asDouble(parameters.path("target").asDouble())),
              ridge);
      case "max_quadratic_utility" ->
          new Objective.MeanVariance(
              new Aim.Utility(parameters.get("risk_aversion").asDouble()), ridge);
      case "risk_parity" -> Objective.equalRiskContribution();
      case "max_diversification" -> new Objective.MaximumDiversification();
      case "inverse_volatility" -> new Objective.InverseVolatility();
      default -> throw new IllegalArgumentException(method);
    };
  }

  static WeightConstraints constraints(JsonNode parameters, int size, PeerData data) {
    List<AssetLimits> assets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double current = parameters.has("w_prev") ? 1.0 / size : 0;
      assets.add(
          AssetLimits.between(
                  bound(parameters, "lower", 0, i, Double.NEGATIVE_INFINITY),
                  bound(parameters, "upper", 1, i, Double.POSITIVE_INFINITY))
              .holding(current));
    }
    return WeightConstraints.of(parameters.path("sum").asDouble(1), assets)
        .withGroups(groups(parameters, data))
        .withTrading(
            new TradingLimits(parameters.path("l1_cost").asDouble(0), Double.POSITIVE_INFINITY));
  }

  private static double bound(JsonNode parameters, String name, int side, int asset, double none) {
    JsonNode given = parameters.has(name) ? parameters.get(name) : parameters.path("bounds");
    if (given.isMissingNode()) {
      return side;
    }
    if (parameters.has(name)) {
      return given.isArray() ? given.get(asset).asDouble() : given.asDouble();
    }
    return given.get(side).isNull() ? none : given.get(side).asDouble();
  }

  private static List<GroupLimit> groups(JsonNode parameters, PeerData data) {
    Map<String, List<Integer>> members = new TreeMap<>();
    for (Iterator<String> names = parameters.path("sector_mapper").fieldNames();
        names.hasNext(); ) {
      String symbol = names.next();
      members
          .computeIfAbsent(
              parameters.get("sector_mapper").get(symbol).asText(), key -> new ArrayList<>())
          .add(data.prices.symbols().indexOf(symbol));
    }
    return members.entrySet().stream()
        .map(
            entry ->
                new GroupLimit(
                    entry.getKey(),
                    entry.getValue(),
                    parameters
                        .path("sector_lower")
                        .path(entry.getKey())
                        .asDouble(Double.NEGATIVE_INFINITY),
                    parameters
                        .path("sector_upper")
                        .path(entry.getKey())
                        .asDouble(Double.POSITIVE_INFINITY)))
        .toList();
  }

  private JsonNode shaped(
      JsonNode expected,
      double[] weights,
      double[] means,
      Covariance covariance,
      JsonNode parameters) {
    double rate = parameters.path("reported_rf").asDouble(parameters.path("rf").asDouble(0.02));
    double gain = PeerData.dot(weights, means);
    double volatility = Math.sqrt(covariance.varianceOf(weights));
    JsonNode figures = PeerData.array(gain, volatility, (gain - rate) / volatility);
    if (expected.isArray()) {
      return figures;
    }
    if (expected.has("return")) {
      return PeerData.NODES.objectNode().put("return", gain);
    }
    JsonNode named = data.named(weights);
    if (!expected.has("weights")) {
      return named;
    }
    ObjectNode node = PeerData.NODES.objectNode();
    node.set("weights", named);
    if (expected.has("perf")) {
      node.set("perf", figures);
    }
    if (expected.has("risk_contribution_max_dev")) {
      double[] equal = new double[weights.length];
      Arrays.fill(equal, 1);
      node.put(
          "risk_contribution_max_dev",
          new RiskBudgeting(covariance.toArray(), equal).deviation(weights));
    }
    if (expected.has("vol")) {
      node.put("vol", volatility);
    }
    if (expected.has("ratio")) {
      double mean = 0;
      for (int i = 0; i < weights.length; i++) {
        mean += weights[i] * Math.sqrt(covariance.variance(i));
      }
      node.put("ratio", mean / volatility);
    }
    return node;
  }
}
