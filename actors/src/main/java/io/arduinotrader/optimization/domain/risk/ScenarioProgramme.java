package io.arduinotrader.optimization.domain.risk;

import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.solver.ConvexProgramme;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A programme over the weights of a polytope and one excess per scenario. The border holds the
 * weights that can move, then the threshold of a tail, then slacks; drawdowns are a chain; excess
 * losses and bought amounts are locals.
 */
final class ScenarioProgramme {

  private static final double NO_WIDTH = 1e-13;

  /** What is minimised: a price for each part. */
  @SuppressWarnings("ArrayRecordComponent") // read once, to fill a programme
  record Prices(double risk, double[] linear, double ridge, double trading) {}

  private final Polytope polytope;
  private final ReturnsMatrix returns;
  private final double[] fixed;
  private final int[] movable;
  private final boolean anchored;
  private final boolean limited;
  private int[] groupMinimum = new int[0];
  private int[] groupMaximum = new int[0];

  ScenarioProgramme(Polytope polytope, ReturnsMatrix returns, boolean costs) {
    this.polytope = polytope;
    this.returns = returns;
    this.limited = polytope.constraints().trading().isLimited();
    this.anchored = limited || costs;
    this.fixed = new double[polytope.size()];
    int[] indices = new int[polytope.size()];
    int count = 0;
    for (int i = 0; i < polytope.size(); i++) {
      if (polytope.upper(i) - polytope.lower(i) > NO_WIDTH) {
        indices[count++] = i;
      } else {
        fixed[i] = polytope.lower(i);
      }
    }
    this.movable = Arrays.copyOf(indices, count);
  }

  /** The weights that can move. */
  int[] movable() {
    return movable;
  }

  /** The row of the minimum, or maximum, of a group; −1 for none. */
  int groupRow(int group, boolean minimum) {
    return minimum ? groupMinimum[group] : groupMaximum[group];
  }

  /** All weights, from a point of the programme. */
  double[] weights(double[] point) {
    double[] weights = fixed.clone();
    for (int i = 0; i < movable.length; i++) {
      weights[movable[i]] = point[i];
    }
    return weights;
  }

  /**
   * The tail of losses or of drawdowns.
   *
   * @param most a limit on it
   */
  ConvexProgramme tail(boolean drawdowns, double confidence, Prices prices, OptionalDouble most) {
    int days = returns.days();
    int threshold = movable.length;
    int chain = drawdowns ? days : 0;
    int slack = threshold + 1 + (limited ? 1 : 0);
    int border = slack + (most.isPresent() ? 1 : 0);
    ConvexProgramme programme = start(border, chain, prices, 2 * days);
    double share = 1 / (days * (1 - confidence));
    programme.variable(
        threshold,
        prices.risk(),
        drawdowns ? 0 : Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
    double[] one = {1};
    for (int day = 0; day < days; day++) {
      programme.variable(border + chain + day, prices.risk() * share, 0, Double.POSITIVE_INFINITY);
      double[] row = row(day, drawdowns ? 0 : 1);
      double bound = -fixedReturn(day);
      if (drawdowns) {
        programme.variable(border + day, 0, 0, Double.POSITIVE_INFINITY);
        programme.row(row, 0, day, -1, bound);
        programme.row(one, threshold, -2 - day, day, 0);
      } else {
        programme.row(row, 0, -1, day, bound);
      }
    }
    if (most.isPresent()) {
      double[] risk = new double[border + chain + days + (anchored ? movable.length : 0)];
      risk[threshold] = 1;
      risk[slack] = 1;
      Arrays.fill(risk, border + chain, border + chain + days, share);
      programme.variable(slack, 0, 0, Double.POSITIVE_INFINITY);
      programme.equation(risk, most.getAsDouble());
    }
    return finish(programme, border, chain, threshold + 1, prices);
  }

  /** The mean square of shortfalls; the price of risk is that of the mean per period. */
  ConvexProgramme semivariance(double benchmark, Prices prices) {
    int days = returns.days();
    int border = movable.length + (limited ? 1 : 0);
    ConvexProgramme programme = start(border, 0, prices, days);
    for (int day = 0; day < days; day++) {
      programme.variable(border + day, 0, 0, Double.POSITIVE_INFINITY);
      programme.curvature(day, 2 * prices.risk() / days);
      programme.row(row(day, 0), 0, -1, day, benchmark - fixedReturn(day));
    }
    return finish(programme, border, 0, movable.length, prices);
  }

  private double[] row(int day, int more) {
    double[] row = new double[movable.length + more];
    for (int i = 0; i < movable.length; i++) {
      row[i] = returns.get(movable[i], day);
    }
    Arrays.fill(row, movable.length, row.length, 1);
    return row;
  }

  private double fixedReturn(int day) {
    double sum = 0;
    for (int asset = 0; asset < fixed.length; asset++) {
      sum += fixed[asset] == 0 ? 0 : fixed[asset] * returns.get(asset, day);
    }
    return sum;
  }

  private ConvexProgramme start(int border, int chain, Prices prices, int rows) {
    double[] hessian = new double[border * border];
    for (int i = 0; i < movable.length; i++) {
      hessian[i * border + i] = 2 * prices.ridge();
    }
    int locals = returns.days() + (anchored ? movable.length : 0);
    return new ConvexProgramme(border, chain, locals, hessian, rows + movable.length + 16);
  }

  /**
   * Adds weights, budget, trading and groups.
   *
   * @param slack index of what is left of the limit on trading, when there is one
   */
  private ConvexProgramme finish(
      ConvexProgramme programme, int border, int chain, int slack, Prices prices) {
    int size = border + chain + returns.days() + (anchored ? movable.length : 0);
    for (int i = 0; i < movable.length; i++) {
      programme.variable(
          i,
          prices.linear()[movable[i]] - prices.trading(),
          polytope.lower(movable[i]),
          polytope.upper(movable[i]));
    }
    if (movable.length > 0) {
      double[] budget = new double[size];
      Arrays.fill(budget, 0, movable.length, 1);
      programme.equation(budget, polytope.constraints().budget() - Arrays.stream(fixed).sum());
    }
    if (anchored) {
      addTrading(programme, border + chain, size, slack, prices.trading());
    }
    addGroups(programme);
    return programme;
  }

  private void addTrading(
      ConvexProgramme programme, int beforeLocals, int size, int slack, double price) {
    double[] current = polytope.constraints().current();
    double[] minusOne = {-1};
    double[] traded = new double[size];
    double left = polytope.constraints().trading().maximumTraded();
    for (int i = 0; i < fixed.length; i++) {
      left -=
          polytope.upper(i) - polytope.lower(i) > NO_WIDTH ? 0 : Math.abs(fixed[i] - current[i]);
    }
    for (int i = 0; i < movable.length; i++) {
      int local = returns.days() + i;
      programme.variable(beforeLocals + local, 2 * price, 0, Double.POSITIVE_INFINITY);
      programme.row(minusOne, i, -1, local, -current[movable[i]]);
      traded[i] = -1;
      traded[beforeLocals + local] = 2;
      left -= current[movable[i]];
    }
    if (limited) {
      traded[slack] = 1;
      programme.variable(slack, 0, 0, Double.POSITIVE_INFINITY);
      programme.equation(traded, left);
    }
  }

  private void addGroups(ConvexProgramme programme) {
    int count = polytope.groups().size();
    groupMinimum = new int[count];
    groupMaximum = new int[count];
    Arrays.fill(groupMinimum, -1);
    Arrays.fill(groupMaximum, -1);
    for (int at = 0; at < count; at++) {
      GroupLimit group = polytope.groups().get(at);
      double already = group.sumOf(fixed);
      if (group.lower() > Double.NEGATIVE_INFINITY) {
        groupMinimum[at] = programme.rowCount();
        programme.row(members(group, 1), 0, -1, -1, group.lower() - already);
      }
      if (group.upper() < Double.POSITIVE_INFINITY) {
        groupMaximum[at] = programme.rowCount();
        programme.row(members(group, -1), 0, -1, -1, already - group.upper());
      }
    }
  }

  private double[] members(GroupLimit group, double sign) {
    double[] values = new double[movable.length];
    for (int i = 0; i < movable.length; i++) {
      values[i] = group.assets().contains(movable[i]) ? sign : 0;
    }
    return values;
  }

  /** Adds a smallest expected return. */
  void returnAtLeast(ConvexProgramme programme, double[] means, double target) {
    double[] values = new double[movable.length];
    Arrays.setAll(values, i -> means[movable[i]]);
    double already = 0;
    for (int i = 0; i < fixed.length; i++) {
      already += fixed[i] * means[i];
    }
    programme.row(values, 0, -1, -1, target - already);
  }
}
