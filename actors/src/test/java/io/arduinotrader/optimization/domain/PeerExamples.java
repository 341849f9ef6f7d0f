package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.trades.CostRules;
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
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** How the worked examples of a well-known optimization library are run with ours. */
final class PeerExamples {

  private static final double RISK_FREE = 0.02;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final PeerPrices prices;

  /** All examples, because some build on what others expect. */
  private final List<PeerExample> examples;

  private final int size;
  private final Covariance pairwise;
  private final double[][] correlations;

  PeerExamples(PeerPrices prices, List<PeerExample> examples) {
    this.prices = prices;
    this.examples = examples;
    this.size = prices.symbols().size();
    this.pairwise = prices.pairwise();
    this.correlations = prices.pairwiseCorrelations();
  }

  /** What ours gives, or nothing for a method or variant of a later stage. */
  Optional<JsonNode> run(PeerExample example) {
    JsonNode parameters = example.parameters();
    JsonNode expected = example.expected();
    boolean dataFile = parameters.path("data").asText().equals("stock_prices.csv");
    return switch (example.method()) {
      case "sample_cov" -> dataFile ? Optional.of(matrix(pairwise)) : Optional.empty();
      case "shrinkage" -> shrinkage(parameters);
      case "mean_historical_return" ->
          dataFile && !parameters.get("compounding").asBoolean()
              ? Optional.of(named(means()))
              : Optional.empty();
      case "portfolio_variance" ->
          Optional.of(NODES.objectNode().put("variance", pairwise.varianceOf(equal().toArray())));
      case "performance" -> Optional.of(figures(equal(), geometricMeans()));
      case "hrp" -> Optional.of(riskParity(parameters, expected));
      case "hrp_order" -> Optional.of(first(order(Linkage.SINGLE), expected.size()));
      case "hrp_linkage" -> Optional.of(linkage());
      case "discrete_greedy", "discrete_greedy_rmse" ->
          parameters.get("weights").asText().equals("mv_max_sharpe_weights")
              ? Optional.of(greedy(parameters, expected))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> shrinkage(JsonNode parameters) {
    if (!parameters.get("target").asText().equals("constant_variance")) {
      return Optional.empty();
    }
    ReturnsMatrix returns =
        parameters.has("rows")
            ? prices.common(IntStream.range(0, size).toArray())
            : prices.zeroFilled();
    CovarianceEstimates.Shrunk shrunk = CovarianceEstimates.ledoitWolf(returns);
    ObjectNode node = matrix(shrunk.covariance().times(ReturnsMatrix.DAYS_PER_YEAR));
    node.put("delta", shrunk.intensity());
    if (parameters.has("rows")) {
      node.put("T", returns.days());
    }
    return Optional.of(node);
  }

  private JsonNode riskParity(JsonNode parameters, JsonNode expected) {
    Linkage linkage = Linkage.valueOf(parameters.get("linkage").asText().toUpperCase(Locale.ROOT));
    AllocationOutcome outcome =
        HierarchicalRiskParity.inGivenOrder(
            pairwise, correlations, linkage, WeightBounds.uniform(size, 0, 1, 1));
    Weights weights = ((AllocationOutcome.Optimal) outcome).weights();
    if (expected.isArray()) {
      return figures(weights, means());
    }
    JsonNode byName = named(weights.toArray());
    if (!expected.has("order")) {
      return byName;
    }
    ObjectNode node = NODES.objectNode();
    node.set("weights", byName);
    node.set("order", first(order(linkage), size));
    return node;
  }

  private int[] order(Linkage linkage) {
    return tree(linkage).leafOrder();
  }

  private Dendrogram tree(Linkage linkage) {
    return Dendrogram.of(HierarchicalRiskParity.distances(correlations), linkage);
  }

  private JsonNode linkage() {
    ArrayNode table = NODES.arrayNode();
    for (Dendrogram.Merge merge : tree(Linkage.SINGLE).merges()) {
      table.addArray().add(merge.left()).add(merge.right()).add(merge.height()).add(merge.size());
    }
    return table;
  }

  private JsonNode greedy(JsonNode parameters, JsonNode expected) {
    JsonNode weights = expectedOf("mv_max_sharpe_weights");
    List<LotPosition> positions = new ArrayList<>();
    for (int asset = 0; asset < size; asset++) {
      positions.add(
          new LotPosition(
              Quantity.ZERO,
              Quantity.of(1),
              new BigDecimal(prices.lastPrice(asset)),
              weights.get(prices.symbols().get(asset)).asDouble(),
              1,
              EnumSet.of(Side.BUY)));
    }
    BigDecimal value = new BigDecimal(parameters.get("value").asText());
    LotPlan plan = LotRounding.plan(positions, value, BigDecimal.ZERO, CostRules.FREE);
    if (expected.has("rmse")) {
      return NODES.objectNode().put("rmse", plan.error());
    }
    if (expected.has("leftover")) {
      return NODES.objectNode().put("leftover", plan.cash());
    }
    ObjectNode shares = NODES.objectNode();
    for (LotPlan.Trade trade : plan.trades()) {
      shares.put(prices.symbols().get(trade.position()), trade.quantity().value().intValueExact());
    }
    return shares;
  }

  private JsonNode expectedOf(String id) {
    return examples.stream()
        .filter(example -> example.id().equals(id))
        .findFirst()
        .orElseThrow()
        .expected();
  }

  private double[] means() {
    double[] means = new double[size];
    Arrays.setAll(means, asset -> prices.common(asset).annualMeans()[0]);
    return means;
  }

  private double[] geometricMeans() {
    JsonNode expected = expectedOf("mean_historical_return_full");
    double[] means = new double[size];
    Arrays.setAll(means, asset -> expected.get(prices.symbols().get(asset)).asDouble());
    return means;
  }

  private Weights equal() {
    double[] weights = new double[size];
    Arrays.fill(weights, 1.0 / size);
    return Weights.of(weights);
  }

  private JsonNode figures(Weights weights, double[] means) {
    PortfolioFigures figures = PortfolioFigures.of(weights, means, pairwise, RISK_FREE);
    return NODES
        .arrayNode()
        .add(figures.expectedReturn())
        .add(figures.volatility())
        .add(figures.sharpeRatio().orElseThrow());
  }

  private static ObjectNode matrix(Covariance covariance) {
    int size = covariance.size();
    ObjectNode node = NODES.objectNode();
    ArrayNode diagonal = node.putArray("diag");
    ArrayNode row = node.putArray("row0");
    double[][] values = new double[size][size];
    double sum = 0;
    double squares = 0;
    double trace = 0;
    for (int i = 0; i < size; i++) {
      diagonal.add(covariance.variance(i));
      row.add(covariance.get(0, i));
      trace += covariance.variance(i);
      for (int j = 0; j < size; j++) {
        values[i][j] = covariance.get(i, j);
        sum += values[i][j];
        squares += values[i][j] * values[i][j];
      }
    }
    double[] eigenvalues =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(values)).getEigenvalues();
    return node.put("sum", sum)
        .put("frobenius", Math.sqrt(squares))
        .put("trace", trace)
        .put("min_eig", Arrays.stream(eigenvalues).min().orElseThrow());
  }

  private JsonNode named(double[] values) {
    ObjectNode node = NODES.objectNode();
    for (int asset = 0; asset < size; asset++) {
      node.put(prices.symbols().get(asset), values[asset]);
    }
    return node;
  }

  private static JsonNode first(int[] values, int count) {
    ArrayNode node = NODES.arrayNode();
    Arrays.stream(values).limit(count).forEach(node::add);
    return node;
  }
}
