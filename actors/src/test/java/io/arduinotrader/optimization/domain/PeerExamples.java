package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.solver.QuadraticProgramme;
import io.arduinotrader.optimization.domain.solver.QuadraticSolver;
import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.trades.DiscreteAllocation;
import io.arduinotrader.optimization.domain.trades.LotPlan;
import io.arduinotrader.optimization.domain.trades.LotPosition;
import io.arduinotrader.optimization.domain.trades.LotRounding;
import io.arduinotrader.optimization.domain.weights.AllocationOutcome;
import io.arduinotrader.optimization.domain.weights.Dendrogram;
import io.arduinotrader.optimization.domain.weights.HierarchicalRiskParity;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.optimization.domain.weights.PortfolioFigures;
import io.arduinotrader.optimization.domain.weights.WeightBounds;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** How the worked examples of a well-known optimization library are run with ours. */
final class PeerExamples {

  private static final double RISK_FREE = 0.02;

  private final PeerData data;
  private final PeerEstimates estimates;
  private final PeerProgrammes programmes;
  private final PeerScenarios scenarios;
  private final PeerViews views;
  private final double[][] correlations;

  PeerExamples(PeerData data) {
    this.data = data;
    this.estimates = new PeerEstimates(data);
    this.programmes = new PeerProgrammes(data);
    this.scenarios = new PeerScenarios(data);
    this.views = new PeerViews(data);
    this.correlations = data.prices.pairwiseCorrelations();
  }

  /** What ours gives. */
  JsonNode run(PeerExample example) {
    JsonNode parameters = example.parameters();
    JsonNode expected = example.expected();
    return switch (example.method()) {
      case "hrp" -> riskParity(parameters, expected);
      case "hrp_order" -> first(tree(Linkage.SINGLE).leafOrder(), expected.size());
      case "hrp_linkage" -> linkage();
      case "portfolio_variance" ->
          PeerData.NODES.objectNode().put("variance", data.pairwise.varianceOf(equal().toArray()));
      case "performance" -> figures(equal(), data.geometricMeans);
      case "tracking_error_squared" -> trackingError(parameters);
      case "inverse_variance" -> inverseVariance();
      case "log_barrier" -> logBarrier();
      case "discrete_greedy", "discrete_greedy_rmse" -> greedy(parameters, expected);
      case "discrete_ip" -> nearest(parameters);
      case "min_volatility",
          "max_sharpe",
          "efficient_return",
          "efficient_risk",
          "max_quadratic_utility",
          "risk_parity",
          "max_diversification",
          "inverse_volatility" ->
          programmes.run(example);
      case "market_implied_prior",
          "market_implied_risk_aversion",
          "black_litterman",
          "black_litterman_weights" ->
          views.run(example);
      default ->
          example.method().matches("(semivar|cvar|cdar|min_semi|min_cvar|min_cdar).*")
              ? scenarios.run(example)
              : estimates.run(example);
    };
  }

  private JsonNode riskParity(JsonNode parameters, JsonNode expected) {
    Linkage linkage = Linkage.valueOf(parameters.get("linkage").asText().toUpperCase(Locale.ROOT));
    AllocationOutcome outcome =
        HierarchicalRiskParity.inGivenOrder(
            data.pairwise, correlations, linkage, WeightBounds.uniform(data.size, 0, 1, 1));
    Weights weights = ((AllocationOutcome.Optimal) outcome).weights();
    if (expected.isArray()) {
      double[] means = new double[data.size];
      Arrays.setAll(means, asset -> data.prices.common(asset).annualMeans()[0]);
      return figures(weights, means);
    }
    JsonNode byName = data.named(weights.toArray());
    if (!expected.has("order")) {
      return byName;
    }
    ObjectNode node = PeerData.NODES.objectNode();
    node.set("weights", byName);
    node.set("order", first(tree(linkage).leafOrder(), data.size));
    return node;
  }

  private Dendrogram tree(Linkage linkage) {
    return Dendrogram.of(HierarchicalRiskParity.distances(correlations), linkage);
  }

  private JsonNode linkage() {
    ArrayNode table = PeerData.NODES.arrayNode();
    for (Dendrogram.Merge merge : tree(Linkage.SINGLE).merges()) {
      table.addArray().add(merge.left()).add(merge.right()).add(merge.height()).add(merge.size());
    }
    return table;
  }

  private JsonNode trackingError(JsonNode parameters) {
    boolean identity = parameters.get("cov").asText().equals("I5");
    int size = identity ? 5 : data.size;
    double[] difference = new double[size];
    for (int i = 0; i < size; i++) {
      double weight = identity ? parameters.get("w").get(i).asDouble() : i < 5 ? 0.2 : 0;
      difference[i] = weight - 1.0 / size;
    }
    double squared =
        identity ? PeerData.dot(difference, difference) : data.pairwise.varianceOf(difference);
    return PeerData.NODES.objectNode().put("te2", squared);
  }

  private JsonNode inverseVariance() {
    double[] weights = new double[data.size];
    Arrays.setAll(weights, i -> 1 / data.pairwise.variance(i));
    double sum = Arrays.stream(weights).sum();
    return data.named(Arrays.stream(weights).map(weight -> weight / sum).toArray());
  }

  /** A convex function that is no objective of ours, minimised by a sequence of programmes. */
  private JsonNode logBarrier() {
    double[] weights = equal().toArray();
    double[] ones = new double[data.size];
    double[] lower = new double[data.size];
    Arrays.fill(ones, 1);
    Arrays.fill(lower, 1e-6);
    for (int round = 0; round < 50; round++) {
      double[] hessian = data.pairwise.times(2).toArray();
      double[] linear = new double[data.size];
      for (int i = 0; i < data.size; i++) {
        hessian[i * data.size + i] += 0.1 / (weights[i] * weights[i]);
        linear[i] = -0.2 / weights[i];
      }
      QuadraticProgramme model =
          new QuadraticProgramme(
              hessian,
              linear,
              lower,
              ones,
              ones,
              new double[] {1},
              new double[] {1},
              new double[0],
              0,
              Double.POSITIVE_INFINITY);
      weights = QuadraticSolver.solve(model).orElseThrow().point();
    }
    return figures(Weights.of(weights), data.geometricMeans);
  }

  private JsonNode greedy(JsonNode parameters, JsonNode expected) {
    if (parameters.has("short_ratio")
        || !parameters.get("weights").asText().equals("mv_max_sharpe_weights")) {
      return longAndShort(parameters, expected);
    }
    double[] weights = data.weightsOf("mv_max_sharpe_weights");
    List<LotPosition> positions = new ArrayList<>();
    for (int asset = 0; asset < data.size; asset++) {
      positions.add(
          new LotPosition(
              Quantity.ZERO,
              Quantity.of(1),
              new BigDecimal(data.prices.lastPrice(asset)),
              weights[asset],
              1,
              EnumSet.of(Side.BUY)));
    }
    BigDecimal value = new BigDecimal(parameters.get("value").asText());
    LotPlan plan = LotRounding.plan(positions, value, BigDecimal.ZERO, CostRules.FREE);
    DiscreteAllocation reference =
        DiscreteAllocation.greedy(weights, data.lastPrices(), value.doubleValue());
    if (Math.abs(reference.cash() - plan.cash().doubleValue()) > 1e-6) {
      throw new IllegalStateException("both ways to round differ");
    }
    if (expected.has("rmse")) {
      return PeerData.NODES.objectNode().put("rmse", plan.error());
    }
    if (expected.has("leftover")) {
      return PeerData.NODES.objectNode().put("leftover", plan.cash());
    }
    ObjectNode shares = PeerData.NODES.objectNode();
    for (LotPlan.Trade trade : plan.trades()) {
      shares.put(
          data.prices.symbols().get(trade.position()), trade.quantity().value().intValueExact());
    }
    return shares;
  }

  private JsonNode longAndShort(JsonNode parameters, JsonNode expected) {
    double[] weights = data.weightsOf("alloc_short_weights");
    double[] prices = data.lastPrices();
    double ratio = parameters.get("short_ratio").asDouble();
    DiscreteAllocation allocation =
        DiscreteAllocation.greedyLongShort(
            weights, prices, parameters.get("value").asDouble(), ratio, false);
    if (expected.has("rmse")) {
      return PeerData.NODES.objectNode().put("rmse", allocation.error(weights, prices));
    }
    ObjectNode shares = PeerData.NODES.objectNode();
    for (int i = 0; i < data.size; i++) {
      if (allocation.shares()[i] != 0) {
        shares.put(data.prices.symbols().get(i), (int) allocation.shares()[i]);
      }
    }
    return shares;
  }

  private JsonNode nearest(JsonNode parameters) {
    double[] weights = data.weightsOf("mv_max_sharpe_weights");
    double[] prices = data.lastPrices();
    double value = parameters.get("value").asDouble();
    return PeerData.NODES
        .objectNode()
        .put(
            "objective",
            DiscreteAllocation.nearest(weights, prices, value).deviation(weights, prices, value));
  }

  private Weights equal() {
    double[] weights = new double[data.size];
    Arrays.fill(weights, 1.0 / data.size);
    return Weights.of(weights);
  }

  private JsonNode figures(Weights weights, double[] means) {
    PortfolioFigures figures = PortfolioFigures.of(weights, means, data.pairwise, RISK_FREE);
    return PeerData.array(
        figures.expectedReturn(), figures.volatility(), figures.sharpeRatio().orElseThrow());
  }

  private static JsonNode first(int[] values, int count) {
    ArrayNode node = PeerData.NODES.arrayNode();
    Arrays.stream(values).limit(count).forEach(node::add);
    return node;
  }
}
