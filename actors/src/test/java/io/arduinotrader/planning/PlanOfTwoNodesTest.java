package io.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.NodePair;
import io.arduinotrader.support.WorkPool;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PlanOfTwoNodesTest {

  private static final PlanId ID = new PlanId(new PortfolioHash("3fa2b1c0"), 4);
  private static final Duration AMPLE = Duration.ofMinutes(2);
  private static final Executor THREADS = ForkJoinPool.commonPool();

  private final NodePair pair = NodePair.formed();
  private final TestProbe<PlanProgress> caller = pair.first().createTestProbe();
  private final CountDownLatch begunBySecond = new CountDownLatch(1);

  @AfterEach
  void end() {
    pair.close();
  }

  /** Neither node begins before the other one has, so that each searches a part. */
  @Test
  void isThePlanOfOne() throws Exception {
    CountDownLatch begunByFirst = new CountDownLatch(1);
    workers(after(begunByFirst, begunBySecond), after(begunBySecond, begunByFirst));
    PlanInputs inputs = PlanMakingTest.wishes(10, 4).inputs();
    assertThat(start(inputs).get(1, TimeUnit.MINUTES)).isEqualTo(PlanMakingTest.alone(inputs));
  }

  @Test
  void isTheSameWhenOneOfThemIsLost() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    workers(THREADS, after(begunBySecond, never));
    PlanInputs inputs = PlanMakingTest.wishes(10, 4).inputs();
    CompletableFuture<Plan> plan = start(inputs);
    assertThat(begunBySecond.await(1, TimeUnit.MINUTES)).isTrue();
    pair.loseSecond();
    assertThat(plan.get(1, TimeUnit.MINUTES)).isEqualTo(PlanMakingTest.alone(inputs));
    never.countDown();
  }

  /** One worker on each node, known to the first. */
  private void workers(Executor first, Executor second) {
    pair.first().spawn(PlanningWorker.create(first));
    pair.second().spawn(PlanningWorker.create(second));
    TestProbe<Receptionist.Listing> listings = pair.first().createTestProbe();
    Awaitility.await("each node knows both workers")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              pair.first()
                  .system()
                  .receptionist()
                  .tell(Receptionist.find(PlanningWork.WORKERS, listings.getRef()));
              return listings
                      .receiveMessage(Duration.ofSeconds(30))
                      .getServiceInstances(PlanningWork.WORKERS)
                      .size()
                  == 2;
            });
  }

  /** Runs jobs when another latch has been opened; opens its own when it is given the first. */
  private static Executor after(CountDownLatch own, CountDownLatch other) {
    return job -> {
      own.countDown();
      new Thread(
              () -> {
                try {
                  other.await();
                  job.run();
                } catch (InterruptedException interrupted) {
                  Thread.currentThread().interrupt();
                }
              },
              "searching")
          .start();
    };
  }

  private CompletableFuture<Plan> start(PlanInputs inputs) {
    ActorRef<WorkPool.Command<PlanningWork.Job, PlanningWork, PlanningWork.Result>> pool =
        pair.first()
            .spawn(
                WorkPool.create(
                    new WorkPool.Form<>(
                        PlanningWork.WORKERS,
                        PlanningWork.Search::new,
                        PlanningWork.Result::number,
                        Optional.of(PlanningWork.Stop::new)),
                    100,
                    AMPLE,
                    PlanningWork.Result.class));
    CompletableFuture<Plan> made = new CompletableFuture<>();
    pair.first()
        .spawn(
            PlanMaking.create(
                new PlanMaking.Order(
                    ID, inputs, Stock.NOW, AMPLE, caller.getRef(), soFar -> {}, made),
                pool,
                THREADS));
    return made;
  }
}
