package io.arduinotrader.optimization.domain.solver;

import java.util.Optional;

/**
 * Guesses which limits bind, solves as if they held with equality, and moves every limit that the
 * answer contradicts to the other side at once (Júdice and Pires 1994; Hintermüller, Ito and
 * Kunisch 2003). A handful of rounds for portfolios of any size. It may fail to end, for which
 * there is a bound on the rounds and another method.
 */
final class BlockPivoting {

  private static final double ROUNDING = 1e-12;

  /** Rounds without fewer contradictions before only one limit is moved at a time. */
  private static final int PATIENCE = 8;

  private final QuadraticProgramme programme;
  private final int size;
  private final ActiveSet set;
  private final EqualityStep step;

  /** Px + q − Cᵀ(row prices), without the cost of moving. */
  private final double[] gradient;

  private double gradientScale;
  private int changes;
  private int lastChanged;

  private BlockPivoting(QuadraticProgramme programme, ActiveSet start) {
    this.programme = programme;
    this.size = programme.size();
    this.set = start;
    this.step = new EqualityStep(programme);
    this.gradient = new double[size];
  }

  /**
   * The solution, or nothing when the guesses did not settle.
   *
   * @param start a guess, which is copied
   */
  static Optional<KktPoint> solve(QuadraticProgramme programme, ActiveSet start, int rounds) {
    return new BlockPivoting(programme, start.copyFor(programme)).solve(rounds);
  }

  private Optional<KktPoint> solve(int rounds) {
    int fewest = Integer.MAX_VALUE;
    int patience = PATIENCE;
    for (int round = 1; round <= rounds; round++) {
      if (!step.solve(set)) {
        return Optional.empty();
      }
      evaluateGradient();
      correct(false, -1);
      if (changes == 0) {
        KktPoint point = certified(round);
        return point.isCertified() ? Optional.of(point) : Optional.empty();
      }
      if (changes < fewest) {
        fewest = changes;
        patience = PATIENCE;
      } else {
        patience--;
      }
      correct(true, patience > 0 ? -1 : lastChanged);
    }
    return Optional.empty();
  }

  private void evaluateGradient() {
    Dense.times(programme.hessian(), step.point, gradient);
    gradientScale = programme.cost();
    for (int i = 0; i < size; i++) {
      gradientScale = Math.max(gradientScale, Math.abs(gradient[i]));
      gradientScale = Math.max(gradientScale, Math.abs(programme.linear()[i]));
      gradient[i] += programme.linear()[i];
    }
    for (int row = 0; row < programme.rowCount(); row++) {
      if (step.rowPrices[row] != 0) {
        Dense.addScaled(programme.rows(), row * size, -step.rowPrices[row], gradient, 0, size);
      }
    }
  }

  /**
   * Counts contradictions and, when told to, moves them to the other side.
   *
   * @param only the single one to move, −1 for all
   */
  private void correct(boolean move, int only) {
    changes = 0;
    boolean kinked = programme.cost() > 0 || set.limited;
    double kink = kinked ? programme.cost() - step.rowPrices[programme.rowCount()] : 0;
    for (int i = 0; i < size; i++) {
      byte next = next(i, kinked, kink);
      if (next != set.variables[i]) {
        if (move && (only < 0 || only == i)) {
          set.variables[i] = next;
        }
        changed(i);
      }
    }
    for (int row = 0; row < programme.rowCount(); row++) {
      byte next = nextRow(row);
      if (next != set.rows[row]) {
        if (move && (only < 0 || only == size + row)) {
          set.rows[row] = next;
        }
        changed(size + row);
      }
    }
    correctLimit(move, only);
  }

  private void changed(int what) {
    changes++;
    lastChanged = what;
  }

  private byte next(int i, boolean kinked, double kink) {
    byte state = set.variables[i];
    double low = programme.lower()[i];
    double high = programme.upper()[i];
    if (low == high) {
      return ActiveSet.LOWER;
    }
    double tolerance = ROUNDING * gradientScale;
    return switch (state) {
      case ActiveSet.LOWER ->
          gradient[i] + (low >= anchor(i) ? kink : -kink) < -tolerance
              ? leaving(kinked, low >= anchor(i))
              : state;
      case ActiveSet.UPPER ->
          gradient[i] + (high > anchor(i) ? kink : -kink) > tolerance
              ? leaving(kinked, high > anchor(i))
              : state;
      case ActiveSet.ANCHORED -> {
        if (!kinked) {
          yield ActiveSet.FREE;
        } else if (gradient[i] > kink + tolerance) {
          yield anchor(i) > low ? ActiveSet.BELOW : ActiveSet.LOWER;
        } else if (gradient[i] < -kink - tolerance) {
          yield anchor(i) < high ? ActiveSet.ABOVE : ActiveSet.UPPER;
        } else {
          yield state;
        }
      }
      default -> nextFree(i, kinked);
    };
  }

  private byte nextFree(int i, boolean kinked) {
    double value = step.point[i];
    double anchor = anchor(i);
    byte state = set.variables[i];
    boolean anchorInside =
        kinked && anchor >= programme.lower()[i] && anchor <= programme.upper()[i];
    if (anchorInside
        && ((state == ActiveSet.ABOVE && value < anchor - ROUNDING)
            || (state == ActiveSet.BELOW && value > anchor + ROUNDING))) {
      return ActiveSet.ANCHORED;
    }
    if (value < programme.lower()[i] - ROUNDING) {
      return ActiveSet.LOWER;
    }
    if (value > programme.upper()[i] + ROUNDING) {
      return ActiveSet.UPPER;
    }
    return kinked || state == ActiveSet.FREE ? state : ActiveSet.FREE;
  }

  private static byte leaving(boolean kinked, boolean above) {
    if (!kinked) {
      return ActiveSet.FREE;
    }
    return above ? ActiveSet.ABOVE : ActiveSet.BELOW;
  }

  private double anchor(int i) {
    return programme.hasAnchor() ? programme.anchor()[i] : 0;
  }

  private byte nextRow(int row) {
    double low = programme.rowLower()[row];
    double high = programme.rowUpper()[row];
    if (low == high) {
      return set.rows[row];
    }
    double price = step.rowPrices[row];
    double tolerance = ROUNDING * gradientScale;
    if (set.rows[row] < 0) {
      return price < -tolerance ? 0 : set.rows[row];
    }
    if (set.rows[row] > 0) {
      return price > tolerance ? 0 : set.rows[row];
    }
    double value = programme.row(row, step.point);
    if (value < low - ROUNDING) {
      return -1;
    }
    return value > high + ROUNDING ? (byte) 1 : 0;
  }

  private void correctLimit(boolean move, int only) {
    if (programme.limit() == Double.POSITIVE_INFINITY) {
      return;
    }
    int id = size + programme.rowCount();
    boolean next =
        set.limited
            ? step.rowPrices[programme.rowCount()] <= ROUNDING * gradientScale
            : programme.moved(step.point) > programme.limit() + ROUNDING;
    if (next != set.limited) {
      if (move && (only < 0 || only == id)) {
        set.limited = next;
        giveSigns(next || programme.cost() > 0);
      }
      changed(id);
    }
  }

  /** A free variable belongs to the side of its anchor where it is, once sides matter. */
  private void giveSigns(boolean kinked) {
    for (int i = 0; i < size; i++) {
      if (ActiveSet.isFree(set.variables[i])) {
        boolean above = step.point[i] >= anchor(i);
        set.variables[i] = leaving(kinked, above);
      }
    }
  }

  private KktPoint certified(int rounds) {
    return Certification.of(
        programme,
        step.point.clone(),
        step.rowPrices.clone(),
        Math.max(0, -step.rowPrices[programme.rowCount()]),
        rounds,
        set);
  }
}
