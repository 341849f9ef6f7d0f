package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.List;
import java.util.Locale;
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
    return situation.assets().stream()
        .filter(asset -> asset.value() > 0 && known(asset))
        .flatMap(
            asset -> {
              String group = asset.security().countryGroup();
              double target = situation.countryTargets().getOrDefault(group, 0.0);
              double excess =
                  situation.countryValue(group) / situation.expectedTotal() - target;
              return situation.countryTargets().isEmpty()
                      || excess <= situation.settings().opportunities().rebalanceBand()
                  ? Stream.empty()
                  : Stream.of(sell(situation, asset, excess, target));
            });
  }

  private static Idea sell(Situation situation, Asset asset, double excess, double target) {
    String group = asset.security().countryGroup();
    return new Idea(
        Category.REBALANCE_SELLS,
        asset,
        Math.min(
            situation.settings().sizes().largestSale() * asset.value(),
            excess * situation.expectedTotal()),
        Idea.priority(Category.REBALANCE_SELLS, asset, excess / URGENT),
        List.of("rebalance", "overweight_" + group.toLowerCase(Locale.ROOT)),
        String.format(
            Locale.ROOT,
            "%s is %.1f points above its target of %.1f %%.",
            group,
            100 * excess,
            100 * target));
  }

  /** Good securities of groups that are too light. */
  static Stream<Idea> buys(Situation situation) {
    return situation.assets().stream()
        .filter(asset -> asset.priced() && known(asset))
        .flatMap(
            asset -> {
              String group = asset.security().countryGroup();
              double target = situation.countryTargets().getOrDefault(group, 0.0);
              double gap = target - situation.countryValue(group) / situation.total();
              return gap <= situation.settings().opportunities().rebalanceBand()
                  ? Stream.empty()
                  : Stream.of(buy(situation, asset, gap, target));
            });
  }

  private static Idea buy(Situation situation, Asset asset, double gap, double target) {
    String group = asset.security().countryGroup();
    double urgency = Math.min(1, gap / URGENT);
    return new Idea(
        Category.REBALANCE_BUYS,
        asset,
        usualTrade(situation),
        Idea.priority(Category.REBALANCE_BUYS, asset, (urgency + asset.quality()) / 2),
        List.of("rebalance", "underweight_" + group.toLowerCase(Locale.ROOT)),
        String.format(
            Locale.ROOT,
            "%s is %.1f points below its target of %.1f %%.",
            group,
            100 * gap,
            100 * target));
  }

  /** Securities that are good enough to be bought for that alone. */
  static Stream<Idea> opportunities(Situation situation) {
    PlannerSettings.Opportunities wanted = situation.settings().opportunities();
    return situation.assets().stream()
        .filter(asset -> asset.priced() && asset.quality() >= wanted.opportunityScore())
        .map(
            asset ->
                new Idea(
                    Category.OPPORTUNITY_BUYS,
                    asset,
                    usualTrade(situation),
                    Idea.priority(Category.OPPORTUNITY_BUYS, asset, asset.quality()),
                    List.of("opportunity", "quality"),
                    String.format(
                        Locale.ROOT, "Its score is %.2f of 1.", asset.quality())));
  }

  private static boolean known(Asset asset) {
    return !asset.security().countryGroup().isEmpty();
  }
}
