package io.arduinotrader.planning.domain.objective;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The outlook of a security from the metrics an example gives; scoring computes it otherwise. */
final class MetricParts {

  private static final double NEUTRAL = 0.5;

  private MetricParts() {}

  static Outlook of(JsonNode metrics, double quality, double yield) {
    return new Outlook(
        known(quality),
        known(yield),
        Optional.of(rounded(totalReturn(metrics))),
        Optional.of(rounded(promise(metrics))),
        Optional.of(rounded(stability(metrics))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Double> known(double number) {
    return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
  }

  private static double totalReturn(JsonNode metrics) {
    double x = metrics.path("CAGR_5Y").asDouble(0) + metrics.path("DIVIDEND_YIELD").asDouble(0);
    double width = x < 0.12 ? 0.06 : 0.12;
    return x <= 0 ? 0.15 : 0.15 + 0.85 * Math.exp(-(x - 0.12) * (x - 0.12) / (2 * width * width));
  }

  private static double promise(JsonNode metrics) {
    return Math.min(
        1,
        0.35 * metrics.path("CONSISTENCY_SCORE").asDouble(NEUTRAL)
            + 0.25 * metrics.path("FINANCIAL_STRENGTH").asDouble(NEUTRAL)
            + 0.25 * metrics.path("DIVIDEND_CONSISTENCY").asDouble(NEUTRAL)
            + 0.15
                * (metrics.has("SORTINO") ? sortino(metrics.get("SORTINO").asDouble()) : NEUTRAL));
  }

  private static double sortino(double x) {
    if (x >= 1) {
      return x >= 2 ? 1 : x >= 1.5 ? 0.8 + 0.4 * (x - 1.5) : 0.6 + 0.4 * (x - 1);
    }
    return Math.max(0, 0.6 * x);
  }

  private static double stability(JsonNode metrics) {
    return Math.min(
        1,
        0.50 * volatility(metrics.path("VOLATILITY_ANNUAL"))
            + 0.30 * drawdown(metrics.path("MAX_DRAWDOWN"))
            + 0.20 * sharpe(metrics.path("SHARPE")));
  }

  private static double volatility(JsonNode metric) {
    double v = metric.asDouble(0);
    if (v <= 0) {
      return NEUTRAL;
    }
    if (v <= 0.25) {
      return v <= 0.15 ? 1 : 1 - 3 * (v - 0.15);
    }
    return v <= 0.40 ? 0.7 - (v - 0.25) * 0.4 / 0.15 : Math.max(0.1, 0.3 - (v - 0.40));
  }

  private static double drawdown(JsonNode metric) {
    if (metric.isMissingNode()) {
      return NEUTRAL;
    }
    double d = Math.abs(metric.asDouble());
    if (d <= 0.20) {
      return d <= 0.10 ? 1 : 0.8 + 2 * (0.2 - d);
    }
    if (d <= 0.50) {
      return d <= 0.30 ? 0.6 + 2 * (0.3 - d) : 0.2 + 2 * (0.5 - d);
    }
    return Math.max(0, 0.2 - (d - 0.5));
  }

  private static double sharpe(JsonNode metric) {
    if (metric.isMissingNode()) {
      return NEUTRAL;
    }
    double x = metric.asDouble();
    if (x >= 1) {
      return x >= 2 ? 1 : 0.7 + 0.3 * (x - 1);
    }
    return x >= 0.5 ? 0.4 + 0.6 * (x - 0.5) : Math.max(0, 0.8 * x);
  }

  private static double rounded(double number) {
    return new BigDecimal(number).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
  }
}
