package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is different from what was.
 *
 * @param cost the price list to charge by, empty for the commissions that were charged
 * @param spread what every execution pays more, a fraction of its price from zero to below one
 * @param shifts securities that were dearer or cheaper
 */
public record WhatIfChanges(
    Optional<Cost> cost, BigDecimal spread, List<Shift> shifts, Limits limits) {

  /**
   * A price list.
   *
   * @param fixed per order, in base currency
   * @param fraction of the value
   */
  public record Cost(Money fixed, BigDecimal fraction) {}

  /** By which fraction the executions of a security were dearer, above −1. */
  public record Shift(Symbol symbol, BigDecimal fraction) {}

  /**
   * Limits that would have held; zero or empty means none beyond what was.
   *
   * @param buyCooldownDays between two purchases of a security
   * @param minimumHoldDays before a sale after any trade of the security
   * @param largestOrder in base currency
   */
  public record Limits(
      int ordersPerDay,
      int ordersPerSevenDays,
      int buyCooldownDays,
      int minimumHoldDays,
      Optional<Money> largestOrder) {

    public static final Limits NONE = new Limits(0, 0, 0, 0, Optional.empty());
  }

  /** Everything as it was. */
  public static final WhatIfChanges NONE =
      new WhatIfChanges(Optional.empty(), BigDecimal.ZERO, List.of(), Limits.NONE);
}
