package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.returns.Shrinkage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Estimates that the examples of the peer build on, made by ours from its prices. */
final class PeerData {

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double DAYS = ReturnsMatrix.DAYS_PER_YEAR;

  final PeerPrices prices;
  final PeerPrices market;

  /** All examples, because some build on what others expect. */
  private final List<PeerExample> examples;

  final int size;

  /** Sample covariance per year, each entry on the days its two shares have in common. */
  final Covariance pairwise;

  final double[] geometricMeans;

  PeerData(PeerPrices prices, PeerPrices market, List<PeerExample> examples) {
    this.prices = prices;
    this.market = market;
    this.examples = examples;
    this.size = prices.symbols().size();
    this.pairwise = prices.pairwise();
    this.geometricMeans = new double[size];
    Arrays.setAll(geometricMeans, i -> PeerReturns.geometric(own(i), DAYS));
  }

  /** The returns of a share since it began. */
  double[] own(int asset) {
    return prices.common(asset).of(0);
  }

  /** Returns on the days all shares have. */
  ReturnsMatrix complete() {
    return prices.common(IntStream.range(0, size).toArray());
  }

  JsonNode expectedOf(String id) {
    return examples.stream()
        .filter(example -> example.id().equals(id))
        .findFirst()
        .orElseThrow()
        .expected();
  }

  double[] weightsOf(String id) {
    JsonNode weights = expectedOf(id);
    double[] values = new double[size];
    Arrays.setAll(values, i -> weights.get(prices.symbols().get(i)).asDouble());
    return values;
  }

  double[] lastPrices() {
    double[] last = new double[size];
    Arrays.setAll(last, prices::lastPrice);
    return last;
  }

  /** A covariance per year by the name the examples give it. */
  Covariance covariance(JsonNode parameters) {
    if (parameters.has("cov_diag")) {
      double[] diagonal = numbers(parameters.get("cov_diag"));
      double[][] matrix = new double[diagonal.length][diagonal.length];
      for (int i = 0; i < diagonal.length; i++) {
        matrix[i][i] = diagonal[i];
      }
      return Covariance.of(matrix);
    }
    return switch (parameters.get("cov").asText()) {
      case "sample_cov" -> pairwise;
      case "semicov benchmark 0" -> semicovariance(0);
      case "exp_cov span180" -> exponential(180);
      case "ledoit_wolf constant_variance" ->
          CovarianceEstimates.ledoitWolf(prices.zeroFilled()).covariance().times(DAYS);
      case "ledoit_wolf single_factor" ->
          Shrinkage.singleFactor(prices.zeroFilled()).covariance().times(DAYS);
      case "ledoit_wolf constant_correlation" ->
          Shrinkage.constantCorrelation(prices.zeroFilled(), pairwise.times(1 / DAYS))
              .covariance()
              .times(DAYS);
      default -> throw new IllegalArgumentException(parameters.toString());
    };
  }

  Covariance semicovariance(double benchmark) {
    return CovarianceEstimates.semicovariance(prices.filled(benchmark), benchmark).times(DAYS);
  }

  Covariance exponential(double span) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double[] means = {PeerReturns.arithmetic(own(i), 1), PeerReturns.arithmetic(own(j), 1)};
        matrix[i][j] =
            CovarianceEstimates.exponentiallyWeighted(prices.common(i, j), span, means).get(0, 1);
      }
    }
    return Covariance.of(matrix).times(DAYS);
  }

  JsonNode named(double[] values) {
    ObjectNode node = NODES.objectNode();
    for (int asset = 0; asset < size; asset++) {
      node.put(prices.symbols().get(asset), values[asset]);
    }
    return node;
  }

  static ArrayNode array(double... values) {
    ArrayNode node = NODES.arrayNode();
    Arrays.stream(values).forEach(node::add);
    return node;
  }

  static double[] numbers(JsonNode array) {
    double[] values = new double[array.size()];
    Arrays.setAll(values, i -> array.get(i).asDouble());
    return values;
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
