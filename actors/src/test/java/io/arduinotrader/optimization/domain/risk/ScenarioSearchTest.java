package io.arduinotrader.optimization.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

class ScenarioSearchTest {

  private static final int ASSETS = 8;
  private static final int DAYS = 120;
  private static final double CONFIDENCE = 0.9;

  private static final ReturnsMatrix RETURNS = RandomMarkets.returns(5, ASSETS, DAYS);
  private static final Polytope WEIGHTS = Polytope.of(WeightConstraints.uniform(ASSETS, 0, 0.4, 1));

  private static ScenarioSearch.Found least(boolean drawdowns) {
    return new ScenarioSearch(
            WEIGHTS,
            RETURNS,
            new double[ASSETS],
            new ScenarioSearch.Measure.Tail(drawdowns, CONFIDENCE),
            0)
        .leastRisk()
        .orElseThrow();
  }

  @Test
  void theTailOfLossesIsThatOfALinearProgrammeOfALibrary() {
    assertThat(least(false).risk()).isEqualTo(byLibrary(false), within(1e-8));
  }

  @Test
  void theTailOfDrawdownsIsThatOfALinearProgrammeOfALibrary() {
    assertThat(least(true).risk()).isEqualTo(byLibrary(true), within(1e-7));
  }

  private static double byLibrary(boolean drawdowns) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable threshold = model.newVariable("threshold").weight(1);
    Variable[] weights = new Variable[ASSETS];
    Expression budget = model.newExpression("budget").level(1);
    for (int i = 0; i < ASSETS; i++) {
      weights[i] = model.newVariable("weight" + i).lower(0).upper(0.4);
      budget.set(weights[i], 1);
    }
    Variable before = null;
    for (int day = 0; day < DAYS; day++) {
      Variable excess =
          model.newVariable("excess" + day).lower(0).weight(1 / (DAYS * (1 - CONFIDENCE)));
      Expression loss = model.newExpression("loss" + day).lower(0);
      for (int i = 0; i < ASSETS; i++) {
        loss.set(weights[i], RETURNS.get(i, day));
      }
      if (drawdowns) {
        Variable drawdown = model.newVariable("drawdown" + day).lower(0);
        loss.set(drawdown, 1);
        if (before != null) {
          loss.set(before, -1);
        }
        model
            .newExpression("excess of " + day)
            .lower(0)
            .set(excess, 1)
            .set(drawdown, -1)
            .set(threshold, 1);
        before = drawdown;
      } else {
        loss.set(threshold, 1);
        loss.set(excess, 1);
      }
    }
    Optimisation.Result result = model.minimise();
    assertThat(result.getState().isOptimal()).isTrue();
    return result.getValue();
  }

  @Test
  void tailsCountFractionsOfADay() {
    double[] returns = {-0.04, 0.01, -0.02, 0.03, -0.01};

    assertThat(PastRisk.lossTail(returns, 0.7)).isEqualTo((0.04 + 0.5 * 0.02) / 1.5, within(1e-15));
    assertThat(PastRisk.drawdownTail(returns, 0.8)).isEqualTo(0.05, within(1e-15));
    assertThat(PastRisk.semivariance(returns, 0)).isEqualTo(0.0021 / 5, within(1e-15));
  }
}
