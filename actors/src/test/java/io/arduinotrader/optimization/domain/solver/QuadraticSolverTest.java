package io.arduinotrader.optimization.domain.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

class QuadraticSolverTest {

  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** A covariance of three factors and own noise, times two. */
  static double[] hessian(SplittableRandom random, int size) {
    double[] hessian = new double[size * size];
    for (int factor = 0; factor < 3; factor++) {
      double[] loadings = new double[size];
      for (int i = 0; i < size; i++) {
        loadings[i] =
            factor == 0 ? 0.15 + 0.05 * random.nextGaussian() : 0.08 * random.nextGaussian();
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          hessian[i * size + j] += 2 * loadings[i] * loadings[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      double noise = 0.1 + 0.2 * random.nextDouble();
      hessian[i * size + i] += 2 * noise * noise;
    }
    return hessian;
  }

  static QuadraticProgramme programme(
      SplittableRandom random, int size, double cost, double limit) {
    double[] linear = new double[size];
    double[] upper = new double[size];
    double[] anchor = new double[size];
    double[] rows = new double[4 * size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      linear[i] = 0.02 * random.nextGaussian();
      upper[i] = 0.1 + 0.2 * random.nextDouble();
      anchor[i] = random.nextInt(2) * random.nextDouble();
      sum += anchor[i];
      rows[i] = 1;
      rows[(1 + i % 3) * size + i] = 1;
    }
    for (int i = 0; i < size; i++) {
      anchor[i] *= sum > 0 ? 1 / sum : 0;
    }
    return new QuadraticProgramme(
        hessian(random, size),
        linear,
        new double[size],
        upper,
        rows,
        new double[] {1, 0.1, 0.2, Double.NEGATIVE_INFINITY},
        new double[] {1, 0.35, 0.5, 0.5},
        anchor,
        cost,
        limit);
  }

  @Test
  void everyAnswerIsCertified() {
    int found = 0;
    for (int seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = 12 + random.nextInt(30);
      double cost = seed % 3 == 0 ? 0.01 * random.nextDouble() : 0;
      double limit = seed % 4 == 0 ? 0.8 + random.nextDouble() : NO_LIMIT;
      QuadraticProgramme programme = programme(random, size, cost, limit);
      Optional<KktPoint> answer = QuadraticSolver.solve(programme);
      if (answer.isPresent()) {
        found++;
        assertThat(answer.get().isCertified()).as("seed %d: %s", seed, answer.get()).isTrue();
      } else {
        assertThat(limit).as("seed %d", seed).isLessThan(NO_LIMIT);
      }
    }
    assertThat(found).isGreaterThan(370);
  }

  @Test
  void pivotingAndInteriorPointsMeet() {
    int compared = 0;
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double limit = seed % 2 == 0 ? 1.2 : NO_LIMIT;
      QuadraticProgramme programme = programme(random, 25, seed % 3 == 0 ? 0.004 : 0, limit);
      PortfolioShape.InteriorAnswer interior = PortfolioShape.solve(programme);
      Optional<KktPoint> pivoting = BlockPivoting.solve(programme, ActiveSet.none(programme), 60);
      if (pivoting.isPresent() && interior.converged()) {
        compared++;
        assertThat(programme.objective(interior.point()))
            .isEqualTo(pivoting.get().objective(), within(1e-8));
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void theSameAnswerAsTheActiveSetOfALibrary() {
    for (int seed = 0; seed < 8; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      QuadraticProgramme programme = programme(random, 15, 0, NO_LIMIT);

      KktPoint ours = QuadraticSolver.solve(programme).orElseThrow();
      double[] theirs = byLibrary(programme);

      assertThat(ours.objective())
          .as("seed %d", seed)
          .isEqualTo(programme.objective(theirs), within(1e-9));
      for (int i = 0; i < theirs.length; i++) {
        assertThat(ours.point()[i]).isEqualTo(theirs[i], within(1e-5));
      }
    }
  }

  private static double[] byLibrary(QuadraticProgramme programme) {
    int size = programme.size();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[size];
    Expression quadratic = model.newExpression("quadratic").weight(1);
    for (int i = 0; i < size; i++) {
      variables[i] =
          model
              .newVariable("x" + i)
              .lower(programme.lower()[i])
              .upper(programme.upper()[i])
              .weight(programme.linear()[i]);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        quadratic.set(variables[i], variables[j], programme.hessian()[i * size + j] / 2);
      }
    }
    for (int row = 0; row < programme.rowCount(); row++) {
      Expression expression = model.newExpression("row" + row).upper(programme.rowUpper()[row]);
      if (programme.rowLower()[row] > Double.NEGATIVE_INFINITY) {
        expression.lower(programme.rowLower()[row]);
      }
      for (int i = 0; i < size; i++) {
        expression.set(variables[i], programme.rows()[row * size + i]);
      }
    }
    Optimisation.Result result = model.minimise();
    assertThat(result.getState().isOptimal()).isTrue();
    double[] point = new double[size];
    Arrays.setAll(point, i -> variables[i].getValue().doubleValue());
    return point;
  }

  @Test
  void aGuessFromASimilarProgrammeSavesRounds() {
    SplittableRandom random = new SplittableRandom(3);
    QuadraticProgramme programme = programme(random, 60, 0, NO_LIMIT);
    KktPoint before = QuadraticSolver.solve(programme).orElseThrow();
    double[] changed = programme.hessian().clone();
    changed[0] *= 1.02;

    KktPoint cold = QuadraticSolver.solve(programme.withHessian(changed)).orElseThrow();
    KktPoint warm =
        QuadraticSolver.solve(programme.withHessian(changed), before.active()).orElseThrow();

    assertThat(warm.iterations()).isLessThan(cold.iterations());
    assertThat(warm.objective()).isEqualTo(cold.objective(), within(1e-14));
  }

  @Test
  void aSingularMatrixHasASolution() {
    int size = 30;
    double[] direction = new double[size];
    Arrays.setAll(direction, i -> 0.1 + 0.01 * i);
    double[] hessian = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        hessian[i * size + j] = direction[i] * direction[j];
      }
    }
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    QuadraticProgramme programme =
        new QuadraticProgramme(
            hessian,
            new double[size],
            new double[size],
            ones,
            ones,
            new double[] {1},
            new double[] {1},
            new double[0],
            0,
            NO_LIMIT);

    KktPoint answer = QuadraticSolver.solve(programme).orElseThrow();

    assertThat(answer.objective()).isEqualTo(0.1 * 0.1 / 2, within(1e-9));
    assertThat(answer.violation()).isLessThan(1e-9);
  }

  @Test
  void theFactorOfAMatrixMultipliesBack() {
    for (int size : new int[] {1, 3, 31, 32, 33, 70, 100}) {
      double[] matrix = hessian(new SplittableRandom(size), size);
      double[] factor = matrix.clone();

      assertThat(Cholesky.factor(factor, size, 0)).isTrue();

      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          double sum = 0;
          for (int k = 0; k <= i; k++) {
            sum += factor[k * size + i] * factor[k * size + j];
          }
          assertThat(sum).isEqualTo(matrix[i * size + j], within(1e-13));
        }
      }
    }
  }

  @Test
  void aMatrixWithANegativeDirectionHasNoFactor() {
    assertThat(Cholesky.factor(new double[] {1, 2, 2, 1}, 2, 0)).isFalse();
  }
}
