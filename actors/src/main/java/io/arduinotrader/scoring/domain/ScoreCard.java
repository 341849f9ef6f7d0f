package io.arduinotrader.scoring.domain;

import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.ScoreGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The score of a security on a day, with what it is made of.
 *
 * @param asOf the day the inputs were known
 * @param edition of the formulas
 * @param total weighted mean of the groups that count, 0 to 1
 * @param grade the letter of the total as it is shown, rounded to three decimal places
 * @param coverage the share of all weights whose inputs were known, 0 to 1
 * @param groups every group, also those nothing is known about
 * @param metrics figures that others read; what could not be measured is not in it
 */
public record ScoreCard(
    LocalDate asOf,
    String edition,
    double total,
    Grade grade,
    double coverage,
    List<GroupShare> groups,
    Map<SecurityMetric, Double> metrics)
    implements ScoreOutcome {

  /** Copies list and map. */
  public ScoreCard {
    groups = List.copyOf(groups);
    metrics = Map.copyOf(metrics);
  }

  /**
   * A group and its share in the total.
   *
   * @param share after the weights of what is unknown were given to what is known; all sum to one
   */
  public record GroupShare(GroupScore group, double share) {

    /** What the group adds to the total. */
    public double contribution() {
      return share * group.score().orElse(0);
    }
  }

  /** The quality of a security: the mean of past growth and the company's health. */
  static OptionalDouble quality(List<GroupScore> groups) {
    return groups.stream()
        .filter(
            group ->
                group.group() == ScoreGroup.LONG_TERM || group.group() == ScoreGroup.FUNDAMENTALS)
        .flatMapToDouble(group -> group.score().stream())
        .average();
  }

  /** The shares of the groups in a total. */
  static List<GroupShare> shares(List<GroupScore> groups, GroupWeights weights) {
    double counted = 0;
    for (GroupScore group : groups) {
      counted += weights.of(group.group()) * group.weight();
    }
    List<GroupShare> shares = new ArrayList<>(groups.size());
    for (GroupScore group : groups) {
      double weight = weights.of(group.group()) * group.weight();
      shares.add(new GroupShare(group, counted > 0 ? weight / counted : 0));
    }
    return shares;
  }
}
