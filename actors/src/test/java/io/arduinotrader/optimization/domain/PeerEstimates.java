package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.Definiteness;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.returns.Shrinkage;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** The examples of estimators of returns and covariances. */
final class PeerEstimates {

  private static final double DAYS = ReturnsMatrix.DAYS_PER_YEAR;

  private final PeerData data;

  PeerEstimates(PeerData data) {
    this.data = data;
  }

  JsonNode run(PeerExample example) {
    JsonNode parameters = example.parameters();
    return switch (example.method()) {
      case "returns" ->
          PeerData.NODES
              .objectNode()
              .put("price_rows", data.prices.zeroFilled().days() + 1)
              .put("return_rows", data.prices.zeroFilled().days())
              .put("assets", data.size);
      case "latest_prices" -> latest(example.expected());
      case "sample_cov" -> parameters.has("log") ? logarithmic(parameters) : summary(data.pairwise);
      case "psd_check" ->
          PeerData.NODES
              .objectNode()
              .put("psd", Definiteness.isPositive(matrix(parameters)) ? 1 : 0);
      case "fix_psd" -> table(clipped(matrix(parameters)));
      case "mean_historical_return" -> historical(parameters, example.expected());
      case "ema_historical_return" -> {
        double[] means = new double[data.size];
        double span = parameters.get("span").asDouble();
        Arrays.setAll(means, i -> PeerReturns.exponential(data.own(i), span, DAYS));
        yield data.named(means);
      }
      case "capm_return" -> capitalAssetPricing(parameters.get("rf").asDouble());
      case "exp_cov" -> summary(data.exponential(parameters.get("span").asDouble()));
      case "semicovariance" -> summary(data.semicovariance(parameters.get("benchmark").asDouble()));
      case "shrinkage" -> shrinkage(parameters);
      default -> throw new IllegalArgumentException("no runner for " + example.method());
    };
  }

  private JsonNode latest(JsonNode expected) {
    return expected.has("date")
        ? PeerData.NODES.objectNode().put("date", data.prices.lastDay().toString())
        : data.named(data.lastPrices());
  }

  /** Returns of prices that come with the example; they may be below zero. */
  private static ReturnsMatrix returns(JsonNode parameters) {
    JsonNode prices = parameters.get("prices");
    double[][] returns = new double[prices.get(0).size()][prices.size() - 1];
    for (int asset = 0; asset < returns.length; asset++) {
      for (int day = 1; day < prices.size(); day++) {
        returns[asset][day - 1] =
            prices.get(day).get(asset).asDouble() / prices.get(day - 1).get(asset).asDouble() - 1;
      }
    }
    return ReturnsMatrix.of(returns);
  }

  private static JsonNode logarithmic(JsonNode parameters) {
    return table(CovarianceEstimates.sample(returns(parameters).logarithmic()));
  }

  private static Covariance matrix(JsonNode parameters) {
    JsonNode rows = parameters.get("matrix");
    double[][] values = new double[rows.size()][];
    Arrays.setAll(values, i -> PeerData.numbers(rows.get(i)));
    return Covariance.of(values);
  }

  private JsonNode historical(JsonNode parameters, JsonNode expected) {
    boolean compounding = parameters.get("compounding").asBoolean();
    double periods = parameters.get("frequency").asDouble();
    boolean given = parameters.has("prices");
    double[] means = new double[given ? returns(parameters).assets() : data.size];
    Arrays.setAll(
        means,
        i -> {
          double[] own = given ? returns(parameters).of(i) : data.own(i);
          return compounding
              ? PeerReturns.geometric(own, periods)
              : PeerReturns.arithmetic(own, periods);
        });
    return expected.isArray() ? PeerData.array(means) : data.named(means);
  }

  private JsonNode capitalAssetPricing(double rate) {
    double[] market = data.prices.equalMarket();
    double variance =
        CovarianceEstimates.sample(ReturnsMatrix.of(new double[][] {market})).variance(0);
    double marketReturn = PeerReturns.geometric(market, DAYS);
    double[] means = new double[data.size];
    Arrays.setAll(
        means,
        i -> {
          double[] own = data.own(i);
          double[] same = Arrays.copyOfRange(market, market.length - own.length, market.length);
          double together =
              CovarianceEstimates.sample(ReturnsMatrix.of(new double[][] {own, same})).get(0, 1);
          return PeerReturns.fair(together, variance, marketReturn, rate);
        });
    return PeerData.array(means);
  }

  private JsonNode shrinkage(JsonNode parameters) {
    boolean complete = parameters.has("rows");
    ReturnsMatrix returns = complete ? data.complete() : data.prices.zeroFilled();
    String target = parameters.get("target").asText();
    CovarianceEstimates.Shrunk shrunk =
        switch (target) {
          case "constant_variance" -> CovarianceEstimates.ledoitWolf(returns);
          case "single_factor" -> Shrinkage.singleFactor(returns);
          case "constant_correlation" ->
              Shrinkage.constantCorrelation(returns, CovarianceEstimates.sample(returns));
          default -> Shrinkage.constantCorrelation(returns);
        };
    ObjectNode node = summary(shrunk.covariance().times(DAYS));
    node.put("delta", shrunk.intensity());
    if (complete && !target.contains("textbook")) {
      node.put("T", returns.days());
    }
    return node;
  }

  private static JsonNode table(Covariance covariance) {
    ArrayNode rows = PeerData.NODES.arrayNode();
    for (int i = 0; i < covariance.size(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < covariance.size(); j++) {
        row.add(covariance.get(i, j));
      }
    }
    return rows;
  }

  private static ObjectNode summary(Covariance covariance) {
    int size = covariance.size();
    ObjectNode node = PeerData.NODES.objectNode();
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

  /** The nearest matrix, entry by entry, without negative eigenvalues. */
  private static Covariance clipped(Covariance matrix) {
    int size = matrix.size();
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    EigenDecompositionSymmetric parts =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(rows, false));
    double[][] values = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          values[i][j] +=
              parts.getV().getEntry(i, k)
                  * Math.max(parts.getEigenvalue(k), 0)
                  * parts.getV().getEntry(j, k);
        }
      }
    }
    return Covariance.of(values);
  }
}
