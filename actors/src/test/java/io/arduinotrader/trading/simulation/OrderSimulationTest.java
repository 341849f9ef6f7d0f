package io.arduinotrader.trading.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thousands of unlucky days; -Dsimulation.seeds and -Dsimulation.first choose which. */
class OrderSimulationTest {

  @Test
  void nothingIsLostOrDoubledOnAnyUnluckyDay() {
    long first = Long.getLong("simulation.first", 1);
    long seeds = Long.getLong("simulation.seeds", 1000);

    Optional<Scenario> unlucky =
        LongStream.range(first, first + seeds)
            .mapToObj(Scenario::of)
            .filter(scenario -> SimulationRun.of(scenario).broken().isPresent())
            .findFirst();

    assertThat(unlucky.map(OrderSimulationTest::told)).isEmpty();
  }

  @Test
  void theSameSeedIsTheSameDay() {
    assertThat(LongStream.range(1, 20).mapToObj(Scenario::of))
        .allSatisfy(
            scenario ->
                assertThat(SimulationRun.of(scenario)).isEqualTo(SimulationRun.of(scenario)));
  }

  private static String told(Scenario scenario) {
    Scenario smallest = shrunk(scenario);
    SimulationRun.Outcome outcome = SimulationRun.of(smallest);
    return "seed %d: %s%nsmallest: %s%n%s"
        .formatted(
            scenario.seed(),
            outcome.broken().orElse("only now and then"),
            smallest,
            String.join("\n", outcome.story()));
  }

  private static Scenario shrunk(Scenario broken) {
    Optional<Scenario> simpler =
        broken
            .simpler()
            .filter(candidate -> SimulationRun.of(candidate).broken().isPresent())
            .findFirst();
    return simpler.isPresent() ? shrunk(simpler.get()) : broken;
  }
}
