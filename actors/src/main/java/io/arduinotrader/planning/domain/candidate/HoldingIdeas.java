package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.vocab.rule.Windfall;
import io.arduinotrader.protocol.vocab.rule.WindfallRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Ideas that come from what a position has won or lost. */
final class HoldingIdeas {

  /** The largest priority a windfall or a dip has before it is brought to the common scale. */
  private static final double SCALE = 1.5;

  /** What a windfall of nothing starts from. */
  private static final double BASE = 0.5;

  private HoldingIdeas() {}

  /** Gains far above the trend are taken in part. */
  static Stream<Idea> profits(Situation situation) {
    return situation.assets().stream()
        .filter(asset -> asset.value() > 0)
        .flatMap(asset -> profit(situation, asset).stream());
  }

  /** Without a date nobody knows which part of a gain is the trend's. */
  private static Optional<Idea> profit(Situation situation, Asset asset) {
    Optional<Double> trend = asset.security().outlook().trend();
    return asset
        .security()
        .holding()
        .firstBought()
        .map(at -> Windfall.years(Duration.between(at, situation.inputs().asOf()).toDays()))
        .flatMap(
            years ->
                asset
                    .gain()
                    .map(
                        gain ->
                            Windfall.of(
                                gain,
                                years,
                                trend.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                                OptionalDouble.empty(),
                                WindfallRules.SECOND_EDITION)))
        .flatMap(windfall -> profit(situation.settings(), asset, windfall));
  }

  /** The sale of a part of a windfall, none when it is not large enough. */
  static Optional<Idea> profit(PlannerSettings settings, Asset asset, Windfall windfall) {
    double share =
        windfall
            .taking(WindfallRules.SECOND_EDITION, settings.opportunities().windfallExcess())
            .share();
    return share > 0
        ? Optional.of(
            new Idea(
                Category.PROFIT_TAKING,
                asset,
                share * asset.value(),
                Idea.priority(Category.PROFIT_TAKING, asset, (windfall.score() + BASE) / SCALE),
                List.of("windfall", "profit_taking"),
                String.format(
                    Locale.ROOT,
                    "It has gained %.1f %%, %.1f points more than its trend; %.0f %% of the"
                        + " position is taken.",
                    100 * windfall.gain(),
                    100 * windfall.excess(),
                    100 * share)))
        : Optional.empty();
  }

  /** Good securities that have fallen by neither too little nor too much are bought again. */
  static Stream<Idea> dips(Situation situation) {
    PlannerSettings.Opportunities wanted = situation.settings().opportunities();
    return situation.assets().stream()
        .filter(asset -> asset.value() > 0 && asset.merit() >= wanted.averagingScore())
        .flatMap(
            asset ->
                asset
                    .gain()
                    .filter(gain -> wanted.dips().holds(-gain))
                    .map(gain -> dip(situation, asset, gain))
                    .stream());
  }

  private static Idea dip(Situation situation, Asset asset, double gain) {
    return new Idea(
        Category.AVERAGING_DOWN,
        asset,
        GroupIdeas.usualTrade(situation),
        Idea.priority(Category.AVERAGING_DOWN, asset, (asset.merit() - gain) / SCALE),
        List.of("averaging_down", "buy_low"),
        String.format(
            Locale.ROOT,
            "It stands %.1f %% below its average cost with a score of %.2f.",
            -100 * gain,
            asset.score()));
  }
}
