package io.arduinotrader.scoring.domain.portfolio;

import io.arduinotrader.scoring.domain.group.Rounding;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * The health of a portfolio, each part 0 to 100.
 *
 * @param total weighted mean of the parts
 * @param diversification how near the shares are to the wanted ones
 * @param dividend what the portfolio yields
 * @param quality of what is held
 */
public record PortfolioHealth(
    double total, double diversification, double dividend, double quality) {

  private static final double NEUTRAL = 50;
  private static final double SPREAD_WEIGHT = 0.40;
  private static final double DIVIDEND_WEIGHT = 0.30;
  private static final double QUALITY_WEIGHT = 0.30;

  /** The mean distance from targets that leaves nothing of the score. */
  private static final double WORST_MEAN_DISTANCE = 0.3;

  /** The distance that stands for a portfolio without targets. */
  private static final double UNTARGETED_DISTANCE = 0.2;

  private static final double YIELDLESS_SCORE = 30;
  private static final double SCORE_PER_YIELD = 1000;
  private static final double USUAL_QUALITY = 0.5;

  /** The health of a portfolio, neutral when there is nothing in it. */
  public static PortfolioHealth of(PortfolioPicture picture, HealthRules rules) {
    if (!(picture.total() > 0)) {
      return new PortfolioHealth(NEUTRAL, NEUTRAL, NEUTRAL, NEUTRAL);
    }
    double spread = withCash(spread(picture, rules), picture, rules);
    double dividend = dividend(picture, rules);
    double quality = quality(picture, rules);
    double total = SPREAD_WEIGHT * spread + DIVIDEND_WEIGHT * dividend + QUALITY_WEIGHT * quality;
    int places = rules.decimals();
    return new PortfolioHealth(
        Rounding.halfEven(total, places),
        Rounding.halfEven(spread, places),
        Rounding.halfEven(dividend, places),
        Rounding.halfEven(quality, places));
  }

  /** How much better than another this is, in points of the total. */
  public double over(PortfolioHealth other) {
    return total - other.total;
  }

  private static double spread(PortfolioPicture picture, HealthRules rules) {
    return switch (rules.spread()) {
      case MEAN_OF_COUNTRY_TARGETS ->
          Math.max(0, 100 * (1 - meanDistance(picture) / WORST_MEAN_DISTANCE));
      case DISTANCE -> nearness(picture);
    };
  }

  private static double meanDistance(PortfolioPicture picture) {
    Map<String, Double> targets = picture.countryTargets();
    boolean located =
        picture.holdings().values().stream().anyMatch(holding -> holding.country().isPresent());
    if (targets.isEmpty() || (!located && !picture.holdings().isEmpty())) {
      return UNTARGETED_DISTANCE;
    }
    Map<String, Double> shares = picture.countryShares();
    return targets.entrySet().stream()
        .mapToDouble(
            target ->
                Math.abs(
                    shares.getOrDefault(target.getKey(), 0.0) * picture.invested() / picture.total()
                        - target.getValue()))
        .average()
        .orElse(UNTARGETED_DISTANCE);
  }

  private static double nearness(PortfolioPicture picture) {
    OptionalDouble countries =
        nearness(picture, picture.countryTargets(), PortfolioPicture::countryShares);
    OptionalDouble industries =
        nearness(picture, picture.industryTargets(), PortfolioPicture::industryShares);
    if (countries.isEmpty()) {
      return industries.orElse(NEUTRAL);
    }
    return industries.isEmpty()
        ? countries.getAsDouble()
        : (countries.getAsDouble() + industries.getAsDouble()) / 2;
  }

  /** 100 less half the sum of all distances in percent points; what is unknown is off target. */
  private static OptionalDouble nearness(
      PortfolioPicture picture,
      Map<String, Double> targets,
      Function<PortfolioPicture, Map<String, Double>> sharesOf) {
    if (targets.isEmpty() || !(picture.invested() > 0)) {
      return OptionalDouble.empty();
    }
    Map<String, Double> shares = sharesOf.apply(picture);
    Set<String> groups = new HashSet<>(targets.keySet());
    groups.addAll(shares.keySet());
    double distance = 1;
    for (double share : shares.values()) {
      distance -= share;
    }
    for (String group : groups) {
      distance += Math.abs(shares.getOrDefault(group, 0.0) - targets.getOrDefault(group, 0.0));
    }
    return OptionalDouble.of(100 * (1 - Math.clamp(distance / 2, 0.0, 1.0)));
  }

  private static double dividend(PortfolioPicture picture, HealthRules rules) {
    OptionalDouble yield = mean(picture, Holding::dividendYield, 0, rules);
    return yield.isEmpty()
        ? NEUTRAL
        : withCash(
            Math.min(100, YIELDLESS_SCORE + SCORE_PER_YIELD * yield.getAsDouble()), picture, rules);
  }

  private static double quality(PortfolioPicture picture, HealthRules rules) {
    OptionalDouble quality = mean(picture, Holding::quality, USUAL_QUALITY, rules);
    return quality.isEmpty() ? NEUTRAL : withCash(100 * quality.getAsDouble(), picture, rules);
  }

  /** The mean of a figure, weighted by value; empty when it is known of no holding. */
  private static OptionalDouble mean(
      PortfolioPicture picture,
      Function<Holding, OptionalDouble> figure,
      double usual,
      HealthRules rules) {
    double sum = 0;
    double counted = 0;
    boolean known = false;
    for (Holding holding : picture.holdings().values()) {
      OptionalDouble value = figure.apply(holding);
      known |= value.isPresent();
      if (value.isPresent() || rules.unknown() == HealthRules.Unknown.USUAL) {
        sum += holding.value() * value.orElse(usual);
        counted += holding.value();
      }
    }
    if (!known) {
      return OptionalDouble.empty();
    }
    return switch (rules.cash()) {
      case NOTHING -> OptionalDouble.of(sum / picture.total());
      case NEUTRAL -> counted > 0 ? OptionalDouble.of(sum / counted) : OptionalDouble.empty();
    };
  }

  /** A part of the invested value mixed with what cash counts as. */
  private static double withCash(double part, PortfolioPicture picture, HealthRules rules) {
    double invested = Math.clamp(picture.invested() / picture.total(), 0.0, 1.0);
    return switch (rules.cash()) {
      case NOTHING -> part;
      case NEUTRAL -> invested * part + (1 - invested) * NEUTRAL;
    };
  }
}
