package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.JobSamples.asset;
import static io.arduinotrader.optimization.JobSamples.expecting;
import static io.arduinotrader.optimization.JobSamples.job;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.optimization.OptimizationWork.Status;
import java.time.Duration;
import java.util.OptionalDouble;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OptimizationWorkerTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Duration GENEROUS = Duration.ofSeconds(30);

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  /** Limits that contradict each other are an answer; a defect is none. */
  @Test
  void workThatBreaksDownIsNoContradictionOfLimits() {
    ReturnFigures impossible =
        new ReturnFigures(OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.of(7), 1);
    Job broken = job(0.97, expecting(asset(SAP, 300, 0, 1), impossible));
    TestProbe<Result> caller = KIT.createTestProbe();

    KIT.spawn(OptimizationWorker.create()).tell(new OptimizationWork(7, broken, caller.getRef()));
    Result result = caller.receiveMessage(GENEROUS);

    assertThat(result.number()).isEqualTo(7);
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.weights()).isEmpty();
    assertThat(result.terms()).singleElement().asString().startsWith("the job failed: ");
  }
}
