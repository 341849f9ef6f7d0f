package io.arduinotrader.planning.domain.candidate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ideas that come from the distance between what a security weighs and what is wanted of it. */
final class WeightIdeas {

  /** A distance of this share of the portfolio is as urgent as can be. */
  private static final double URGENT = 0.05;

  private WeightIdeas() {}

  /** A trade for every distance that is worth its costs. */
  static Stream<Idea> all(Situation situation) {
    return situation.targets().known()
        ? situation.assets().stream()
            .filter(Asset::priced)
            .flatMap(asset -> of(situation, asset).stream())
        : Stream.empty();
  }

  private static Optional<Idea> of(Situation situation, Asset asset) {
    double target = situation.targets().of(asset);
    double missing = target - situation.weight(asset);
    double tooMuch = asset.value() / situation.expectedTotal() - target;
    double least = situation.settings().opportunities().weightGap();
    if (missing > least) {
      return worthwhile(
          situation, asset, Category.WEIGHT_BUYS, missing, missing * situation.total(), target);
    }
    return tooMuch > least
        ? worthwhile(
            situation,
            asset,
            Category.WEIGHT_SELLS,
            tooMuch,
            target > 0 ? tooMuch * situation.expectedTotal() : asset.value(),
            target)
        : Optional.empty();
  }

  private static Optional<Idea> worthwhile(
      Situation situation,
      Asset asset,
      Category category,
      double gap,
      double amount,
      double target) {
    if (!situation.costs().isWorthwhile(amount)) {
      return Optional.empty();
    }
    boolean cheaper =
        category == Category.WEIGHT_BUYS && asset.gain().filter(gain -> gain < 0).isPresent();
    return Optional.of(
        new Idea(
            category,
            asset,
            amount,
            Idea.priority(category, asset, gap / URGENT),
            List.of(cheaper ? "averaging_down" : "rebalance", "optimizer_target"),
            String.format(
                Locale.ROOT,
                "It is %.2f %% of the portfolio and %.2f %% is wanted.",
                100 * situation.weight(asset),
                100 * target)));
  }
}
