package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.views.BlackLitterman;
import io.arduinotrader.optimization.domain.views.MarketImplied;
import io.arduinotrader.optimization.domain.views.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The examples of expected returns that come from the market and from views. */
final class PeerViews {

  private final PeerData data;

  PeerViews(PeerData data) {
    this.data = data;
  }

  JsonNode run(PeerExample example) {
    JsonNode parameters = example.parameters();
    return switch (example.method()) {
      case "market_implied_risk_aversion" ->
          PeerData.NODES.objectNode().put("delta", aversion(parameters.get("rf").asDouble()));
      case "market_implied_prior" -> prior(parameters);
      case "black_litterman_weights" -> weights(parameters);
      default -> posterior(parameters, example.expected());
    };
  }

  private double aversion(double rate) {
    return MarketImplied.riskAversion(data.market.common(0).of(0), rate);
  }

  private JsonNode prior(JsonNode parameters) {
    double[] capitalizations = new double[data.size];
    Arrays.setAll(
        capitalizations,
        i -> parameters.get("market_caps").get(data.prices.symbols().get(i)).asDouble());
    double rate = parameters.get("rf").asDouble();
    return PeerData.array(
        MarketImplied.prior(capitalizations, aversion(rate), data.pairwise, rate));
  }

  private JsonNode weights(JsonNode parameters) {
    BlackLitterman posterior =
        BlackLitterman.posterior(new double[data.size], data.pairwise, views(parameters), 0.05);
    double[] weights = posterior.weightsWithoutLimits(data.pairwise, aversion(0));
    Arrays.setAll(
        weights, i -> Math.abs(weights[i]) < 1e-4 ? 0 : Math.round(weights[i] * 1e5) / 1e5);
    return data.named(weights);
  }

  private JsonNode posterior(JsonNode parameters, JsonNode expected) {
    if (expected.has("posterior_each")) {
      return identity(parameters);
    }
    Covariance covariance = parameters.has("cov") ? data.covariance(parameters) : data.pairwise;
    BlackLitterman posterior =
        BlackLitterman.posterior(
            prior(parameters.path("prior").asText()),
            covariance,
            views(parameters),
            parameters.path("tau").asDouble(0.05));
    if (expected.has("AAPL_posterior")) {
      return PeerData.NODES
          .objectNode()
          .put("AAPL_posterior", posterior.expectedReturns()[1])
          .put("omega_00", posterior.uncertainties()[0]);
    }
    if (expected.isArray() && expected.size() == 3) {
      double[] weights = posterior.weightsWithoutLimits(covariance, 1);
      double gain = PeerData.dot(weights, posterior.expectedReturns());
      double volatility = Math.sqrt(posterior.covariance().varianceOf(weights));
      return PeerData.array(
          gain, volatility, (gain - parameters.get("rf").asDouble()) / volatility);
    }
    if (expected.isArray()) {
      return PeerData.array(posterior.expectedReturns());
    }
    JsonNode named = data.named(posterior.expectedReturns());
    if (!expected.has("posterior")) {
      return named;
    }
    ObjectNode node = PeerData.NODES.objectNode();
    node.set("posterior", named);
    double trace = 0;
    double sum = 0;
    for (int i = 0; i < data.size; i++) {
      trace += posterior.covariance().variance(i);
      for (int j = 0; j < data.size; j++) {
        sum += posterior.covariance().get(i, j);
      }
    }
    node.put("posterior_cov_trace", trace);
    node.put("posterior_cov_sum", sum);
    return node;
  }

  private JsonNode identity(JsonNode parameters) {
    double[][] identity = new double[5][5];
    List<View> views = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      identity[i][i] = 1;
      views.add(
          View.of(i, parameters.get("views").asDouble())
              .trusted(parameters.get("confidence").asDouble()));
    }
    double[] prior = new double[5];
    Arrays.fill(prior, parameters.get("prior").asDouble());
    BlackLitterman posterior =
        BlackLitterman.posterior(
            prior, Covariance.of(identity), views, parameters.get("tau").asDouble());
    return PeerData.NODES.objectNode().put("posterior_each", posterior.expectedReturns()[3]);
  }

  private double[] prior(String name) {
    double[] prior = new double[data.size];
    if (name.startsWith("equal")) {
      Arrays.fill(prior, 1.0 / data.size);
    } else if (name.startsWith("ema")) {
      Arrays.setAll(
          prior, i -> PeerReturns.exponential(data.own(i), 500, ReturnsMatrix.DAYS_PER_YEAR));
    }
    return prior;
  }

  private List<View> views(JsonNode parameters) {
    List<View> views = new ArrayList<>();
    JsonNode given = parameters.get("views");
    if (given.isTextual()) {
      for (int i = 0; i < data.size; i++) {
        views.add(View.of(i, 0.1));
      }
    } else if (given.isArray()) {
      given.forEach(text -> views.add(relative(text.asText())));
    } else {
      for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
        String symbol = names.next();
        views.add(View.of(index(symbol), given.get(symbol).asDouble()));
      }
    }
    if (parameters.has("confidences")) {
      double[] confidences = PeerData.numbers(parameters.get("confidences"));
      views.replaceAll(view -> view.trusted(confidences[views.indexOf(view)]));
    }
    return views;
  }

  /** Reads {@code A=r}, {@code A-B=r} and {@code (A+B)/2-(C+D)/2=r}. */
  private View relative(String text) {
    String[] sides = text.split("=", -1);
    Map<Integer, Double> combination = new HashMap<>();
    String[] parts = sides[0].split("-", -1);
    for (int i = 0; i < parts.length; i++) {
      String[] symbols =
          parts[i].replace("/2", "").replace("(", "").replace(")", "").split("\\+", -1);
      for (String symbol : symbols) {
        combination.put(index(symbol), (i == 0 ? 1.0 : -1.0) / symbols.length);
      }
    }
    return new View(combination, Double.parseDouble(sides[1]), OptionalDouble.empty());
  }

  private int index(String symbol) {
    return data.prices.symbols().indexOf(symbol);
  }
}
