package io.arduinotrader.optimization.domain.trades;

import java.math.BigDecimal;
import java.util.List;

/**
 * Improves trades in whole lots until no change of one position, and no exchange between two, comes
 * nearer to the targets after commissions; then proves how good they are.
 *
 * <p>What is minimised is Σ |target − reached| + commissions / horizon in base currency, subject to
 * the cash that must be left, to what each position allows, and to trades that are worth their
 * commission.
 */
public final class LotSearch {

  /** Gains below this, in base currency, are rounding. */
  static final double SMALLEST_GAIN = 1e-6;

  /** Kept free of the cash, because amounts are compared as doubles. */
  private static final double ROUNDING = 1e-6;

  private static final int MOST_STEPS = 400;

  /** From this number of positions on only single changes are tried. */
  private static final int MOST_PAIRED = 150;

  private final LotChoices[] choices;
  private final double limit;
  private final long[] lots;
  private double cost;
  private double spent;

  private LotSearch(LotChoices[] choices, double limit, long[] start) {
    this.choices = choices;
    this.limit = limit;
    this.lots = start;
    for (int i = 0; i < start.length; i++) {
      cost += choices[i].cost(start[i]);
      spent += choices[i].spent(start[i]);
    }
  }

  /**
   * Trades and what is known of them.
   *
   * @param objective distance from the targets and commissions, in base currency
   * @param bound what no other trades fall below
   * @param proven whether there are surely none better
   */
  public record Found(LotPlan plan, double objective, double bound, boolean proven) {}

  /**
   * The best trades found, starting from the greedy ones.
   *
   * @param cash free cash in base currency
   * @param reserve cash that must be left after all trades and commissions; when the cash is below
   *     it already, nothing is bought that sales do not pay for
   * @param horizon years over which commissions are borne, above zero
   */
  public static Found plan(
      List<LotPosition> positions,
      BigDecimal cash,
      BigDecimal reserve,
      CostRules costs,
      double horizon) {
    BigDecimal value = cash;
    for (LotPosition position : positions) {
      value = value.add(position.price().multiply(position.held().value()));
    }
    LotPlan greedy = LotRounding.plan(positions, cash, reserve, costs);
    LotChoices[] choices = new LotChoices[positions.size()];
    long[] start = new long[choices.length];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = new LotChoices(positions.get(i), costs, value.doubleValue(), horizon);
    }
    for (LotPlan.Trade trade : greedy.trades()) {
      int position = trade.position();
      BigDecimal shares = trade.quantity().value();
      start[position] =
          choices[position].lots(
              switch (trade.side()) {
                case BUY -> shares;
                case SELL -> shares.negate();
              });
    }
    double free = cash.subtract(reserve).doubleValue();
    LotSearch search = new LotSearch(choices, free - ROUNDING, start);
    double limit = Math.max(search.limit, search.spent);
    search = new LotSearch(choices, limit, start);
    search.improve();
    LotProof proof = new LotProof(choices, limit);
    LotProof.Best best = proof.better(search.lots, search.cost);
    return search.found(best, proof.bound(), positions, cash, costs);
  }

  private Found found(
      LotProof.Best best,
      double bound,
      List<LotPosition> positions,
      BigDecimal cash,
      CostRules costs) {
    BigDecimal[] changes = new BigDecimal[choices.length];
    double objective = 0;
    for (int i = 0; i < changes.length; i++) {
      changes[i] = choices[i].change(best.lots().get(i));
      objective += choices[i].cost(best.lots().get(i));
    }
    return new Found(
        LotPlan.of(positions, changes, cash, costs),
        objective,
        best.proven() ? objective : Math.min(bound, objective),
        best.proven());
  }

  private void improve() {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (!single() && !(choices.length <= MOST_PAIRED && paired())) {
        return;
      }
    }
  }

  private boolean single() {
    int position = -1;
    long to = 0;
    double best = -SMALLEST_GAIN;
    for (int i = 0; i < choices.length; i++) {
      for (long candidate : choices[i].neighbours(lots[i])) {
        double change = choices[i].cost(candidate) - choices[i].cost(lots[i]);
        if (change < best
            && spent + choices[i].spent(candidate) - choices[i].spent(lots[i]) <= limit) {
          best = change;
          position = i;
          to = candidate;
        }
      }
    }
    if (position < 0) {
      return false;
    }
    set(position, to);
    return true;
  }

  /** One position gives up cash that another one uses better. */
  private boolean paired() {
    long[][] neighbours = new long[choices.length][];
    double[][] changes = new double[choices.length][];
    double[][] takes = new double[choices.length][];
    for (int i = 0; i < choices.length; i++) {
      neighbours[i] = choices[i].neighbours(lots[i]);
      changes[i] = new double[neighbours[i].length];
      takes[i] = new double[neighbours[i].length];
      for (int k = 0; k < neighbours[i].length; k++) {
        changes[i][k] = choices[i].cost(neighbours[i][k]) - choices[i].cost(lots[i]);
        takes[i][k] = choices[i].spent(neighbours[i][k]) - choices[i].spent(lots[i]);
      }
    }
    double best = -SMALLEST_GAIN;
    int giver = -1;
    int taker = -1;
    long given = 0;
    long taken = 0;
    for (int i = 0; i < choices.length; i++) {
      for (int k = 0; k < neighbours[i].length; k++) {
        if (changes[i][k] >= best) {
          continue;
        }
        for (int j = 0; j < choices.length; j++) {
          for (int m = 0; j != i && m < neighbours[j].length; m++) {
            double change = changes[i][k] + changes[j][m];
            if (change < best && spent + takes[i][k] + takes[j][m] <= limit) {
              best = change;
              taker = i;
              taken = neighbours[i][k];
              giver = j;
              given = neighbours[j][m];
            }
          }
        }
      }
    }
    if (giver < 0) {
      return false;
    }
    set(giver, given);
    set(taker, taken);
    return true;
  }

  private void set(int position, long to) {
    cost += choices[position].cost(to) - choices[position].cost(lots[position]);
    spent += choices[position].spent(to) - choices[position].spent(lots[position]);
    lots[position] = to;
  }
}
