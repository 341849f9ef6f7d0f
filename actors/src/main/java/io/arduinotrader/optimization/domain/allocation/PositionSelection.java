package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.allocation.Attempt.Candidate;
import io.arduinotrader.optimization.domain.allocation.Attempt.Failed;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.weights.BoundsConflict;
import io.arduinotrader.optimization.domain.weights.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the rule on positions by leaving out the smallest weight and solving again, until all are
 * large and few enough. An asset that the other limits cannot do without must be held at the
 * smallest worthwhile weight instead. This is not always the best choice of positions, but each
 * step is the best answer to its own question.
 */
final class PositionSelection {

  private final Attempts attempts;
  private final PositionRule rule;
  private final double[] lower;
  private final double[] upper;
  private final Polytope polytope;

  private PositionSelection(Attempts attempts, Polytope polytope) {
    this.attempts = attempts;
    this.polytope = polytope;
    this.rule = polytope.constraints().positions();
    this.lower = polytope.lower();
    this.upper = polytope.upper();
  }

  static Attempt choose(Attempts attempts, Polytope polytope) {
    Attempt first = attempts.on(polytope);
    return polytope.constraints().positions().isFree()
        ? first
        : new PositionSelection(attempts, polytope).choose(first);
  }

  private Attempt choose(Attempt first) {
    Attempt current = first;
    while (current instanceof Candidate candidate) {
      Weights weights = candidate.solution().weights();
      int smallest = smallest(weights);
      boolean tooMany = held(weights) > rule.maximumPositions();
      if (smallest < 0 || !(tooMany || weights.get(smallest) < rule.smallestWeight())) {
        return tooMany ? tooFew() : current;
      }
      current = without(smallest, tooMany);
    }
    return current;
  }

  private Attempt without(int asset, boolean tooMany) {
    double before = upper[asset];
    upper[asset] = 0;
    Attempt left = attemptWithBox();
    if (left instanceof Candidate) {
      return left;
    }
    upper[asset] = before;
    if (tooMany || before < rule.smallestWeight()) {
      return tooFew();
    }
    lower[asset] = rule.smallestWeight();
    Attempt raised = attemptWithBox();
    return raised instanceof Candidate ? raised : tooFew();
  }

  private Attempt attemptWithBox() {
    Polytope narrowed = polytope.withBox(lower.clone(), upper.clone());
    return narrowed.conflicts().isEmpty() ? attempts.on(narrowed) : new Failed(Optional.empty());
  }

  private static int held(Weights weights) {
    int count = 0;
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i) != 0) {
        count++;
      }
    }
    return count;
  }

  /** The smallest weight of an asset that need not be held. */
  private int smallest(Weights weights) {
    int smallest = -1;
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i) > 0
          && lower[i] <= 0
          && (smallest < 0 || weights.get(i) < weights.get(smallest))) {
        smallest = i;
      }
    }
    return smallest;
  }

  private Attempt tooFew() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < upper.length; i++) {
      if (upper[i] > 0) {
        kept.add(i);
      }
    }
    return new Failed(
        Optional.of(
            new Conflict.Bounds(
                new BoundsConflict.PositionsTooFew(
                    kept, rule.maximumPositions(), rule.smallestWeight()))));
  }
}
