package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.vocab.rule.DipBand;
import java.math.BigDecimal;

/** All knobs of the planner. Shares and scores are fractions, amounts are in base currency. */
public record PlannerSettings(
    Aims aims,
    Search search,
    Selection selection,
    Opportunities opportunities,
    Sizes sizes,
    Costs costs,
    Patience patience,
    Scenarios scenarios) {

  /** How much return, spread and safety count. */
  public enum Profile {
    CONSERVATIVE,
    BALANCED,
    AGGRESSIVE
  }

  /**
   * What makes a portfolio good.
   *
   * @param optimizerBlend share of the score that the distance to the optimizer's weights has
   * @param industryDeviation whether the distance to the industry targets counts
   * @param costPenalty score lost per share of the portfolio that goes into costs, beyond the money
   * @param minimumImprovement how much better than doing nothing a plan must be
   */
  public record Aims(
      Profile profile,
      double optimizerBlend,
      boolean industryDeviation,
      double costPenalty,
      double minimumImprovement) {}

  /**
   * How far the search goes.
   *
   * @param depth most trades in a plan
   * @param kept how many of the best sequences are remembered
   * @param evaluations how many sequences are evaluated before the search gives up its proof
   */
  public record Search(int depth, int kept, long evaluations) {}

  /**
   * Which candidates are combined.
   *
   * @param perCategory most candidates of a category
   * @param priorityThreshold least priority of a candidate, 0 to 1
   * @param diverse whether the candidates of a category should differ in country
   * @param diversityWeight how much they should
   */
  public record Selection(
      boolean allowBuy,
      boolean allowSell,
      int perCategory,
      double priorityThreshold,
      boolean diverse,
      double diversityWeight) {}

  /**
   * What makes a trade worth considering.
   *
   * @param minimumScore least score of a security to buy
   * @param opportunityScore least score for a purchase on quality alone
   * @param averagingScore least score for a purchase after a fall
   * @param deepestDip largest loss at which more is bought, a negative fraction
   * @param shallowestDip smallest such loss, a negative fraction
   * @param rebalanceBand distance of a group from its target that calls for a trade
   * @param weightGap distance of a security from its target that calls for a trade
   * @param windfallExcess gain above the trend at which a fifth of a position is taken as profit
   */
  public record Opportunities(
      double minimumScore,
      double opportunityScore,
      double averagingScore,
      double deepestDip,
      double shallowestDip,
      double rebalanceBand,
      double weightGap,
      double windfallExcess) {

    /** The losses at which more is bought. */
    public DipBand dips() {
      return new DipBand(-shallowestDip, -deepestDip);
    }
  }

  /**
   * How large trades are.
   *
   * @param tradeShare share of the portfolio a purchase without a target has
   * @param largestSale share of a position one sale may have when a group is to shrink
   * @param largestPosition share of the portfolio a position may have, unless it has a bound
   * @param partial whether half of each trade is considered too
   * @param cashReserve cash that stays
   * @param cashReserveShare share of the portfolio that stays as cash, when it is more
   */
  public record Sizes(
      double tradeShare,
      double largestSale,
      double largestPosition,
      boolean partial,
      BigDecimal cashReserve,
      double cashReserveShare) {}

  /**
   * What a trade costs.
   *
   * @param fixed per trade
   * @param percent fraction of the value
   * @param halfSpread half the distance between bid and ask, fraction of the price
   * @param largestRatio largest share of a trade's value its costs may have
   */
  public record Costs(
      BigDecimal fixed, BigDecimal percent, BigDecimal halfSpread, BigDecimal largestRatio) {}

  /**
   * How long to wait.
   *
   * @param holdDays days after the last purchase before a sale
   * @param sellCooldownDays days after the last sale before the next
   * @param buyCooldownDays days after the last purchase before the next
   * @param largestLoss deepest loss that is realised, a negative fraction
   */
  public record Patience(
      int holdDays, int sellCooldownDays, int buyCooldownDays, double largestLoss) {}

  /**
   * What could happen to the best sequences.
   *
   * @param shocks whether fixed shocks are tried
   * @param monteCarlo whether random ones are tried
   * @param paths how many random ones
   * @param days trading days they last
   * @param plans for how many of the best sequences
   */
  public record Scenarios(boolean shocks, boolean monteCarlo, int paths, int days, int plans) {}
}
