package io.arduinotrader.optimization.domain.constraints;

import io.arduinotrader.optimization.domain.weights.BoundsConflict;
import java.util.ArrayList;
import java.util.List;

/** Contradictions between limits that sums and comparisons show. */
final class PlainConflicts {

  /** By how much sums may differ from rounding alone. */
  private static final double ROUNDING = 1e-10;

  private PlainConflicts() {}

  static List<Conflict> ofBounds(Polytope polytope) {
    List<Conflict> conflicts = new ArrayList<>();
    List<Integer> withMinimum = new ArrayList<>();
    List<Integer> capped = new ArrayList<>();
    double budget = polytope.constraints().budget();
    double minima = 0;
    double maxima = 0;
    for (int i = 0; i < polytope.size(); i++) {
      double low = polytope.lower(i);
      double high = polytope.upper(i);
      if (low > high + ROUNDING) {
        conflicts.add(crossed(polytope, i));
      }
      if (low > 0) {
        withMinimum.add(i);
      }
      if (high < budget) {
        capped.add(i);
      }
      minima += low;
      maxima += high;
    }
    if (minima > budget + ROUNDING) {
      conflicts.add(
          new Conflict.Bounds(new BoundsConflict.MinimaExceedBudget(withMinimum, minima, budget)));
    }
    if (maxima < budget - ROUNDING) {
      conflicts.add(
          new Conflict.Bounds(new BoundsConflict.MaximaBelowBudget(capped, maxima, budget)));
    }
    return conflicts;
  }

  private static Conflict crossed(Polytope polytope, int asset) {
    Limit low = polytope.bound(asset, true);
    Limit high = polytope.bound(asset, false);
    return low instanceof Limit.Minimum && high instanceof Limit.Maximum
        ? new Conflict.Bounds(
            new BoundsConflict.MinimumAboveMaximum(
                asset, polytope.lower(asset), polytope.upper(asset)))
        : new Conflict.Together(List.of(low, high));
  }

  static List<Conflict> ofGroups(Polytope polytope) {
    List<Conflict> conflicts = new ArrayList<>();
    for (GroupLimit group : polytope.groups()) {
      double least = 0;
      double most = 0;
      for (int asset : group.assets()) {
        least += polytope.lower(asset);
        most += polytope.upper(asset);
      }
      if (group.lower() > group.upper() + ROUNDING) {
        conflicts.add(new Conflict.GroupCrossed(group.name(), group.lower(), group.upper()));
      }
      if (group.lower() > most + ROUNDING) {
        conflicts.add(
            new Conflict.GroupOutOfReach(
                new Limit.GroupMinimum(group.name()), group.lower(), most));
      }
      if (group.upper() < least - ROUNDING) {
        conflicts.add(
            new Conflict.GroupOutOfReach(
                new Limit.GroupMaximum(group.name()), group.upper(), least));
      }
    }
    return conflicts;
  }
}
