package io.arduinotrader.gateway.portfolio;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many positions differ between two states of a portfolio.
 *
 * @param updated held before and after, with another quantity or cost
 * @param added held only after
 * @param removed held only before
 */
record PositionChanges(int updated, int added, int removed) {

  static PositionChanges between(PortfolioView before, PortfolioView after) {
    Map<Isin, Position> held = held(before);
    int updated = 0;
    int added = 0;
    int kept = 0;
    for (Position now : held(after).values()) {
      Position then = held.get(now.isin());
      if (then == null) {
        added++;
        continue;
      }
      kept++;
      if (differ(then, now)) {
        updated++;
      }
    }
    return new PositionChanges(updated, added, held.size() - kept);
  }

  private static Map<Isin, Position> held(PortfolioView view) {
    Map<Isin, Position> held = new LinkedHashMap<>();
    view.positions().stream()
        .filter(position -> !position.quantity().isZero())
        .forEach(position -> held.put(position.isin(), position));
    return held;
  }

  private static boolean differ(Position then, Position now) {
    return then.quantity().compareTo(now.quantity()) != 0 || then.cost().compareTo(now.cost()) != 0;
  }
}
