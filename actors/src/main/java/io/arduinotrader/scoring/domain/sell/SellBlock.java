package io.arduinotrader.scoring.domain.sell;

import java.util.Optional;
import java.util.OptionalLong;

/** Why a position is not sold, whatever its score. The first that applies is the reason. */
public enum SellBlock {
  /** The universe does not allow selling it. */
  NOT_ALLOWED,
  /** It has lost more than is ever realised. */
  MAX_LOSS,
  /** It was bought too recently. */
  MIN_HOLD,
  /** Some of it was sold too recently. */
  COOLDOWN,
  /** What would be sold is worth too little. */
  MIN_VALUE;

  /**
   * The first reason that applies; a value too small is known only after the quantity.
   *
   * @param profit as a fraction of the cost
   * @param daysSinceBuy since the last purchase, empty when there is none to wait for
   * @param daysSinceSale since the last sale, empty when there was none
   */
  public static Optional<SellBlock> of(
      boolean allowed,
      double profit,
      OptionalLong daysSinceBuy,
      OptionalLong daysSinceSale,
      SellSettings settings) {
    if (!allowed) {
      return Optional.of(NOT_ALLOWED);
    }
    if (profit < settings.maximumLoss()) {
      return Optional.of(MAX_LOSS);
    }
    if (daysSinceBuy.isPresent() && daysSinceBuy.getAsLong() < settings.minimumHoldDays()) {
      return Optional.of(MIN_HOLD);
    }
    return daysSinceSale.isPresent() && daysSinceSale.getAsLong() < settings.cooldownDays()
        ? Optional.of(COOLDOWN)
        : Optional.empty();
  }
}
