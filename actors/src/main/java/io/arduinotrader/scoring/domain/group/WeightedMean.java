package io.arduinotrader.scoring.domain.group;

import java.util.OptionalDouble;

/** A weighted mean under construction, some of whose figures may be missing. */
final class WeightedMean {

  private final ScoringRules.MissingFigure policy;
  private double sum;
  private double counted;
  private double known;
  private double whole;

  WeightedMean(ScoringRules.MissingFigure policy) {
    this.policy = policy;
  }

  /** Adds a figure, or what stands for it when it is missing and that counts. */
  WeightedMean add(double weight, OptionalDouble figure, double neutral) {
    whole += weight;
    if (figure.isPresent()) {
      known += weight;
      count(weight, figure.getAsDouble());
    } else if (policy == ScoringRules.MissingFigure.NEUTRAL) {
      count(weight, neutral);
    }
    return this;
  }

  private void count(double weight, double figure) {
    sum += weight * figure;
    counted += weight;
  }

  /** The mean of what counts, empty when nothing does. */
  OptionalDouble mean() {
    return counted > 0 ? OptionalDouble.of(sum / counted) : OptionalDouble.empty();
  }

  /** The share of the weights whose figures are known, 0 to 1. */
  double coverage() {
    return known / whole;
  }
}
