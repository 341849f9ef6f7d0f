package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns target weights into trades of whole lots, greedily.
 *
 * <p>First what is held above its target is sold down to it; a target of zero sells everything,
 * also what is no whole lot. Then, largest target first, what is below its target is bought up to
 * it. Then the lot that is farthest below its share of what is invested is bought, one after
 * another, while cash above the reserve is left. Cash pays for values and commissions at every
 * step, and a trade whose commission is too large a share of its value is not made.
 *
 * <p>Amounts of money are exact decimals; only the distances that decide the order are doubles.
 */
public final class LotRounding {

  /** Lots bought one by one at most; each position can be short of a few lots only. */
  private static final int MAXIMUM_SINGLE_LOTS = 1_000;

  /** Weights are doubles, so a whole number of lots may come out a little below itself. */
  private static final double WHOLE = 1e-9;

  private final List<LotPosition> positions;
  private final CostRules costs;
  private final BigDecimal reserve;
  private final double portfolioValue;

  /** Shares bought, negative when sold. */
  private final BigDecimal[] changes;

  /** What all targets together want invested, in base currency. */
  private final double investable;

  private BigDecimal cash;

  /** What is invested now. */
  private BigDecimal invested = BigDecimal.ZERO;

  private LotRounding(
      List<LotPosition> positions, BigDecimal cash, BigDecimal reserve, CostRules costs) {
    this.positions = positions;
    this.costs = costs;
    this.reserve = reserve;
    this.cash = cash;
    this.changes = new BigDecimal[positions.size()];
    double targets = 0;
    for (int i = 0; i < changes.length; i++) {
      changes[i] = BigDecimal.ZERO;
      invested = invested.add(valueOf(i, positions.get(i).held().value()));
      targets += positions.get(i).target();
    }
    this.portfolioValue = cash.add(invested).doubleValue();
    this.investable = targets * portfolioValue;
  }

  /**
   * The trades.
   *
   * @param cash free cash in base currency; when it is below the reserve nothing is bought
   * @param reserve cash that must be left after all trades and commissions
   */
  public static LotPlan plan(
      List<LotPosition> positions, BigDecimal cash, BigDecimal reserve, CostRules costs) {
    LotRounding rounding = new LotRounding(positions, cash, reserve, costs);
    rounding.sellDown();
    rounding.buyUp();
    rounding.spendTheRest();
    return LotPlan.of(positions, rounding.changes, cash, costs);
  }

  private void sellDown() {
    for (int i = 0; i < changes.length; i++) {
      LotPosition position = positions.get(i);
      BigDecimal held = position.held().value();
      double above = held.doubleValue() - wantedShares(i);
      if (position.allowed().contains(Side.SELL) && above > 0) {
        BigDecimal sold = position.target() == 0 ? held : wholeLots(i, above);
        if (costs.isWorthwhile(valueOf(i, sold))) {
          trade(i, sold.negate());
        }
      }
    }
  }

  private void buyUp() {
    List<Integer> largestFirst = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      largestFirst.add(i);
    }
    largestFirst.sort(
        Comparator.comparingDouble((Integer i) -> positions.get(i).target()).reversed());
    for (int i : largestFirst) {
      double below = wantedShares(i) - shares(i).doubleValue();
      if (mayBuy(i) && below > 0) {
        BigDecimal bought = wholeLots(i, below).min(affordable(i));
        if (costs.isWorthwhile(valueOf(i, bought))) {
          trade(i, bought);
        }
      }
    }
  }

  private void spendTheRest() {
    double[] deficits = new double[changes.length];
    for (int step = 0; step < MAXIMUM_SINGLE_LOTS; step++) {
      measureDeficits(deficits);
      int next = farthestBelow(deficits);
      while (next >= 0 && !canBuyOneLot(next)) {
        deficits[next] = 0;
        next = farthestBelow(deficits);
      }
      if (next < 0) {
        return;
      }
      trade(next, lot(next));
    }
  }

  private boolean canBuyOneLot(int position) {
    BigDecimal after = changes[position].add(lot(position));
    double investedAfter = invested.add(valueOf(position, lot(position))).doubleValue();
    double weight =
        valueOf(position, shares(position).add(lot(position))).doubleValue() / portfolioValue;
    return mayBuy(position)
        && investedAfter <= investable * (1 + WHOLE)
        && weight <= positions.get(position).maximum() + WHOLE
        && costs.isWorthwhile(valueOf(position, after))
        && spent(position, after)
                .subtract(spent(position, changes[position]))
                .compareTo(cash.subtract(reserve))
            <= 0;
  }

  /** How far each position is below its share of what is invested. */
  private void measureDeficits(double[] deficits) {
    double whole = invested.doubleValue();
    for (int i = 0; i < deficits.length; i++) {
      double wanted = investable > 0 ? positions.get(i).target() * portfolioValue / investable : 0;
      deficits[i] = wanted - (whole > 0 ? valueOf(i, shares(i)).doubleValue() / whole : 0);
    }
  }

  private static int farthestBelow(double[] deficits) {
    int farthest = -1;
    for (int i = 0; i < deficits.length; i++) {
      if (deficits[i] > 0 && (farthest < 0 || deficits[i] > deficits[farthest])) {
        farthest = i;
      }
    }
    return farthest;
  }

  private void trade(int position, BigDecimal change) {
    BigDecimal after = changes[position].add(change);
    cash = cash.add(spent(position, changes[position])).subtract(spent(position, after));
    invested = invested.add(valueOf(position, change));
    changes[position] = after;
  }

  /** What a change of shares takes out of the cash, commission included; negative for a sale. */
  private BigDecimal spent(int position, BigDecimal change) {
    BigDecimal value = valueOf(position, change);
    return value.add(costs.of(value.abs()));
  }

  /** The shares that the cash above the reserve pays for, in whole lots. */
  private BigDecimal affordable(int position) {
    LotPosition security = positions.get(position);
    BigDecimal free = cash.subtract(reserve).subtract(costs.fixed());
    BigDecimal perLot = valueOf(position, lot(position)).multiply(BigDecimal.ONE.add(costs.rate()));
    return free.signum() <= 0
        ? BigDecimal.ZERO
        : free.divide(perLot, 0, RoundingMode.DOWN).multiply(security.lot().value());
  }

  private boolean mayBuy(int position) {
    return positions.get(position).allowed().contains(Side.BUY) && changes[position].signum() >= 0;
  }

  private double wantedShares(int position) {
    LotPosition security = positions.get(position);
    return security.target() * portfolioValue / security.price().doubleValue();
  }

  private BigDecimal shares(int position) {
    return positions.get(position).held().value().add(changes[position]);
  }

  private BigDecimal wholeLots(int position, double shares) {
    double lots = Math.floor(shares / lot(position).doubleValue() + WHOLE);
    return new BigDecimal(lots).multiply(lot(position));
  }

  private BigDecimal lot(int position) {
    return positions.get(position).lot().value();
  }

  private BigDecimal valueOf(int position, BigDecimal shares) {
    return positions.get(position).price().multiply(shares);
  }
}
