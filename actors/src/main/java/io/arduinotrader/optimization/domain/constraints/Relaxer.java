package io.arduinotrader.optimization.domain.constraints;

import io.arduinotrader.optimization.domain.solver.ConvexProgramme;
import io.arduinotrader.optimization.domain.solver.InteriorPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest relaxations with which all limits can be kept: every limit that may give way
 * gets a slack, and the sum of the slacks, weighted by priority, is minimised. The budget and what
 * must not be traded have none.
 */
public final class Relaxer {

  private static final double NONE = 1e-8;

  /** Added to every relaxation, so that the limits leave a little room to choose in. */
  private static final double ROOM = 1e-7;

  private static final double GROUP_MINIMUM = 1;
  private static final double GROUP_MAXIMUM = 10;
  private static final double MINIMUM = 100;
  private static final double MAXIMUM = 1000;
  private static final double TURNOVER = 10_000;

  private final WeightConstraints constraints;
  private final double[] hardLower;
  private final double[] hardUpper;

  /** Of every asset its index among those that can move, −1 for the others. */
  private final int[] index;

  private final int movable;
  private final List<Soft> soft = new ArrayList<>();

  /** A limit that may give way: aᵀw + slack ≥ bound, a being zero but for the movable assets. */
  @SuppressWarnings("ArrayRecordComponent") // read once, to fill a programme
  private record Soft(Limit limit, double price, double[] values, int first, double bound) {}

  private Relaxer(WeightConstraints constraints) {
    this.constraints = constraints;
    int size = constraints.size();
    this.hardLower = new double[size];
    this.hardUpper = new double[size];
    this.index = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      AssetLimits limits = constraints.assets().get(i);
      double floor = Math.min(0, limits.minimum());
      hardLower[i] = limits.maySell() ? floor : Math.max(floor, limits.current());
      hardUpper[i] = limits.mayBuy() ? Double.POSITIVE_INFINITY : limits.current();
      if (hardLower[i] >= hardUpper[i]) {
        hardLower[i] = hardUpper[i];
        index[i] = -1;
      } else {
        index[i] = count++;
      }
    }
    this.movable = count;
  }

  /**
   * The smallest relaxations, the first to give way first; none when all limits can be kept.
   *
   * @return nothing when no relaxation helps, because budget and locks contradict each other
   */
  public static Optional<List<Relaxation>> smallest(WeightConstraints constraints) {
    return new Relaxer(constraints).search();
  }

  private Optional<List<Relaxation>> search() {
    double least = Arrays.stream(hardLower).sum();
    double most = Arrays.stream(hardUpper).sum();
    if (least > constraints.budget() + NONE || most < constraints.budget() - NONE) {
      return Optional.empty();
    }
    addGroups();
    addBoxes();
    double[] slacks = movable == 0 ? fixedSlacks() : solved();
    List<Relaxation> relaxations = new ArrayList<>();
    for (int i = 0; i < soft.size(); i++) {
      if (slacks[i] > NONE) {
        relaxations.add(new Relaxation(soft.get(i).limit(), slacks[i] + ROOM));
      }
    }
    double excess = slacks[soft.size()];
    if (excess > NONE) {
      relaxations.add(new Relaxation(new Limit.Turnover(), excess + ROOM));
    }
    return Optional.of(relaxations);
  }

  private void addGroups() {
    for (GroupLimit group : constraints.groups()) {
      if (group.lower() > Double.NEGATIVE_INFINITY) {
        addGroup(group, new Limit.GroupMinimum(group.name()), GROUP_MINIMUM, 1, group.lower());
      }
    }
    for (GroupLimit group : constraints.groups()) {
      if (group.upper() < Double.POSITIVE_INFINITY) {
        addGroup(group, new Limit.GroupMaximum(group.name()), GROUP_MAXIMUM, -1, -group.upper());
      }
    }
  }

  private void addGroup(GroupLimit group, Limit limit, double price, double sign, double bound) {
    double[] values = new double[movable];
    double rest = bound;
    for (int asset : group.assets()) {
      if (index[asset] < 0) {
        rest -= sign * hardLower[asset];
      } else {
        values[index[asset]] = sign;
      }
    }
    soft.add(new Soft(limit, price, values, 0, rest));
  }

  private void addBoxes() {
    for (int i = 0; i < index.length; i++) {
      double minimum = constraints.assets().get(i).minimum();
      if (minimum > hardLower[i]) {
        addBox(i, new Limit.Minimum(i), MINIMUM, 1, minimum);
      }
    }
    for (int i = 0; i < index.length; i++) {
      double maximum = constraints.assets().get(i).maximum();
      if (maximum < hardUpper[i]) {
        addBox(i, new Limit.Maximum(i), MAXIMUM, -1, -maximum);
      }
    }
  }

  private void addBox(int asset, Limit limit, double price, double sign, double bound) {
    soft.add(
        index[asset] < 0
            ? new Soft(limit, price, new double[0], 0, bound - sign * hardLower[asset])
            : new Soft(limit, price, new double[] {sign}, index[asset], bound));
  }

  /** Nothing can move: what is missing is missing. */
  private double[] fixedSlacks() {
    double[] slacks = new double[soft.size() + 1];
    for (int i = 0; i < soft.size(); i++) {
      slacks[i] = Math.max(0, soft.get(i).bound());
    }
    return slacks;
  }

  private double[] solved() {
    boolean limited = constraints.trading().isLimited();
    int border = movable + (limited ? 2 : 0);
    int locals = soft.size() + (limited ? movable : 0);
    ConvexProgramme programme = new ConvexProgramme(border, 0, locals, new double[0], locals);
    for (int i = 0; i < index.length; i++) {
      if (index[i] >= 0) {
        programme.variable(index[i], 0, hardLower[i], hardUpper[i]);
      }
    }
    for (int i = 0; i < soft.size(); i++) {
      Soft each = soft.get(i);
      programme.variable(border + i, each.price(), 0, Double.POSITIVE_INFINITY);
      programme.row(each.values(), each.first(), -1, i, each.bound());
    }
    double[] budget = new double[border + locals];
    Arrays.fill(budget, 0, movable, 1);
    double fixed = 0;
    for (int i = 0; i < index.length; i++) {
      fixed += index[i] < 0 ? hardLower[i] : 0;
    }
    programme.equation(budget, constraints.budget() - fixed);
    if (limited) {
      addTurnover(programme, border, locals);
    }
    double[] point = InteriorPoint.solve(programme).point();
    double[] slacks = Arrays.copyOfRange(point, border, border + soft.size() + 1);
    slacks[soft.size()] = limited ? point[movable + 1] : 0;
    return slacks;
  }

  private void addTurnover(ConvexProgramme programme, int border, int locals) {
    double[] coefficients = new double[border + locals];
    double[] one = {-1};
    double value = constraints.trading().maximumTraded();
    for (int i = 0; i < index.length; i++) {
      double current = constraints.assets().get(i).current();
      if (index[i] < 0) {
        value -= Math.abs(hardLower[i] - current);
      } else {
        int local = soft.size() + index[i];
        programme.variable(border + local, 0, 0, Double.POSITIVE_INFINITY);
        programme.row(one, index[i], -1, local, -current);
        coefficients[index[i]] = -1;
        coefficients[border + local] = 2;
        value -= current;
      }
    }
    programme.variable(movable, 0, 0, Double.POSITIVE_INFINITY);
    programme.variable(movable + 1, TURNOVER, 0, Double.POSITIVE_INFINITY);
    coefficients[movable] = 1;
    coefficients[movable + 1] = -1;
    programme.equation(coefficients, value);
  }

  /** The constraints with relaxations applied. */
  public static WeightConstraints apply(
      List<Relaxation> relaxations, WeightConstraints constraints) {
    WeightConstraints result = constraints;
    for (Relaxation relaxation : relaxations) {
      result = apply(relaxation.limit(), relaxation.amount(), result);
    }
    return result;
  }

  private static WeightConstraints apply(Limit limit, double amount, WeightConstraints from) {
    return switch (limit) {
      case Limit.Minimum minimum -> from.widened(minimum.asset(), amount, 0);
      case Limit.Maximum maximum -> from.widened(maximum.asset(), 0, amount);
      case Limit.GroupMinimum minimum -> from.widened(minimum.group(), amount, 0);
      case Limit.GroupMaximum maximum -> from.widened(maximum.group(), 0, amount);
      case Limit.Turnover turnover ->
          from.withTrading(
              new TradingLimits(from.trading().cost(), from.trading().maximumTraded() + amount));
      case Limit.Budget budget -> from;
      case Limit.NoSelling lock -> from;
      case Limit.NoBuying lock -> from;
      case Limit.ExpectedReturn target -> from;
      case Limit.Risk target -> from;
      case Limit.Positions rule -> from;
    };
  }
}
