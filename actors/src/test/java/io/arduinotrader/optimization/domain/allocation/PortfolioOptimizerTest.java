package io.arduinotrader.optimization.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.Flexibility;
import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.constraints.Limit;
import io.arduinotrader.optimization.domain.constraints.PositionRule;
import io.arduinotrader.optimization.domain.constraints.Relaxation;
import io.arduinotrader.optimization.domain.constraints.TradingLimits;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.weights.BoundsConflict;
import io.arduinotrader.optimization.domain.weights.Linkage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that are not simply the best weights, and what they say. */
class PortfolioOptimizerTest {

  private static final int ASSETS = 8;
  private static final Estimates MARKET =
      RandomAllocations.market(new SplittableRandom(1), ASSETS, 200);
  private static final WeightConstraints FREE = WeightConstraints.uniform(ASSETS, 0, 1, 1);

  private static Outcome minimumVariance(WeightConstraints constraints) {
    return PortfolioOptimizer.solve(Objective.minimumVariance(), MARKET, constraints);
  }

  private static Outcome.Infeasible infeasible(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Infeasible.class);
    return (Outcome.Infeasible) outcome;
  }

  private static List<Integer> assets(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @Test
  void minimaAboveTheBudgetAreNamed() {
    Outcome.Infeasible answer =
        infeasible(minimumVariance(WeightConstraints.uniform(ASSETS, 0.25, 0.5, 1)));

    assertThat(answer.conflicts())
        .containsExactly(
            new Conflict.Bounds(
                new BoundsConflict.MinimaExceedBudget(assets(0, ASSETS), 0.25 * ASSETS, 1)));
    assertThat(answer.remedies().stream().mapToDouble(Relaxation::amount).sum())
        .isEqualTo(1.0, within(1e-5));
  }

  @Test
  void maximaBelowTheBudgetAreNamed() {
    Outcome.Infeasible answer =
        infeasible(minimumVariance(WeightConstraints.uniform(ASSETS, 0, 0.1, 1)));

    assertThat(answer.conflicts().get(0).describe(i -> "S" + i))
        .contains("maxima of S0, S1")
        .contains("80.00 %");
    assertThat(answer.remedies()).allMatch(each -> each.limit() instanceof Limit.Maximum);
  }

  @Test
  void aGroupWhoseLimitsCrossIsNamed() {
    WeightConstraints crossed =
        FREE.withGroups(List.of(new GroupLimit("Germany", assets(0, 3), 0.6, 0.4)));

    assertThat(infeasible(minimumVariance(crossed)).conflicts())
        .containsExactly(new Conflict.GroupCrossed("Germany", 0.6, 0.4));
  }

  @Test
  void limitsThatOnlyTogetherContradictEachOtherAreNamedWithAWayOut() {
    WeightConstraints together =
        FREE.withGroups(
            List.of(
                new GroupLimit("Germany", assets(0, 4), 0.6, 1),
                new GroupLimit("France", assets(4, 8), 0.55, 1)));

    Outcome.Infeasible answer = infeasible(minimumVariance(together));

    assertThat(answer.conflicts().get(0)).isInstanceOf(Conflict.Together.class);
    assertThat(answer.remedies().stream().mapToDouble(Relaxation::amount).sum())
        .isEqualTo(0.15, within(1e-5));
  }

  @Test
  void whatMayGiveWayDoesSoByAsLittleAsPossible() {
    WeightConstraints together =
        FREE.withGroups(
                List.of(
                    new GroupLimit("Germany", assets(0, 4), 0.6, 1),
                    new GroupLimit("bonds", assets(4, 8), 0, 0.3),
                    new GroupLimit("cheap", assets(0, 4), 0, 0.65)))
            .with(Flexibility.RELAXABLE);

    Outcome.Relaxed answer = (Outcome.Relaxed) minimumVariance(together);

    double germany = sum(answer.solution(), 0, 4);
    double relaxed = answer.relaxations().stream().mapToDouble(Relaxation::amount).sum();
    assertThat(relaxed).isEqualTo(0.05, within(1e-5));
    assertThat(germany).isBetween(0.65 - 1e-9, 0.70 + 1e-6);
    assertThat(sum(answer.solution(), 0, ASSETS)).isEqualTo(1, within(1e-9));
  }

  private static double sum(Solution solution, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += solution.weights().get(i);
    }
    return sum;
  }

  @Test
  void whatMustNotBeSoldStaysAboveItsMaximum() {
    List<AssetLimits> assets = new ArrayList<>(FREE.assets());
    assets.set(2, new AssetLimits(0, 0.2, 0.35, true, false));

    assertThat(infeasible(minimumVariance(FREE.withAssets(assets))).remedies())
        .singleElement()
        .satisfies(
            remedy -> {
              assertThat(remedy.limit()).isEqualTo(new Limit.Maximum(2));
              assertThat(remedy.amount()).isEqualTo(0.15, within(1e-6));
            });
    Outcome relaxed = minimumVariance(FREE.withAssets(assets).with(Flexibility.RELAXABLE));
    assertThat(relaxed.found().orElseThrow().weights().get(2)).isGreaterThanOrEqualTo(0.35);
  }

  @Test
  void locksAgainstTheBudgetHaveNoRemedy() {
    List<AssetLimits> assets = new ArrayList<>(FREE.assets());
    assets.set(0, new AssetLimits(0, 1, 0.7, true, false));
    assets.set(1, new AssetLimits(0, 1, 0.6, true, false));

    Outcome.Infeasible answer = infeasible(minimumVariance(FREE.withAssets(assets)));

    assertThat(answer.conflicts()).isNotEmpty();
    assertThat(answer.remedies()).isEmpty();
  }

  @Test
  void aReturnOutOfReachIsClippedToTheLargest() {
    Outcome.Clipped answer =
        (Outcome.Clipped) PortfolioOptimizer.solve(Objective.targetReturn(0.9), MARKET, FREE);

    double best = MARKET.expectedReturns().stream().mapToDouble(each -> each).max().orElseThrow();
    assertThat(answer.clip().limit()).isEqualTo(new Limit.ExpectedReturn());
    assertThat(answer.clip().asked()).isEqualTo(0.9);
    assertThat(answer.clip().used()).isEqualTo(best, within(1e-7));
  }

  @Test
  void aRiskOutOfReachIsClippedToTheLeast() {
    Outcome.Clipped answer =
        (Outcome.Clipped) PortfolioOptimizer.solve(Objective.targetRisk(0.001), MARKET, FREE);

    Solution least = minimumVariance(FREE).found().orElseThrow();
    assertThat(answer.clip().used())
        .isEqualTo(Math.sqrt(least.certificate().objective()), within(1e-9));
    assertThat(answer.solution().weights()).isEqualTo(least.weights());
  }

  @Test
  void aTargetWithinReachIsMet() {
    double[] weights =
        PortfolioOptimizer.solve(Objective.targetRisk(0.13), MARKET, FREE)
            .found()
            .orElseThrow()
            .weights()
            .toArray();

    assertThat(Math.sqrt(MARKET.covariance().varianceOf(weights))).isEqualTo(0.13, within(1e-9));
  }

  @Test
  void noRatioWithoutReturnsAboveTheRate() {
    Outcome.Infeasible answer =
        infeasible(PortfolioOptimizer.solve(new Objective.MaximumSharpe(0.5, 0), MARKET, FREE));

    assertThat(answer.conflicts().get(0)).isInstanceOf(Conflict.NoExcessReturn.class);
  }

  @Test
  void aPortfolioWithoutValueInvestsNothing() {
    Solution answer =
        minimumVariance(WeightConstraints.uniform(ASSETS, 0, 0.2, 0)).found().orElseThrow();

    assertThat(answer.weights().sum()).isEqualTo(0, within(1e-12));
  }

  @Test
  void fewPositionsOfEnoughSize() {
    WeightConstraints few = FREE.withPositions(new PositionRule(0.1, 4));

    Outcome outcome = minimumVariance(few);

    double[] weights = outcome.found().orElseThrow().weights().toArray();
    assertThat(few.violation(weights)).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void fewerPositionsThanTheCapsAllowAreNamed() {
    WeightConstraints few =
        WeightConstraints.uniform(ASSETS, 0, 0.2, 1).withPositions(new PositionRule(0, 4));

    assertThat(infeasible(minimumVariance(few)).conflicts().get(0).describe(i -> "S" + i))
        .startsWith("at most 4 positions");
  }

  @Test
  void costsKeepWhatIsHeldAndLimitsBoundTheTrades() {
    List<AssetLimits> held =
        IntStream.range(0, ASSETS)
            .mapToObj(i -> AssetLimits.between(0, 1).holding(1.0 / ASSETS))
            .toList();
    WeightConstraints holding = FREE.withAssets(held);

    Solution dear =
        minimumVariance(holding.withTrading(new TradingLimits(1, Double.POSITIVE_INFINITY)))
            .found()
            .orElseThrow();
    Solution limited =
        minimumVariance(holding.withTrading(TradingLimits.atMost(0.2))).found().orElseThrow();

    double traded = 0;
    for (int i = 0; i < ASSETS; i++) {
      assertThat(dear.weights().get(i)).isEqualTo(1.0 / ASSETS, within(1e-12));
      traded += Math.abs(limited.weights().get(i) - 1.0 / ASSETS);
    }
    assertThat(traded).isEqualTo(0.2, within(1e-9));
    assertThat(limited.certificate().active())
        .anyMatch(active -> active.limit().equals(new Limit.Turnover()));
  }

  @Test
  void theHierarchyKeepsGroupsByMovingToTheNearest() {
    WeightConstraints grouped =
        FREE.withGroups(List.of(new GroupLimit("first", assets(0, 2), 0.5, 0.6)));

    Outcome outcome =
        PortfolioOptimizer.solve(new Objective.HierarchicalParity(Linkage.SINGLE), MARKET, grouped);

    Solution solution = outcome.found().orElseThrow();
    assertThat(sum(solution, 0, 2)).isEqualTo(0.5, within(1e-9));
    assertThat(solution.method()).contains("nearest");
    assertThat(solution.certificate().stationarity()).isLessThan(1e-8);
  }
}
