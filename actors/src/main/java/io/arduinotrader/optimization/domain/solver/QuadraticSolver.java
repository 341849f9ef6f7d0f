package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;
import java.util.Optional;

/**
 * Solves quadratic programmes to machine precision and proves it. Block pivoting answers nearly
 * always and costs a few factorizations of the free part only. Where its guesses do not settle, the
 * interior-point method finds the limits that bind, and pivoting from there makes the answer exact.
 */
public final class QuadraticSolver {

  private static final int ROUNDS = 40;

  private QuadraticSolver() {}

  /** The solution of a programme with points that satisfy it, or nothing when none was found. */
  public static Optional<KktPoint> solve(QuadraticProgramme programme) {
    return solve(programme, ActiveSet.none(programme));
  }

  /**
   * The solution, starting from the limits that bound a similar programme.
   *
   * @param start of a programme with as many variables; its first rows are those of this one
   */
  public static Optional<KktPoint> solve(QuadraticProgramme programme, ActiveSet start) {
    return BlockPivoting.solve(programme, start, ROUNDS).or(() -> interior(programme));
  }

  private static Optional<KktPoint> interior(QuadraticProgramme programme) {
    PortfolioShape.InteriorAnswer answer = PortfolioShape.solve(programme);
    if (!answer.converged()) {
      return Optional.empty();
    }
    KktPoint rough =
        Certification.of(
            programme,
            answer.point(),
            answer.rowPrices(),
            answer.limitPrice(),
            answer.iterations(),
            answer.guess());
    return BlockPivoting.solve(programme, answer.guess(), ROUNDS)
        .map(exact -> counting(exact, answer.iterations()))
        .or(() -> restored(programme, rough));
  }

  private static KktPoint counting(KktPoint point, int before) {
    return new KktPoint(
        point.point(),
        point.boundPrices(),
        point.rowPrices(),
        point.limitPrice(),
        point.objective(),
        point.violation(),
        point.stationarity(),
        point.gap(),
        point.iterations() + before,
        point.active());
  }

  /**
   * The nearest point that keeps all limits to the last digit, with the prices found before.
   * Variables at a bound or at the anchor stay exactly there when the others can make up for it.
   */
  private static Optional<KktPoint> restored(QuadraticProgramme programme, KktPoint rough) {
    double[] lower = programme.lower().clone();
    double[] upper = programme.upper().clone();
    for (int i = 0; i < lower.length; i++) {
      switch (rough.active().variables[i]) {
        case ActiveSet.LOWER -> upper[i] = lower[i];
        case ActiveSet.UPPER -> lower[i] = upper[i];
        case ActiveSet.ANCHORED -> {
          lower[i] = programme.anchor()[i];
          upper[i] = programme.anchor()[i];
        }
        default -> {
          // free to move
        }
      }
    }
    return nearest(programme.withBox(lower, upper), rough.point(), rough.active())
        .or(() -> nearest(programme, rough.point(), rough.active()))
        .map(
            point ->
                Certification.of(
                    programme,
                    point,
                    rough.rowPrices(),
                    rough.limitPrice(),
                    rough.iterations(),
                    rough.active()));
  }

  /** The nearest point, by the sum of squares, that keeps all limits of a programme. */
  public static Optional<double[]> nearest(QuadraticProgramme programme, double[] wanted) {
    return nearest(programme, wanted, ActiveSet.none(programme));
  }

  private static Optional<double[]> nearest(
      QuadraticProgramme programme, double[] wanted, ActiveSet guess) {
    int size = programme.size();
    double[] identity = new double[size * size];
    double[] linear = new double[size];
    for (int i = 0; i < size; i++) {
      identity[i * size + i] = 1;
      linear[i] = -wanted[i];
    }
    QuadraticProgramme distance =
        new QuadraticProgramme(
            identity,
            linear,
            programme.lower(),
            programme.upper(),
            programme.rows(),
            programme.rowLower(),
            programme.rowUpper(),
            programme.anchor(),
            0,
            programme.limit());
    return BlockPivoting.solve(distance, guess, ROUNDS)
        .or(() -> BlockPivoting.solve(distance, ActiveSet.none(distance), ROUNDS))
        .map(KktPoint::point)
        .or(() -> roughly(distance));
  }

  private static Optional<double[]> roughly(QuadraticProgramme distance) {
    PortfolioShape.InteriorAnswer answer = PortfolioShape.solve(distance);
    if (!answer.converged()) {
      return Optional.empty();
    }
    return BlockPivoting.solve(distance, answer.guess(), ROUNDS)
        .map(KktPoint::point)
        .or(() -> Optional.of(Arrays.copyOf(answer.point(), answer.point().length)));
  }
}
