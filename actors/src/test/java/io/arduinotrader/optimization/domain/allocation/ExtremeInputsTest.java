package io.arduinotrader.optimization.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.Definiteness;
import io.arduinotrader.optimization.domain.weights.BoundsConflict;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs at which mathematics likes to fail. */
class ExtremeInputsTest {

  private static final int ASSETS = 8;
  private static final Estimates MARKET =
      RandomAllocations.market(new SplittableRandom(1), ASSETS, 200);
  private static final WeightConstraints FREE = WeightConstraints.uniform(ASSETS, 0, 1, 1);

  private static Outcome.Infeasible infeasible(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Infeasible.class);
    return (Outcome.Infeasible) outcome;
  }

  private static List<Integer> assets(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @Test
  void unknownReturnsAreNoZeros() {
    double[] means = new double[ASSETS];
    means[3] = Double.NaN;
    Estimates unknown = Estimates.of(means, MARKET.covariance());

    assertThat(
            infeasible(PortfolioOptimizer.solve(Objective.targetReturn(0.05), unknown, FREE))
                .conflicts())
        .containsExactly(new Conflict.Unknown("expected returns"));
    assertThat(PortfolioOptimizer.solve(Objective.minimumVariance(), unknown, FREE))
        .isInstanceOf(Outcome.Optimal.class);
  }

  @Test
  void withoutPastReturnsThereIsNoTail() {
    Objective tail =
        new Objective.ScenarioRisk(
            new ScenarioMeasure.ValueAtRiskTail(0.95), new Aim.LeastRisk(), 0);

    assertThat(
            infeasible(PortfolioOptimizer.solve(tail, Estimates.of(MARKET.covariance()), FREE))
                .conflicts())
        .containsExactly(new Conflict.Unknown("past returns"));
  }

  static List<Objective> everyObjective() {
    return RandomAllocations.objectives()
        .filter(each -> !(each instanceof Objective.Nearest))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyObjective")
  void noAssetsIsAnAnswer(Objective objective) {
    Outcome outcome =
        PortfolioOptimizer.solve(
            objective,
            Estimates.of(Covariance.of(new double[0][0])),
            WeightConstraints.of(1, List.of()));

    assertThat(infeasible(outcome).conflicts()).containsExactly(new Conflict.NoAssets());
  }

  @ParameterizedTest
  @MethodSource("everyObjective")
  void whereThereIsNothingToInvestNothingIs(Objective objective) {
    Outcome outcome =
        PortfolioOptimizer.solve(objective, MARKET, WeightConstraints.uniform(ASSETS, 0, 0.2, 0));

    assertThat(outcome.found().orElseThrow().weights().toArray()).containsOnly(0);
  }

  @ParameterizedTest
  @MethodSource("everyObjective")
  void oneAssetTakesAll(Objective objective) {
    Estimates one = RandomAllocations.market(new SplittableRandom(2), 1, 100);

    Outcome outcome =
        PortfolioOptimizer.solve(objective, one, WeightConstraints.uniform(1, 0, 1, 0.8));

    assertThat(outcome.found().orElseThrow().weights().get(0)).isEqualTo(0.8, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("everyObjective")
  void moreAssetsThanDaysAreNoProblem(Objective objective) {
    Estimates few = RandomAllocations.market(new SplittableRandom(3), 40, 15);
    Estimates singular =
        new Estimates(
            few.expectedReturns(),
            CovarianceEstimates.sample(few.scenarios().orElseThrow()).times(252),
            few.scenarios());
    WeightConstraints constraints = WeightConstraints.uniform(40, 0, 0.1, 1);

    Outcome outcome = PortfolioOptimizer.solve(objective, singular, constraints);

    assertThat(constraints.violation(outcome.found().orElseThrow().weights().toArray()))
        .isLessThanOrEqualTo(1e-9);
  }

  @ParameterizedTest
  @MethodSource("everyObjective")
  void aConstantPriceIsNoReasonToFail(Objective objective) {
    double[][] values = new double[ASSETS][ASSETS];
    for (int i = 1; i < ASSETS; i++) {
      for (int j = 1; j < ASSETS; j++) {
        values[i][j] = MARKET.covariance().get(i, j);
      }
    }
    Estimates constant =
        new Estimates(MARKET.expectedReturns(), Covariance.of(values), MARKET.scenarios());

    Outcome outcome =
        PortfolioOptimizer.solve(objective, constant, WeightConstraints.uniform(ASSETS, 0, 0.3, 1));

    boolean byVolatility =
        objective instanceof Objective.RiskBudgets
            || objective instanceof Objective.InverseVolatility
            || objective instanceof Objective.HierarchicalParity;
    if (byVolatility) {
      assertThat(infeasible(outcome).conflicts())
          .containsExactly(new Conflict.Bounds(new BoundsConflict.NoVariance(List.of(0))));
    } else {
      assertThat(outcome.found()).isPresent();
    }
  }

  /** Below its best weights there are always better ones; repaired, it has some. */
  @Test
  void aMatrixThatIsNoCovarianceHasNoBestWeightsUntilItIsRepaired() {
    Covariance impossible =
        Covariance.of(new double[][] {{0.04, 0.05, 0.0}, {0.05, 0.04, 0.0}, {0.0, 0.0, 0.09}});
    WeightConstraints constraints = WeightConstraints.uniform(3, 0, 1, 1);

    Outcome unsettled =
        PortfolioOptimizer.solve(
            Objective.minimumVariance(), Estimates.of(impossible), constraints);
    Outcome repaired =
        PortfolioOptimizer.solve(
            Objective.minimumVariance(),
            Estimates.of(Definiteness.repaired(impossible)),
            constraints);

    assertThat(infeasible(unsettled).conflicts())
        .containsExactly(new Conflict.Unsettled("the best weights"));
    assertThat(repaired).isInstanceOf(Outcome.Optimal.class);
    assertThat(constraints.violation(repaired.found().orElseThrow().weights().toArray()))
        .isLessThanOrEqualTo(1e-9);
  }

  @Test
  void everyRefusalIsQuick() {
    WeightConstraints large = WeightConstraints.uniform(100, 0, 0.1, 1);
    List<GroupLimit> groups =
        List.of(
            new GroupLimit("first", assets(0, 60), 0.7, 1),
            new GroupLimit("last", assets(40, 100), 0.8, 1),
            new GroupLimit("both", assets(40, 60), 0, 0.1));
    Estimates market = RandomAllocations.market(new SplittableRandom(5), 100, 150);
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long before = System.nanoTime();
      Outcome outcome =
          PortfolioOptimizer.solve(Objective.targetReturn(0.1), market, large.withGroups(groups));
      fastest = Math.min(fastest, System.nanoTime() - before);
      assertThat(outcome).isInstanceOf(Outcome.Infeasible.class);
    }
    assertThat(fastest).isLessThan(100_000_000L);
  }
}
