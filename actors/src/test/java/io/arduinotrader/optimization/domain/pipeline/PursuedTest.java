package io.arduinotrader.optimization.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.constraints.Conflict;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import io.arduinotrader.optimization.domain.returns.RiskEstimate;
import io.arduinotrader.optimization.domain.risk.PastRisk;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import io.arduinotrader.protocol.optimization.OptimizationWork.RiskModel;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever pursues a measure gets weights that nobody beats in it. */
class PursuedTest {

  private static final int ASSETS = 9;
  private static final ReturnsMatrix RETURNS = RandomMarkets.returns(21, ASSETS, 250);
  private static final Covariance COVARIANCE =
      RiskEstimate.of(RETURNS, RiskModel.EQUAL_VARIANCES)
          .covariance()
          .times(ReturnsMatrix.DAYS_PER_YEAR);
  private static final WeightConstraints LIMITS = WeightConstraints.uniform(ASSETS, 0, 0.4, 1);

  @ParameterizedTest
  @EnumSource(Pursuit.class)
  void noOtherPursuitIsBetterAtIt(Pursuit pursuit) {
    Weights own = weights(pursuit);

    assertThat(LIMITS.violation(own.toArray())).isLessThanOrEqualTo(1e-9);
    for (Pursuit other : Pursuit.values()) {
      assertThat(badness(pursuit).applyAsDouble(own))
          .as("%s against %s", pursuit, other)
          .isLessThanOrEqualTo(badness(pursuit).applyAsDouble(weights(other)) + 1e-7);
    }
  }

  @Test
  void withoutExpectedReturnsTheBestRatioGivesWayToTheLeastVariance() {
    Beliefs blind =
        new Beliefs(
            IntStream.range(0, ASSETS).mapToObj(i -> OptionalDouble.empty()).toList(),
            COVARIANCE,
            RETURNS);

    TargetAnswer.Found answer = found(blind, Pursuit.SHARPE_RATIO);

    assertThat(answer.method()).isEqualTo("minimum variance");
    assertThat(answer.substitutions())
        .containsExactly(
            new Substitution(
                Strategy.MAXIMUM_SHARPE,
                List.of(new Conflict.Unknown("expected returns")),
                Strategy.MINIMUM_VARIANCE));
    assertThat(answer.weights().get(0))
        .isEqualTo(weights(Pursuit.LEAST_VARIANCE).get(0), within(1e-8));
  }

  @Test
  void whatCannotBeHadNamesTheConflict() {
    List<OptionalDouble> poor =
        IntStream.range(0, ASSETS).mapToObj(i -> OptionalDouble.of(-0.02)).toList();

    TargetAnswer.Found answer = found(new Beliefs(poor, COVARIANCE, RETURNS), Pursuit.SHARPE_RATIO);

    assertThat(answer.substitutions().getFirst().describe(i -> "asset " + i))
        .isEqualTo(
            "maximum Sharpe ratio asked, minimum variance possible: no weights earn more than the"
                + " risk-free rate: -2.00 % against 0.00 %");
  }

  private static ToDoubleFunction<Weights> badness(Pursuit pursuit) {
    return switch (pursuit) {
      // the return aimed at is only a floor; nothing is largest or least
      case RETURN -> weights -> Math.max(0, 0.08 - expected(weights));
      case LEAST_VARIANCE -> PursuedTest::variance;
      case SHARPE_RATIO -> weights -> -expected(weights) / Math.sqrt(variance(weights));
      case UTILITY -> weights -> 2.5 / 2 * variance(weights) - expected(weights);
      case DIVERSIFICATION ->
          weights -> {
            double mean = 0;
            for (int i = 0; i < ASSETS; i++) {
              mean += weights.get(i) * Math.sqrt(COVARIANCE.variance(i));
            }
            return -mean / Math.sqrt(variance(weights));
          };
      case EQUAL_RISK -> PursuedTest::spread;
      case INVERSE_VOLATILITY ->
          weights -> {
            double whole = 0;
            for (int i = 0; i < ASSETS; i++) {
              whole += 1 / Math.sqrt(COVARIANCE.variance(i));
            }
            double distance = 0;
            for (int i = 0; i < ASSETS; i++) {
              distance += Math.abs(weights.get(i) - 1 / Math.sqrt(COVARIANCE.variance(i)) / whole);
            }
            return distance;
          };
      case TAIL_LOSS -> weights -> PastRisk.lossTail(past(weights), 0.95);
      case DRAWDOWN -> weights -> PastRisk.drawdownTail(past(weights), 0.95);
      case SEMIVARIANCE -> weights -> PastRisk.semivariance(past(weights), 0);
    };
  }

  /** The largest contribution to the variance less the least one, as shares of it. */
  private static double spread(Weights weights) {
    double least = 1;
    double largest = 0;
    for (int i = 0; i < ASSETS; i++) {
      double marginal = 0;
      for (int j = 0; j < ASSETS; j++) {
        marginal += COVARIANCE.get(i, j) * weights.get(j);
      }
      double share = weights.get(i) * marginal / variance(weights);
      least = Math.min(least, share);
      largest = Math.max(largest, share);
    }
    return largest - least;
  }

  private static double variance(Weights weights) {
    return COVARIANCE.varianceOf(weights.toArray());
  }

  private static double expected(Weights weights) {
    double sum = 0;
    for (int i = 0; i < ASSETS; i++) {
      sum += weights.get(i) * mean(i);
    }
    return sum;
  }

  private static double mean(int asset) {
    return 0.02 + 0.015 * asset;
  }

  private static double[] past(Weights weights) {
    double[] past = new double[RETURNS.days()];
    for (int day = 0; day < past.length; day++) {
      for (int i = 0; i < ASSETS; i++) {
        past[day] += weights.get(i) * RETURNS.get(i, day);
      }
    }
    return past;
  }

  private static Weights weights(Pursuit pursuit) {
    List<OptionalDouble> expected =
        IntStream.range(0, ASSETS).mapToObj(i -> OptionalDouble.of(mean(i))).toList();
    return found(new Beliefs(expected, COVARIANCE, RETURNS), pursuit).weights();
  }

  private static TargetAnswer.Found found(Beliefs beliefs, Pursuit pursuit) {
    return (TargetAnswer.Found)
        AllocationPipeline.derived(
            beliefs,
            LIMITS,
            new PipelineRules(
                0.08,
                0.5,
                0,
                0,
                0,
                2.5,
                0,
                Linkage.SINGLE,
                pursuit,
                List.of(),
                new TailAim(0.95, new Aim.LeastRisk())),
            PortfolioOptimizer::solve);
  }
}
