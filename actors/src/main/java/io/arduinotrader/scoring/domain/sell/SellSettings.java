package io.arduinotrader.scoring.domain.sell;

import io.arduinotrader.scoring.domain.group.ScoringRules.Cliffs;
import java.util.EnumMap;
import java.util.Map;

/**
 * When positions may be sold.
 *
 * @param minimumHoldDays calendar days after the last purchase
 * @param cooldownDays calendar days after the last sale
 * @param maximumLoss the deepest loss that is realised, a negative fraction of the cost
 * @param minimumValue least value of a sale in base currency
 * @param weights of the parts of the score; the usual ones of those it lacks, scaled to a sum of
 *     one
 * @param cliffs how a score passes from one step to the next
 */
public record SellSettings(
    int minimumHoldDays,
    int cooldownDays,
    double maximumLoss,
    double minimumValue,
    Map<SellPart, Double> weights,
    Cliffs cliffs) {

  /** The usual settings. */
  public static final SellSettings STANDARD =
      new SellSettings(90, 180, -0.20, 100, Map.of(), Cliffs.TAPERED);

  /** The same with other waiting times and another deepest loss. */
  public SellSettings withPatience(int holdDays, int afterSaleDays, double deepestLoss) {
    return new SellSettings(holdDays, afterSaleDays, deepestLoss, minimumValue, weights, cliffs);
  }

  /**
   * Scales the weights.
   *
   * @throws IllegalArgumentException when they do not sum to something above zero
   */
  public SellSettings {
    Map<SellPart, Double> scaled = new EnumMap<>(SellPart.class);
    double sum = 0;
    for (SellPart part : SellPart.values()) {
      double weight = weights.getOrDefault(part, part.weight());
      scaled.put(part, weight);
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("the weights of the sell score sum to " + sum);
    }
    double whole = sum;
    scaled.replaceAll((part, weight) -> weight / whole);
    weights = Map.copyOf(scaled);
  }
}
