package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.JobSamples.asset;
import static io.arduinotrader.optimization.JobSamples.grouped;
import static io.arduinotrader.optimization.JobSamples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Family;
import io.arduinotrader.protocol.optimization.OptimizationWork.Group;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.support.EntityKit;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs and results travel between nodes without losing anything. */
class OptimizationMessagesTest {

  private final ActorTestKit kit = EntityKit.create();

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void jobsAndResultsArriveAsTheyWereSent() {
    OptimizationWork work =
        new OptimizationWork(
            3,
            grouped(
                job(
                    0.95,
                    asset(MarketSamples.SAP, 300, 0, 1),
                    asset(MarketSamples.TOTAL, 300, 0, 1)),
                new Group(Family.COUNTRY, "Europe", 1, List.of(0, 1))),
            kit.<Result>createTestProbe().ref());

    OptimizationWork arrived = kit.serializationTestKit().verifySerialization(work, false);
    Result result = WeightJob.run(work);

    assertThat(WeightJob.run(arrived)).isEqualTo(result);
    assertThat(kit.serializationTestKit().verifySerialization(result, true)).isEqualTo(result);
  }
}
