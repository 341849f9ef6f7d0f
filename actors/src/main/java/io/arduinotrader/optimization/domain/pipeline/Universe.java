package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits assets into those that can be judged and those that cannot. What cannot be judged keeps
 * its weight, as far as its limits allow: missing data are no reason to sell. The constraints of
 * the others are what is left.
 */
public final class Universe {

  private final List<Integer> included;
  private final double[] kept;
  private final WeightConstraints rest;

  private Universe(List<Integer> included, double[] kept, WeightConstraints rest) {
    this.included = included;
    this.kept = kept;
    this.rest = rest;
  }

  /**
   * The universe in which only some assets are weighed.
   *
   * @param included indices of those that can be judged, ascending
   */
  public static Universe of(WeightConstraints all, List<Integer> included) {
    int size = all.size();
    double[] kept = new double[size];
    Map<Integer, Integer> newIndex = new HashMap<>();
    for (int i = 0; i < included.size(); i++) {
      newIndex.put(included.get(i), i);
    }
    double spent = 0;
    double traded = 0;
    int positions = 0;
    for (int i = 0; i < size; i++) {
      if (!newIndex.containsKey(i)) {
        AssetLimits limits = all.assets().get(i);
        kept[i] = Math.max(limits.lower(), Math.min(limits.upper(), limits.current()));
        spent += kept[i];
        traded += Math.abs(kept[i] - limits.current());
        positions += kept[i] > 0 ? 1 : 0;
      }
    }
    List<GroupLimit> groups = new ArrayList<>();
    for (GroupLimit group : all.groups()) {
      double fixed = group.sumOf(kept);
      List<Integer> members =
          group.assets().stream().filter(newIndex::containsKey).map(newIndex::get).toList();
      if (!members.isEmpty()) {
        groups.add(
            new GroupLimit(
                group.name(),
                members,
                Math.max(0, group.lower() - fixed),
                Math.max(0, group.upper() - fixed)));
      }
    }
    int most = all.positions().maximumPositions();
    WeightConstraints rest =
        new WeightConstraints(
            Math.max(0, all.budget() - spent),
            included.stream().map(all.assets()::get).toList(),
            groups,
            all.trading().isLimited()
                ? new TradingLimits(
                    all.trading().cost(), Math.max(0, all.trading().maximumTraded() - traded))
                : all.trading(),
            new PositionRule(
                all.positions().smallestWeight(),
                most == Integer.MAX_VALUE ? most : Math.max(0, most - positions)),
            all.flexibility());
    return new Universe(List.copyOf(included), kept, rest);
  }

  /** The limits of the assets that can be judged. */
  public WeightConstraints constraints() {
    return rest;
  }

  /** The index among all of an asset that can be judged. */
  public int original(int index) {
    return included.get(index);
  }

  /** The weights of all assets. */
  public Weights whole(Weights judged) {
    double[] weights = kept.clone();
    for (int i = 0; i < included.size(); i++) {
      weights[included.get(i)] = judged.get(i);
    }
    return Weights.of(weights);
  }
}
