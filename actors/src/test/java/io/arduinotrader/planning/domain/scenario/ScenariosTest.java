package io.arduinotrader.planning.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.scenario.Scenarios.Named;
import io.arduinotrader.protocol.planning.PlanFindings.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  @Test
  void allHoldingsMoveAsFarAsTheyAreVolatile() {
    Scenario calm = shocks(Plans.with("0").and(first(0.1).held(100), second(0.3)));
    Scenario wild = shocks(Plans.with("0").and(first(0.1), second(0.3).held(100)));

    assertThat(calm.gain().worst()).isCloseTo(-0.10, within(1e-9));
    assertThat(wild.gain().worst()).isCloseTo(-0.30, within(1e-9));
    assertThat(shocks(Plans.with("1000").and(first(0.1))).gain().worst()).isZero();
  }

  /** Two securities fall less than one, but not as little as if nothing drove both. */
  @Test
  void aCommonFactorMovesAllSecuritiesTogether() {
    double one = paths(Plans.with("0").and(first(0.2).held(100), second(0.2)));
    double two = paths(Plans.with("0").and(first(0.2).held(50), second(0.2).held(50)));

    assertThat(two / one).isBetween(Math.sqrt(0.5) + 0.05, 0.97);
    assertThat(one).isCloseTo(-1.2816 * 0.2 * Math.sqrt(21 / 252.0), within(0.01));
  }

  @Test
  void chanceIsNormalAndRepeatable() {
    Chance chance = new Chance(42);
    Chance same = new Chance(42);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double number = chance.normal();
      assertThat(same.normal()).isEqualTo(number);
      sum += number;
      squares += number * number;
    }
    assertThat(sum / 100_000).isCloseTo(0, within(0.01));
    assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    assertThat(new Chance(1).normal()).isNotEqualTo(new Chance(2).normal());
  }

  private static Stock first(double volatility) {
    return Stock.number(0).outlook(0.5, 0.02, 0.5, 0.5, 0.5, volatility);
  }

  private static Stock second(double volatility) {
    return Stock.number(1).outlook(0.5, 0.02, 0.5, 0.5, 0.5, volatility);
  }

  private static Scenario shocks(Plans plans) {
    return scenarios(plans).getFirst();
  }

  private static double paths(Plans plans) {
    return scenarios(plans.set("monte_carlo_path_count", 1000)).getLast().gain().tenth();
  }

  private static List<Scenario> scenarios(Plans plans) {
    Situation situation = Situation.of(plans.inputs());
    return new Scenarios(situation, Objective.of(situation))
        .of(List.of(new Named("nothing", Ending.of(situation, List.of()))), 7);
  }
}
