package io.arduinotrader.optimization.domain.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two assets whose daily returns move much alike, or opposite.
 *
 * @param coefficient of correlation (Pearson), −1 to 1
 */
public record CorrelatedPair(int first, int second, double coefficient) {

  /** From this size on two assets are as good as one. */
  public static final double NOTEWORTHY = 0.80;

  /**
   * The pairs that are noteworthy, the closest first.
   *
   * @param limit at most so many
   */
  public static List<CorrelatedPair> of(ReturnsMatrix returns, int limit) {
    double[][] correlations = CovarianceEstimates.sample(returns).correlations();
    List<CorrelatedPair> pairs = new ArrayList<>();
    for (int i = 0; i < correlations.length; i++) {
      for (int j = i + 1; j < correlations.length; j++) {
        if (Math.abs(correlations[i][j]) >= NOTEWORTHY) {
          pairs.add(new CorrelatedPair(i, j, correlations[i][j]));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((CorrelatedPair pair) -> Math.abs(pair.coefficient()))
            .reversed());
    return List.copyOf(pairs.subList(0, Math.min(limit, pairs.size())));
  }
}
