package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/**
 * Which limits hold with equality, a guess that a solver corrects; handing one on to a similar
 * programme saves most of the work.
 */
public final class ActiveSet {

  /** A variable strictly inside, where no kink matters. */
  static final byte FREE = 0;

  /** A variable above its anchor, below its anchor, or at it. */
  static final byte ABOVE = 1;

  static final byte BELOW = 2;
  static final byte ANCHORED = 3;

  /** A variable at its lower or upper bound. */
  static final byte LOWER = 4;

  static final byte UPPER = 5;

  final byte[] variables;

  /** Of every row −1 at its lower limit, 1 at its upper one, 0 between. */
  final byte[] rows;

  boolean limited;

  private ActiveSet(byte[] variables, byte[] rows, boolean limited) {
    this.variables = variables;
    this.rows = rows;
    this.limited = limited;
  }

  /** Nothing is active but equations. */
  static ActiveSet none(QuadraticProgramme programme) {
    ActiveSet set =
        new ActiveSet(new byte[programme.size()], new byte[programme.rowCount()], false);
    if (programme.cost() > 0) {
      for (int i = 0; i < programme.size(); i++) {
        set.variables[i] = programme.anchor()[i] > 0 ? BELOW : ABOVE;
      }
    }
    for (int i = 0; i < programme.size(); i++) {
      if (programme.lower()[i] == programme.upper()[i]) {
        set.variables[i] = LOWER;
      }
    }
    return set;
  }

  /** A copy that fits a programme with as many variables; rows beyond the known ones are free. */
  ActiveSet copyFor(QuadraticProgramme programme) {
    return new ActiveSet(
        Arrays.copyOf(variables, programme.size()),
        Arrays.copyOf(rows, programme.rowCount()),
        limited);
  }

  static boolean isFree(byte state) {
    return state <= BELOW;
  }
}
