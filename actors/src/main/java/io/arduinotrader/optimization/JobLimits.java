package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.Flexibility;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.limits.GroupFamily;
import io.arduinotrader.optimization.domain.limits.GroupTarget;
import io.arduinotrader.optimization.domain.limits.SecurityLimits;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Family;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The one set of constraints a job comes to, with what a person should know about it. */
final class JobLimits {

  private static final double ROUNDING = 1e-12;

  private final List<String> notes = new ArrayList<>();
  private final WeightConstraints constraints;

  JobLimits(Job job) {
    job.assets().stream()
        .filter(asset -> !job.wanted() && asset.minimum() > asset.maximum())
        .forEach(
            asset ->
                notes.add(
                    asset.symbol()
                        + text(
                            " stays as it is: its minimum of %s is above its maximum of %s.",
                            asset.minimum(), asset.maximum())));
    List<AssetLimits> assets = job.assets().stream().map(asset -> limits(asset, job)).toList();
    double budget = budget(job, assets);
    this.constraints =
        new WeightConstraints(
            budget,
            assets,
            groups(job, budget),
            job.maximumTurnover().map(TradingLimits::atMost).orElse(TradingLimits.NONE),
            new PositionRule(job.minimumWeight(), job.maximumPositions()),
            job.wanted() ? Flexibility.STRICT : Flexibility.RELAXABLE);
  }

  WeightConstraints constraints() {
    return constraints;
  }

  /** Sentences. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Bounds that were stated for this one question are taken at their word. */
  private static AssetLimits limits(Asset asset, Job job) {
    if (job.wanted() && asset.minimum() > asset.maximum()) {
      return new AssetLimits(
          asset.minimum(), asset.maximum(), asset.current(), asset.mayBuy(), asset.maySell());
    }
    return new SecurityLimits(
            Math.max(0, asset.current()),
            asset.mayBuy(),
            asset.maySell(),
            OptionalDouble.of(asset.minimum()),
            OptionalDouble.of(asset.maximum()))
        .within(asset.maximum());
  }

  /**
   * What the maxima do not allow to invest stays in cash; what must not be sold stays invested,
   * also when that leaves less cash than wanted. Neither is a conflict. Of stated weights no more
   * is invested than what can be had of each.
   */
  private double budget(Job job, List<AssetLimits> assets) {
    double room =
        assets.stream()
            .map(AssetLimits::upper)
            .sorted(Comparator.reverseOrder())
            .limit(job.maximumPositions())
            .mapToDouble(Double::doubleValue)
            .sum();
    double locked =
        assets.stream()
            .filter(asset -> !asset.maySell())
            .mapToDouble(asset -> Math.min(asset.lower(), asset.upper()))
            .sum();
    if (locked > job.budget() + ROUNDING) {
      notes.add(text("%s must not be sold, more than the %s to invest.", locked, job.budget()));
      return locked;
    }
    if (room < job.budget() - ROUNDING) {
      notes.add(text("Only %s is invested: the maximum weights allow no more.", room));
      return room;
    }
    return job.wanted() ? Math.min(attainable(job, assets), job.budget()) : job.budget();
  }

  /** What the limits of one security cut off its wanted weight is not given to the others. */
  private static double attainable(Job job, List<AssetLimits> assets) {
    return IntStream.range(0, assets.size())
        .mapToObj(i -> attainable(job.assets().get(i).wanted(), assets.get(i), job.minimumWeight()))
        .sorted(Comparator.reverseOrder())
        .limit(job.maximumPositions())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static double attainable(double wanted, AssetLimits limits, double smallest) {
    double weight = Math.min(limits.upper(), Math.max(limits.lower(), wanted));
    return weight < smallest && limits.lower() <= 0 ? 0 : weight;
  }

  private List<GroupLimit> groups(Job job, double budget) {
    List<GroupLimit> limits = new ArrayList<>();
    for (Family family : Family.values()) {
      List<GroupTarget> targets =
          job.groups().stream()
              .filter(group -> group.family() == family)
              .map(group -> new GroupTarget(group.name(), group.target(), group.members()))
              .toList();
      GroupFamily.Limits found = family(family).limits(targets, job.assets().size(), budget);
      limits.addAll(found.bounds());
      notes.addAll(found.notes());
    }
    return limits;
  }

  private static GroupFamily family(Family family) {
    return switch (family) {
      case COUNTRY -> GroupFamily.COUNTRY;
      case INDUSTRY -> GroupFamily.INDUSTRY;
    };
  }

  private static String text(String sentence, double... fractions) {
    Object[] percents = new Object[fractions.length];
    for (int i = 0; i < fractions.length; i++) {
      percents[i] = String.format(Locale.ROOT, "%.1f %%", 100 * fractions[i]);
    }
    return sentence.formatted(percents);
  }
}
