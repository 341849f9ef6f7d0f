package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.vocab.Side;
import java.util.Comparator;
import java.util.List;

/**
 * A trade one category proposes.
 *
 * @param amount wanted value in base currency, not yet in lots
 * @param priority 0 to 1 and comparable between categories
 * @param tags words that say what the trade is, the first for the category
 * @param reason a sentence for a person
 */
public record Idea(
    Category category,
    Asset asset,
    double amount,
    double priority,
    List<String> tags,
    String reason) {

  /** The most urgent first, equal ones by symbol. */
  static final Comparator<Idea> BY_PRIORITY =
      Comparator.comparingDouble((Idea idea) -> idea.priority())
          .reversed()
          .thenComparing(idea -> idea.asset().security().symbol())
          .thenComparing(Idea::category);

  /** What the trade does. */
  public Side side() {
    return category.side();
  }

  /** A priority brought to the common scale and weighed by the security's own. */
  static double priority(Category category, Asset asset, double raw) {
    double own = asset.security().priority();
    double weighed =
        switch (category.side()) {
          case BUY -> raw * own;
          case SELL -> raw / own;
        };
    return Math.clamp(weighed, 0.0, 1.0);
  }
}
