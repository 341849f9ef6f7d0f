package io.arduinotrader.optimization.domain.limits;

import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A way to divide securities into groups, and how far a group may be from its target. */
public enum GroupFamily {
  /** Groups of countries. */
  COUNTRY("country", 0.10) {
    @Override
    double cap(int groups) {
      return 0.35;
    }
  },
  /** Groups of industries; the fewer there are, the more each must be able to hold. */
  INDUSTRY("industry", 0.15) {
    @Override
    double cap(int groups) {
      return switch (groups) {
        case 1 -> 0.70;
        case 2 -> 0.50;
        case 3, 4 -> 0.40;
        default -> 0.30;
      };
    }
  };

  /** Groups that must hold the whole budget get this much more room than an equal share. */
  private static final double ROOM = 1.2;

  private static final double ROUNDING = 1e-9;

  private final String label;
  private final double tolerance;

  GroupFamily(String label, double tolerance) {
    this.label = label;
    this.tolerance = tolerance;
  }

  /** The most a group may hold however large its target is. */
  abstract double cap(int groups);

  /**
   * The bounds of all groups of a family.
   *
   * @param bounds one entry per group with a target above zero and at least one security
   * @param notes what a person should know about them, sentences
   */
  public record Limits(List<GroupLimit> bounds, List<String> notes) {}

  /**
   * The bounds the targets come to. A cap never makes it impossible to spend the budget: with few
   * groups it is raised to a fifth more than an equal share, and when all securities are in groups
   * whose maxima cannot hold the budget together, all maxima are widened.
   *
   * @param assets number of securities
   * @param budget the share of the portfolio to invest, 0 to 1
   */
  public Limits limits(List<GroupTarget> targets, int assets, double budget) {
    List<GroupTarget> wanted =
        targets.stream().filter(group -> group.target() > 0 && !group.members().isEmpty()).toList();
    List<String> notes = new ArrayList<>();
    if (wanted.isEmpty()) {
      return new Limits(List.of(), List.of());
    }
    noteSum(targets, notes);
    double cap = cap(wanted.size());
    double raised = Math.max(cap, ROOM * budget / wanted.size());
    double largest = 0;
    for (GroupTarget group : wanted) {
      largest = Math.max(largest, Math.min(1, group.target() + tolerance));
    }
    if (raised > cap && largest > cap) {
      notes.add(
          "The cap of %s groups is %s instead of %s: there are only %d."
              .formatted(label, percent(Math.min(1, raised)), percent(cap), wanted.size()));
    }
    List<GroupLimit> bounds = new ArrayList<>();
    for (GroupTarget group : wanted) {
      double maximum = Math.min(Math.min(1, group.target() + tolerance), raised);
      double minimum = Math.max(0, group.target() - tolerance);
      if (minimum > maximum) {
        notes.add(
            "The target of %s is above its cap of %s; it should have just that."
                .formatted(group.name(), percent(maximum)));
        minimum = maximum;
      }
      bounds.add(
          new GroupLimit(label + " group " + group.name(), group.members(), minimum, maximum));
    }
    return new Limits(widened(bounds, assets, budget, notes), List.copyOf(notes));
  }

  private void noteSum(List<GroupTarget> targets, List<String> notes) {
    double sum = targets.stream().mapToDouble(GroupTarget::target).sum();
    if (sum < 0.99 || sum > 1.01) {
      notes.add("Targets of %s groups add up to %s.".formatted(label, percent(sum)));
    }
  }

  private List<GroupLimit> widened(
      List<GroupLimit> bounds, int assets, double budget, List<String> notes) {
    double sum = bounds.stream().mapToDouble(GroupLimit::upper).sum();
    if (sum >= budget - ROUNDING || !coverEverything(bounds, assets)) {
      return List.copyOf(bounds);
    }
    double factor = ROOM * budget / sum;
    notes.add(
        "Maxima of %s groups add up to %s and were widened to hold the budget."
            .formatted(label, percent(sum)));
    return bounds.stream()
        .map(
            group ->
                new GroupLimit(
                    group.name(),
                    group.assets(),
                    group.lower(),
                    Math.min(1, group.upper() * factor)))
        .toList();
  }

  private static boolean coverEverything(List<GroupLimit> bounds, int assets) {
    Set<Integer> covered = new HashSet<>();
    bounds.forEach(group -> covered.addAll(group.assets()));
    return covered.size() == assets;
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
