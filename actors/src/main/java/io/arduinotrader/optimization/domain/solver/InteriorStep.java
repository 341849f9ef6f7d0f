package io.arduinotrader.optimization.domain.solver;

/** A move of everything an interior-point method keeps, and how far it may go. */
final class InteriorStep {

  private final ConvexProgramme programme;
  private final int size;

  /** What products of slacks and prices are to become. */
  final double[] rowTarget;

  final double[] lowTarget;
  final double[] highTarget;

  final double[] move;
  final double[] equationMove;
  private final double[] slackMove;
  private final double[] rowMove;
  private final double[] lowMove;
  private final double[] highMove;

  InteriorStep(ConvexProgramme programme) {
    this.programme = programme;
    this.size = programme.size();
    this.rowTarget = new double[programme.rows];
    this.lowTarget = new double[size];
    this.highTarget = new double[size];
    this.move = new double[size];
    this.equationMove = new double[programme.equations];
    this.slackMove = new double[programme.rows];
    this.rowMove = new double[programme.rows];
    this.lowMove = new double[size];
    this.highMove = new double[size];
  }

  /** Derives the moves of slacks and prices from that of the point. */
  void complete(InteriorIterate at) {
    for (int i = 0; i < size; i++) {
      if (at.hasLower(i)) {
        double slack = at.lowSlack(i);
        lowMove[i] = (lowTarget[i] - at.lowPrices[i] * move[i]) / slack - at.lowPrices[i];
      }
      if (at.hasUpper(i)) {
        double slack = at.highSlack(i);
        highMove[i] = (highTarget[i] + at.highPrices[i] * move[i]) / slack - at.highPrices[i];
      }
    }
    for (int row = 0; row < rowMove.length; row++) {
      slackMove[row] = programme.row(row, move) + at.rowResidual[row];
      rowMove[row] =
          (rowTarget[row] - at.rowPrices[row] * slackMove[row]) / at.slacks[row]
              - at.rowPrices[row];
    }
  }

  /** The longest step, at most one, that keeps a share of every slack. */
  double longestPrimal(InteriorIterate at, double share) {
    double longest = 1;
    for (int i = 0; i < size; i++) {
      if (move[i] < 0 && at.hasLower(i)) {
        longest = Math.min(longest, -share * at.lowSlack(i) / move[i]);
      } else if (move[i] > 0 && at.hasUpper(i)) {
        longest = Math.min(longest, share * at.highSlack(i) / move[i]);
      }
    }
    return shorter(longest, at.slacks, slackMove, share);
  }

  /** The longest step, at most one, that keeps a share of every price. */
  double longestDual(InteriorIterate at, double share) {
    double longest = shorter(1, at.rowPrices, rowMove, share);
    longest = shorter(longest, at.lowPrices, lowMove, share);
    return shorter(longest, at.highPrices, highMove, share);
  }

  private static double shorter(double longest, double[] values, double[] moves, double share) {
    double shortest = longest;
    for (int i = 0; i < values.length; i++) {
      if (moves[i] < 0) {
        shortest = Math.min(shortest, -share * values[i] / moves[i]);
      }
    }
    return shortest;
  }

  /** The sum of all products after a step. */
  double complementarityAfter(InteriorIterate at, double primal, double dual) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (at.hasLower(i)) {
        sum += (at.lowSlack(i) + primal * move[i]) * (at.lowPrices[i] + dual * lowMove[i]);
      }
      if (at.hasUpper(i)) {
        sum += (at.highSlack(i) - primal * move[i]) * (at.highPrices[i] + dual * highMove[i]);
      }
    }
    for (int row = 0; row < rowMove.length; row++) {
      sum += (at.slacks[row] + primal * slackMove[row]) * (at.rowPrices[row] + dual * rowMove[row]);
    }
    return sum;
  }

  /** Aims at products of a centre, less what the predicted step would add to them. */
  void correct(InteriorIterate at, double centre) {
    for (int i = 0; i < size; i++) {
      if (at.hasLower(i)) {
        lowTarget[i] = centre - move[i] * lowMove[i];
      }
      if (at.hasUpper(i)) {
        highTarget[i] = centre + move[i] * highMove[i];
      }
    }
    for (int row = 0; row < rowMove.length; row++) {
      rowTarget[row] = centre - slackMove[row] * rowMove[row];
    }
  }

  void apply(InteriorIterate at, double primal, double dual) {
    Dense.addScaled(move, 0, primal, at.point, 0, size);
    Dense.addScaled(slackMove, 0, primal, at.slacks, 0, slackMove.length);
    Dense.addScaled(rowMove, 0, dual, at.rowPrices, 0, rowMove.length);
    Dense.addScaled(equationMove, 0, dual, at.equationPrices, 0, equationMove.length);
    for (int i = 0; i < size; i++) {
      if (at.hasLower(i)) {
        at.lowPrices[i] += dual * lowMove[i];
      }
      if (at.hasUpper(i)) {
        at.highPrices[i] += dual * highMove[i];
      }
    }
  }
}
