package io.arduinotrader.optimization.domain.constraints;

import io.arduinotrader.optimization.domain.weights.WeightBounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that final weights must keep, in one immutable value. It may be impossible to keep;
 * the answer then says why.
 *
 * @param budget the sum of all weights
 * @param assets one per asset, in the order of the estimates
 * @param groups any number, also overlapping
 * @param trading cost and limit of moving away from the current weights
 * @param positions small positions and their number
 * @param flexibility whether limits may be relaxed
 */
public record WeightConstraints(
    double budget,
    List<AssetLimits> assets,
    List<GroupLimit> groups,
    TradingLimits trading,
    PositionRule positions,
    Flexibility flexibility) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when the budget is not finite or a group names an asset that
   *     does not exist
   */
  public WeightConstraints {
    assets = List.copyOf(assets);
    groups = List.copyOf(groups);
    if (!Double.isFinite(budget)) {
      throw new IllegalArgumentException("a budget must be finite: " + budget);
    }
    for (GroupLimit group : groups) {
      for (int asset : group.assets()) {
        if (asset < 0 || asset >= assets.size()) {
          throw new IllegalArgumentException("%s names asset %d".formatted(group.name(), asset));
        }
      }
    }
  }

  /** Only a budget and limits per asset. */
  public static WeightConstraints of(double budget, List<AssetLimits> assets) {
    return new WeightConstraints(
        budget, assets, List.of(), TradingLimits.NONE, PositionRule.NONE, Flexibility.STRICT);
  }

  /** The same limits for every asset. */
  public static WeightConstraints uniform(int count, double minimum, double maximum, double sum) {
    AssetLimits each = AssetLimits.between(minimum, maximum);
    List<AssetLimits> assets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      assets.add(each);
    }
    return of(sum, assets);
  }

  /** The limits of bounds. */
  public static WeightConstraints of(WeightBounds bounds) {
    List<AssetLimits> assets = new ArrayList<>(bounds.size());
    for (int i = 0; i < bounds.size(); i++) {
      assets.add(AssetLimits.between(bounds.minimum(i), bounds.maximum(i)));
    }
    return of(bounds.budget(), assets);
  }

  /** The same with other groups. */
  public WeightConstraints withGroups(List<GroupLimit> others) {
    return new WeightConstraints(budget, assets, others, trading, positions, flexibility);
  }

  /** The same with other limits on trading. */
  public WeightConstraints withTrading(TradingLimits other) {
    return new WeightConstraints(budget, assets, groups, other, positions, flexibility);
  }

  /** The same with another rule on positions. */
  public WeightConstraints withPositions(PositionRule other) {
    return new WeightConstraints(budget, assets, groups, trading, other, flexibility);
  }

  /** The same with another flexibility. */
  public WeightConstraints with(Flexibility other) {
    return new WeightConstraints(budget, assets, groups, trading, positions, other);
  }

  /** The same with other limits per asset. */
  public WeightConstraints withAssets(List<AssetLimits> others) {
    return new WeightConstraints(budget, others, groups, trading, positions, flexibility);
  }

  /** The same with a smaller minimum and a larger maximum of an asset. */
  WeightConstraints widened(int asset, double below, double above) {
    AssetLimits limits = assets.get(asset);
    List<AssetLimits> others = new ArrayList<>(assets);
    others.set(
        asset,
        new AssetLimits(
            Math.max(limits.minimum() - below, Math.min(0, limits.minimum())),
            limits.maximum() + above,
            limits.current(),
            limits.mayBuy(),
            limits.maySell()));
    return withAssets(others);
  }

  /** The same with a smaller minimum and a larger maximum of a group. */
  WeightConstraints widened(String name, double below, double above) {
    return withGroups(
        groups.stream()
            .map(
                group ->
                    group.name().equals(name)
                        ? new GroupLimit(
                            name, group.assets(), group.lower() - below, group.upper() + above)
                        : group)
            .toList());
  }

  /** The number of assets. */
  public int size() {
    return assets.size();
  }

  /** The smallest weights with locks. */
  public double[] lower() {
    double[] lower = new double[assets.size()];
    Arrays.setAll(lower, i -> assets.get(i).lower());
    return lower;
  }

  /** The largest weights with locks. */
  public double[] upper() {
    double[] upper = new double[assets.size()];
    Arrays.setAll(upper, i -> assets.get(i).upper());
    return upper;
  }

  /** The weights the assets have now. */
  public double[] current() {
    double[] current = new double[assets.size()];
    Arrays.setAll(current, i -> assets.get(i).current());
    return current;
  }

  /**
   * By how much weights miss the limit they miss most, zero when they keep all. Small positions
   * count by what is lacking to zero or to the smallest one.
   */
  public double violation(double[] weights) {
    double worst = Polytope.of(this).violation(weights);
    int held = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        held++;
      }
      if (weights[i] > 0 && assets.get(i).lower() <= 0) {
        worst = Math.max(worst, Math.min(weights[i], positions.smallestWeight() - weights[i]));
      }
    }
    return held > positions.maximumPositions() ? Math.max(worst, 1) : worst;
  }
}
