package io.arduinotrader.scoring.domain.sell;

import io.arduinotrader.scoring.domain.group.ScoringRules.Cliffs;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether to sell a position, and how much.
 *
 * @param block why it is not sold, empty when it may be
 * @param total 0 to 1, zero when it is blocked before it is looked at
 * @param parts the score of each part, 0 to 1
 * @param size what to sell
 * @param value of that in base currency
 */
public record SellScore(
    Optional<SellBlock> block,
    double total,
    Map<SellPart, Double> parts,
    SaleSize size,
    double value) {

  private static final long USUAL_DAYS = 365;

  /** Copies the map. */
  public SellScore {
    parts = Map.copyOf(parts);
  }

  /** The score of a position. */
  public static SellScore of(HeldPosition position, SellSettings settings) {
    double profit = position.profit();
    Optional<SellBlock> block =
        SellBlock.of(
            position.allowed(),
            profit,
            position.daysSinceBuy(),
            position.daysSinceSale(),
            settings);
    if (block.isPresent()) {
      return new SellScore(block, 0, Map.of(), new SaleSize(0, 0), 0);
    }
    Map<SellPart, Double> parts = parts(position, profit, settings);
    double total = 0;
    for (Map.Entry<SellPart, Double> weight : settings.weights().entrySet()) {
      total += weight.getValue() * parts.getOrDefault(weight.getKey(), 0.0);
    }
    SaleSize size =
        SaleSize.of(total, position.quantity(), position.price(), position.lot(), settings);
    return new SellScore(
        size.quantity() > 0 ? Optional.empty() : Optional.of(SellBlock.MIN_VALUE),
        total,
        parts,
        size,
        size.quantity() * position.price());
  }

  private static Map<SellPart, Double> parts(
      HeldPosition position, double profit, SellSettings settings) {
    Cliffs cliffs = settings.cliffs();
    long days = position.daysHeld().orElse(USUAL_DAYS);
    HeldPosition.Surroundings around = position.surroundings();
    Map<SellPart, Double> parts = new EnumMap<>(SellPart.class);
    parts.put(
        SellPart.UNDERPERFORMANCE,
        SellReasons.underperformance(position.averagePrice() > 0, profit, days, settings));
    parts.put(SellPart.TIME_HELD, SellReasons.timeHeld(position.daysHeld(), settings));
    parts.put(
        SellPart.BALANCE,
        SellReasons.balance(
            around.countryShare(),
            around.industryShares().stream().mapToDouble(Double::doubleValue).toArray(),
            around.total() > 0 ? position.value() / around.total() : -1,
            cliffs));
    parts.put(
        SellPart.INSTABILITY, SellReasons.instability(position.signs(), profit, days, cliffs));
    parts.put(SellPart.DRAWDOWN, SellReasons.drawdown(position.drawdown(), cliffs));
    return parts;
  }
}
