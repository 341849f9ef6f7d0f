package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ideas that come from groups of countries out of place, and from quality alone. */
final class GroupIdeas {

  /** A distance of this share of the portfolio is as urgent as can be. */
  private static final double URGENT = 0.10;

  private GroupIdeas() {}

  /** What a purchase without a target is worth. */
  static double usualTrade(Situation situation) {
    return Math.max(
        situation.costs().smallestTrade(),
        situation.settings().sizes().tradeShare() * situation.total());
  }

  /** Parts of positions in groups that are too heavy, even with the cash that is expected. */
  static Stream<Idea> sells(Situation situation) {
    return situation.countryTargets().isEmpty()
        ? Stream.empty()
        : situation.assets().stream()
            .filter(asset -> asset.value() > 0 && known(asset))
            .flatMap(
                asset ->
                    sell(
                        situation.settings(),
                        asset,
                        situation.countryValue(group(asset)) / situation.expectedTotal(),
                        target(situation, asset),
                        situation.expectedTotal())
                        .stream());
  }

  /**
   * The sale of a part of a position.
   *
   * @param allocated share its group has of the total
   * @param target share it should have
   */
  static Optional<Idea> sell(
      PlannerSettings settings, Asset asset, double allocated, double target, double total) {
    double excess = allocated - target;
    return allocated > target + settings.opportunities().rebalanceBand()
        ? Optional.of(
            new Idea(
                Category.REBALANCE_SELLS,
                asset,
                Math.min(settings.sizes().largestSale() * asset.value(), excess * total),
                Idea.priority(Category.REBALANCE_SELLS, asset, excess / URGENT),
                List.of("rebalance", "overweight_" + group(asset).toLowerCase(Locale.ROOT)),
                String.format(
                    Locale.ROOT,
                    "%s is %.1f points above its target of %.1f %%.",
                    group(asset),
                    100 * excess,
                    100 * target)))
        : Optional.empty();
  }

  /** Good securities of groups that are too light. */
  static Stream<Idea> buys(Situation situation) {
    return situation.assets().stream()
        .filter(asset -> asset.priced() && known(asset))
        .flatMap(
            asset ->
                buy(
                    situation.settings(),
                    asset,
                    situation.countryValue(group(asset)) / situation.total(),
                    target(situation, asset),
                    usualTrade(situation))
                    .stream());
  }

  /**
   * A purchase in a group.
   *
   * @param allocated share the group has of the total
   * @param target share it should have
   */
  static Optional<Idea> buy(
      PlannerSettings settings, Asset asset, double allocated, double target, double amount) {
    double gap = target - allocated;
    double urgency = Math.min(1, gap / URGENT);
    return allocated < target - settings.opportunities().rebalanceBand()
        ? Optional.of(
            new Idea(
                Category.REBALANCE_BUYS,
                asset,
                amount,
                Idea.priority(Category.REBALANCE_BUYS, asset, (urgency + asset.merit()) / 2),
                List.of("rebalance", "underweight_" + group(asset).toLowerCase(Locale.ROOT)),
                String.format(
                    Locale.ROOT,
                    "%s is %.1f points below its target of %.1f %%.",
                    group(asset),
                    100 * gap,
                    100 * target)))
        : Optional.empty();
  }

  private static double target(Situation situation, Asset asset) {
    return situation.countryTargets().getOrDefault(group(asset), 0.0);
  }

  private static String group(Asset asset) {
    return asset.security().countryGroup();
  }

  /** Securities that are good enough to be bought for that alone. */
  static Stream<Idea> opportunities(Situation situation) {
    PlannerSettings.Opportunities wanted = situation.settings().opportunities();
    return situation.assets().stream()
        .filter(asset -> asset.priced() && asset.merit() >= wanted.opportunityScore())
        .map(
            asset ->
                new Idea(
                    Category.OPPORTUNITY_BUYS,
                    asset,
                    usualTrade(situation),
                    Idea.priority(Category.OPPORTUNITY_BUYS, asset, asset.merit()),
                    List.of("quality", "opportunity"),
                    String.format(Locale.ROOT, "Its score is %.2f of 1.", asset.score())));
  }

  private static boolean known(Asset asset) {
    return !asset.security().countryGroup().isEmpty();
  }
}
