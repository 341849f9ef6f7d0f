package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.expectation.ExpectedReturn;
import io.arduinotrader.optimization.domain.expectation.MarketIndicators;
import io.arduinotrader.optimization.domain.expectation.Regime;
import io.arduinotrader.optimization.domain.expectation.ReturnInputs;
import io.arduinotrader.optimization.domain.expectation.ReturnRules;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.protocol.optimization.OptimizationWork.Aims;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is expected of each asset of a job. */
final class JobBeliefs {

  private final List<ExpectedReturn> expected;
  private final Regime regime;
  private final MarketIndicators indicators;

  /**
   * Beliefs about a job.
   *
   * @param histories of its assets, in their order
   */
  JobBeliefs(Job job, List<PriceHistory> histories) {
    Aims aims = job.aims();
    this.indicators =
        new MarketIndicators(aims.volatilityIndex(), aims.curveSlope(), aims.priceEarnings());
    this.regime = Regime.of(distance(histories));
    ReturnRules rules = ReturnRules.of(aims.targetReturn(), regime, indicators);
    this.expected =
        job.assets().stream().map(asset -> ExpectedReturn.of(inputs(asset), rules)).toList();
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

  /** The state of the market, for a person. */
  String market() {
    return String.format(
        Locale.ROOT,
        "The market is %s; its indicators change expected returns by %.1f %%%s.",
        regime.name().toLowerCase(Locale.ROOT),
        100 * indicators.adjustment(),
        indicators.missing().isEmpty()
            ? ""
            : " (not known: " + String.join(", ", indicators.missing()) + ")");
  }

  /** Prices are adjusted for dividends, so growth has them already. */
  private static ReturnInputs inputs(Asset asset) {
    ReturnFigures figures = asset.figures();
    return new ReturnInputs(
        figures.growth(),
        figures.longGrowth(),
        ReturnInputs.Basis.TOTAL_RETURN,
        OptionalDouble.empty(),
        figures.score(),
        figures.scoreCoverage(),
        1,
        OptionalDouble.empty());
  }

  /** How far prices are from their long average, on the mean; absent when all are too young. */
  private static OptionalDouble distance(List<PriceHistory> histories) {
    return histories.stream()
        .filter(history -> history.size() >= Regime.AVERAGE_DAYS)
        .mapToDouble(JobBeliefs::distance)
        .average();
  }

  private static double distance(PriceHistory history) {
    double sum = 0;
    for (int i = history.size() - Regime.AVERAGE_DAYS; i < history.size(); i++) {
      sum += history.price(i);
    }
    return history.price(history.size() - 1) * Regime.AVERAGE_DAYS / sum - 1;
  }
}
