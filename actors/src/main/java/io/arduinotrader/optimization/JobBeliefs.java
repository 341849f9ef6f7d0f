package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.expectation.ExpectedReturn;
import io.arduinotrader.optimization.domain.expectation.MarketIndicators;
import io.arduinotrader.optimization.domain.expectation.Regime;
import io.arduinotrader.optimization.domain.expectation.ReturnInputs;
import io.arduinotrader.optimization.domain.expectation.ReturnRules;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.protocol.optimization.OptimizationWork.IndexState;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.optimization.OptimizationWork.Surroundings;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What is expected of each asset of a job. */
final class JobBeliefs {

  private final List<ExpectedReturn> expected;
  private final boolean indexed;
  private final OptionalDouble distance;
  private final Regime regime;
  private final MarketIndicators indicators;

  /**
   * Beliefs about a job.
   *
   * @param histories of its assets, in their order
   */
  JobBeliefs(Job job, List<PriceHistory> histories) {
    Surroundings market = job.aims().market();
    this.indicators =
        new MarketIndicators(market.volatilityIndex(), market.curveSlope(), market.priceEarnings());
    this.indexed = market.index().isPresent();
    this.distance =
        market.index().map(IndexState::distance).orElseGet(() -> Regime.distance(histories));
    this.regime = Regime.of(distance);
    ReturnRules rules = ReturnRules.of(job.aims().targetReturn(), regime, indicators);
    this.expected =
        IntStream.range(0, job.assets().size())
            .mapToObj(i -> ExpectedReturn.of(inputs(job, i), rules))
            .toList();
  }

  ExpectedReturn of(int asset) {
    return expected.get(asset);
  }

  /** The estimate of an asset, absent without one. */
  OptionalDouble estimate(int asset) {
    return switch (expected.get(asset)) {
      case ExpectedReturn.Estimated estimated -> OptionalDouble.of(estimated.value());
      case ExpectedReturn.Unknown unknown -> OptionalDouble.empty();
    };
  }

  /** The share of an asset's estimate that rests on figures, 0 without an estimate. */
  double coverage(int asset) {
    return switch (expected.get(asset)) {
      case ExpectedReturn.Estimated estimated -> estimated.coverage();
      case ExpectedReturn.Unknown unknown -> 0;
    };
  }

  /** What is expected of an asset, for a person. */
  String note(int asset) {
    return switch (expected.get(asset)) {
      case ExpectedReturn.Estimated estimated ->
          String.format(
              Locale.ROOT,
              "expected %.1f %% a year, %.0f %% of it known%s",
              100 * estimated.value(),
              100 * estimated.coverage(),
              estimated.missing().isEmpty()
                  ? ""
                  : " (missing: " + String.join(", ", estimated.missing()) + ")");
      case ExpectedReturn.Unknown unknown -> "nothing is expected: " + unknown.reason();
    };
  }

  /** The state of the market and who says so, for a person. */
  String market() {
    return String.format(
        Locale.ROOT,
        "The market is %s, %s; its indicators change expected returns by %.1f %%%s.",
        regime.name().toLowerCase(Locale.ROOT),
        witness(),
        100 * indicators.adjustment(),
        indicators.missing().isEmpty()
            ? ""
            : " (not known: " + String.join(", ", indicators.missing()) + ")");
  }

  private String witness() {
    String who = indexed ? "the index securities" : "the securities weighed";
    return distance.isPresent()
        ? String.format(
            Locale.ROOT,
            "as %s are %.1f %% from their long average",
            who,
            100 * distance.getAsDouble())
        : "as " + who + " have too few prices to say otherwise";
  }

  private static ReturnInputs inputs(Job job, int asset) {
    ReturnFigures figures = job.assets().get(asset).figures();
    List<Double> preferences = job.aims().preferences();
    return new ReturnInputs(
        figures.growth(),
        figures.longGrowth(),
        figures.score(),
        figures.scoreCoverage(),
        preferences.isEmpty() ? 1 : preferences.get(asset));
  }
}
