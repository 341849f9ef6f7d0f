package io.arduinotrader.planning.domain.objective;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The groups with a wanted share of the total, and which of them each asset belongs to. */
public final class Groups {

  private final double[] wanted;
  private final int[][] of;
  private final double[] part;

  private Groups(double[] wanted, int[][] of, double[] part) {
    this.wanted = wanted;
    this.of = of;
    this.part = part;
  }

  /** Where no country is known. */
  private static final String OTHER = "OTHER";

  static Groups countries(Situation situation) {
    return of(
        situation.assets(),
        situation.countryTargets(),
        asset -> named(List.of(asset.security().countryGroup())));
  }

  static Groups industries(Situation situation) {
    return of(
        situation.assets(),
        situation.industryTargets(),
        asset -> named(asset.security().industryGroups()));
  }

  private static List<String> named(List<String> groups) {
    List<String> known =
        groups.stream().filter(group -> !group.isEmpty()).distinct().sorted().toList();
    return known.isEmpty() ? List.of(OTHER) : known;
  }

  private static Groups of(
      List<Asset> assets, Map<String, Double> targets, Function<Asset, List<String>> named) {
    List<String> names = List.copyOf(targets.keySet());
    int[][] of = new int[assets.size()][];
    double[] part = new double[assets.size()];
    for (Asset asset : assets) {
      List<String> own = named.apply(asset);
      List<Integer> wanted = new ArrayList<>();
      own.stream().map(names::indexOf).filter(at -> at >= 0).forEach(wanted::add);
      of[asset.number()] = wanted.stream().mapToInt(Integer::intValue).toArray();
      part[asset.number()] = 1.0 / own.size();
    }
    return new Groups(
        targets.values().stream().mapToDouble(Double::doubleValue).toArray(), of, part);
  }

  /** Numbers of the groups of an asset; a group without a wanted share is not among them. */
  public int[] of(int asset) {
    return of[asset].clone();
  }

  /** The share of an asset's value that each of its groups has. */
  public double part(int asset) {
    return part[asset];
  }

  /** How many groups have a wanted share. */
  public int count() {
    return wanted.length;
  }

  /** What the groups have of a total. */
  private double[] shares(double[] values, double total) {
    double[] shares = new double[count()];
    for (int asset = 0; asset < values.length; asset++) {
      for (int group : of[asset]) {
        shares[group] += part[asset] * values[asset] / total;
      }
    }
    return shares;
  }

  /** By how much the groups' shares of a total exceed the wanted ones. */
  public double[] distances(double[] values, double total) {
    double[] distances = shares(values, total);
    for (int group = 0; group < count(); group++) {
      distances[group] -= wanted[group];
    }
    return distances;
  }

  /** The largest number of groups an asset belongs to. */
  public int most() {
    return Arrays.stream(of).mapToInt(groups -> groups.length).max().orElse(0);
  }

  /** The closeness of a portfolio in which every group has its wanted share. */
  double undisturbed() {
    return count() == 0 ? DiversificationRules.NEUTRAL : 1;
  }

  /** One less the mean distance to the wanted shares, scaled; neutral when none is wanted. */
  double closeness(double[] values, double total) {
    if (count() == 0) {
      return undisturbed();
    }
    double distance = Arrays.stream(distances(values, total)).map(Math::abs).sum();
    return undisturbed() - distance / count() / DiversificationRules.WORST_DISTANCE;
  }
}
