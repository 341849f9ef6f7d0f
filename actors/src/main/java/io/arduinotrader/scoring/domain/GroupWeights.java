package io.arduinotrader.scoring.domain;

import io.arduinotrader.scoring.domain.group.ScoreGroup;
import java.util.EnumMap;
import java.util.Map;

/** The weights of the groups in the total; they sum to one. */
public final class GroupWeights {

  /** The usual weights. */
  public static final GroupWeights STANDARD = of(Map.of());

  private final Map<ScoreGroup, Double> weights;

  private GroupWeights(Map<ScoreGroup, Double> weights) {
    this.weights = weights;
  }

  /**
   * Own weights of some groups, the usual ones of the others, scaled to a sum of one.
   *
   * @throws IllegalArgumentException when a weight is negative or not a number, or all are zero
   */
  public static GroupWeights of(Map<ScoreGroup, Double> own) {
    Map<ScoreGroup, Double> weights = new EnumMap<>(ScoreGroup.class);
    double sum = 0;
    for (ScoreGroup group : ScoreGroup.values()) {
      double weight = own.getOrDefault(group, group.defaultWeight());
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "weight of %s must be zero or more: %s".formatted(group.key(), weight));
      }
      weights.put(group, weight);
      sum += weight;
    }
    if (sum == 0) {
      throw new IllegalArgumentException("at least one group needs a weight above zero");
    }
    double scale = 1 / sum;
    weights.replaceAll((group, weight) -> weight * scale);
    return new GroupWeights(weights);
  }

  /** The weight of a group, 0 to 1. */
  public double of(ScoreGroup group) {
    return weights.getOrDefault(group, 0.0);
  }
}
