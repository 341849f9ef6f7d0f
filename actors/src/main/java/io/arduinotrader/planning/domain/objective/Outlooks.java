package io.arduinotrader.planning.domain.objective;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is thought of each asset and of cash, with neutral figures for what is unknown. */
final class Outlooks {

  private final double[] totalReturn;
  private final double[] promise;
  private final double[] stability;
  private final double[] quality;
  private final double[] dividendYield;
  private final double[] volatility;
  private final double known;

  private Outlooks(
      double[] totalReturn,
      double[] promise,
      double[] stability,
      double[] quality,
      double[] dividendYield,
      double[] volatility,
      double known) {
    this.totalReturn = totalReturn;
    this.promise = promise;
    this.stability = stability;
    this.quality = quality;
    this.dividendYield = dividendYield;
    this.volatility = volatility;
    this.known = known;
  }

  /** Cash brings little, promises neither much nor little, and keeps its value. */
  static final double CASH_RETURN = 0.15;

  static final double CASH_PROMISE = 0.5;
  static final double CASH_STABILITY = 1.0;
  static final double CASH_QUALITY = 0.5;

  private static final double NEUTRAL = 0.5;
  private static final double USUAL_VOLATILITY = 0.20;

  private static final List<Function<Outlook, Optional<Double>>> COUNTED =
      List.of(
          Outlook::score,
          Outlook::dividendYield,
          Outlook::totalReturn,
          Outlook::promise,
          Outlook::stability,
          Outlook::volatility);

  static Outlooks of(List<Asset> assets, DiversificationRules spread) {
    return new Outlooks(
        figures(assets, Outlook::totalReturn, NEUTRAL),
        figures(assets, Outlook::promise, NEUTRAL),
        figures(assets, Outlook::stability, NEUTRAL),
        figures(assets, Outlook::score, NEUTRAL),
        figures(assets, Outlook::dividendYield, usualYield(assets, spread)),
        figures(assets, Outlook::volatility, USUAL_VOLATILITY),
        coverage(assets));
  }

  /** Scores of the returns by number of the asset. */
  double[] totalReturn() {
    return totalReturn;
  }

  /** Scores of what the assets promise. */
  double[] promise() {
    return promise;
  }

  /** Scores of how calm they are. */
  double[] stability() {
    return stability;
  }

  /** Scores of the securities. */
  double[] quality() {
    return quality;
  }

  /** Dividends of a year as fractions of the values. */
  double[] dividendYield() {
    return dividendYield;
  }

  /** Annual volatilities. */
  double[] volatility() {
    return volatility;
  }

  /** Share of the figures that are known, by value; by number when nothing is held. */
  double known() {
    return known;
  }

  private static double[] figures(
      List<Asset> assets, Function<Outlook, Optional<Double>> figure, double unknown) {
    return assets.stream()
        .mapToDouble(asset -> figure.apply(asset.security().outlook()).orElse(unknown))
        .toArray();
  }

  /** An unknown yield is taken for the mean of the known ones, so that it decides nothing. */
  private static double usualYield(List<Asset> assets, DiversificationRules spread) {
    return assets.stream()
        .flatMap(asset -> asset.security().outlook().dividendYield().stream())
        .mapToDouble(yield -> yield)
        .average()
        .orElse((DiversificationRules.NEUTRAL - spread.dividendBase()) / spread.dividendSlope());
  }

  private static double coverage(List<Asset> assets) {
    double held = assets.stream().mapToDouble(Asset::value).sum();
    double known = 0;
    double all = 0;
    for (Asset asset : assets) {
      double weight = held > 0 ? asset.value() : 1;
      all += weight;
      known +=
          weight
              * COUNTED.stream()
                  .filter(figure -> figure.apply(asset.security().outlook()).isPresent())
                  .count()
              / COUNTED.size();
    }
    return all > 0 ? known / all : 0;
  }
}
