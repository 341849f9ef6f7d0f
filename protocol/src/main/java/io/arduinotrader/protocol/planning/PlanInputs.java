package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a plan depends on: equal inputs give the same plan to the byte.
 *
 * @param asOf the time at which holding periods end
 * @param cash free cash in base currency, below zero for debts
 * @param securities what is held and what may be bought, in any order, each once
 * @param countryTargets wanted shares of groups of countries, none when no group is wanted
 * @param industryTargets wanted shares of groups of industries
 * @param targetsMissing why no security has a target weight, empty when some have one
 */
public record PlanInputs(
    AccountId account,
    Instant asOf,
    Money cash,
    List<PlanSecurity> securities,
    List<GroupTarget> countryTargets,
    List<GroupTarget> industryTargets,
    String targetsMissing,
    Wishes wishes,
    PlannerSettings settings) {

  /** The wanted share of a group in positions plus cash, 0 to 1. */
  public record GroupTarget(String group, double weight) {}

  /**
   * What the plan must respect whatever its score.
   *
   * @param maximumPositions nothing new is bought beyond so many positions
   * @param investedTarget share of positions plus cash to have invested, 0 to 1
   * @param monthlyDeposit cash that will come within a month, base currency: it may mend an
   *     overweight without a sale
   * @param cashAfter cash there must be after the plan at least, base currency
   * @param largestRisk largest weighted mean of the annual volatilities after the plan; cash has
   *     none
   */
  public record Wishes(
      Optional<Integer> maximumPositions,
      Optional<BigDecimal> investedTarget,
      Money monthlyDeposit,
      Optional<Money> cashAfter,
      Optional<Double> largestRisk) {}
}
