package io.arduinotrader.scoring.domain.group;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.protocol.vocab.rule.DipBand;
import java.util.Optional;
import java.util.OptionalDouble;

/** The group that asks whether a security fits into the portfolio as it is. */
public final class FitGroup {

  private static final double ROOM_SLOPE = 0.4;
  private static final double LEAST_ROOM_SCORE = 0.1;
  private static final double MOST_ROOM_SCORE = 0.9;

  private static final double DEEPEST_SHEER_DIP = 0.20;
  private static final double LARGEST_BONUS = 0.40;

  private FitGroup() {}

  /**
   * The group.
   *
   * @param fit absent when no portfolio is known or none of the security's groups is
   * @param quality of the security, 0 to 1
   * @param opportunity score of the group of that name
   * @param dips losses that speak for buying more, where a fall too deep fades out
   */
  public static GroupScore of(
      Optional<PortfolioFit> fit,
      OptionalDouble quality,
      OptionalDouble opportunity,
      DipBand dips,
      ScoringRules rules) {
    OptionalDouble country = fit.map(PortfolioFit::countryRoom).orElse(OptionalDouble.empty());
    OptionalDouble industry = fit.map(FitGroup::industryRoom).orElse(OptionalDouble.empty());
    return GroupScore.of(
        ScoreGroup.DIVERSIFICATION,
        rules,
        PriceGroups.part(ScorePart.COUNTRY_ROOM, country, FitGroup::roomScore, rules),
        industry.isEmpty()
            ? PartScore.unknown(ScorePart.INDUSTRY_ROOM, PriceGroups.NEUTRAL, rules)
            : PartScore.known(
                ScorePart.INDUSTRY_ROOM, industry.getAsDouble(), industryScore(fit.orElseThrow())),
        fit.isEmpty()
            ? PartScore.unknown(ScorePart.AVERAGING, PriceGroups.NEUTRAL, rules)
            : averaging(fit.get().held(), quality, opportunity, dips, rules));
  }

  /**
   * The bonus for buying more of what is held below its cost: it grows with the loss and fades
   * where a fall is too deep for plans to buy more.
   *
   * @param loss below the cost, as a fraction
   */
  static double dipBonus(double loss, DipBand dips, ScoringRules.Cliffs cliffs) {
    double bonus = Math.clamp(2 * loss, 0.0, LARGEST_BONUS);
    return switch (cliffs) {
      case SHEER -> loss <= DEEPEST_SHEER_DIP ? bonus : 0;
      case TAPERED -> bonus * dips.part(loss);
    };
  }

  private static OptionalDouble industryRoom(PortfolioFit fit) {
    return fit.industryRooms().stream().mapToDouble(Double::doubleValue).average();
  }

  private static double industryScore(PortfolioFit fit) {
    return fit.industryRooms().stream().mapToDouble(FitGroup::roomScore).average().orElseThrow();
  }

  private static double roomScore(double room) {
    return Math.clamp(PriceGroups.NEUTRAL + ROOM_SLOPE * room, LEAST_ROOM_SCORE, MOST_ROOM_SCORE);
  }

  /** What is not held can neither be averaged down nor is there too much of it. */
  private static PartScore averaging(
      Optional<PortfolioFit.Held> held,
      OptionalDouble quality,
      OptionalDouble opportunity,
      DipBand dips,
      ScoringRules rules) {
    if (held.isEmpty()) {
      return PartScore.known(ScorePart.AVERAGING, 0, PriceGroups.NEUTRAL);
    }
    if (quality.isEmpty() || opportunity.isEmpty()) {
      return PartScore.unknown(ScorePart.AVERAGING, PriceGroups.NEUTRAL, rules);
    }
    double share = held.get().share();
    double worth = worthAdding(quality.getAsDouble() * opportunity.getAsDouble(), rules.cliffs());
    double loss = held.get().loss().orElse(0);
    double score =
        Math.min(1, worth + dipBonus(loss, dips, rules.cliffs()))
            * concentration(share, rules.cliffs());
    return PartScore.known(ScorePart.AVERAGING, share, score);
  }

  private static double worthAdding(double promise, ScoringRules.Cliffs cliffs) {
    if (promise >= 0.5) {
      return 0.7 + 0.6 * (promise - 0.5);
    }
    if (promise >= 0.3) {
      return 0.5 + (promise - 0.3);
    }
    return switch (cliffs) {
      case SHEER -> 0.3;
      case TAPERED -> 0.3 + 0.2 * promise / 0.3;
    };
  }

  private static double concentration(double share, ScoringRules.Cliffs cliffs) {
    return switch (cliffs) {
      case SHEER -> share > 0.10 ? 0.7 : share > 0.05 ? 0.9 : 1;
      case TAPERED -> Math.clamp(1 - 4 * (share - 0.05), 0.7, 1.0);
    };
  }
}
