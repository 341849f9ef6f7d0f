package io.arduinotrader.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.ClusterMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool that spreads over two nodes, of which one stops in the middle of its jobs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LostWorkersTest {

  /** A job: a number to be squared. */
  record Assigned(long number, long job, ActorRef<Squared> replyTo) implements ClusterMessage {}

  /** Its result. */
  record Squared(long number, long square) implements ClusterMessage {}

  private static final ServiceKey<Assigned> WORKERS =
      ServiceKey.create(Assigned.class, "squaring-workers");

  private final NodePair pair = NodePair.formed();
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final Set<Long> begunByHelper = ConcurrentHashMap.newKeySet();

  @AfterEach
  void end() {
    stuck.countDown();
    pair.close();
  }

  @Test
  void theJobsOfALostNodeAreDoneByTheOthers() {
    pair.first().spawn(worker(job -> job * job), "own-worker");
    pair.second().spawn(worker(this::never), "helping-worker");
    TestProbe<WorkPool.Outcome<Squared>> outcomes = pair.first().createTestProbe();
    ActorRef<WorkPool.Command<Long, Assigned, Squared>> pool =
        pair.first()
            .spawn(
                WorkPool.create(
                    new WorkPool.Form<>(WORKERS, Assigned::new, Squared::number),
                    10_000,
                    Duration.ofMinutes(2),
                    Squared.class));
    List<Long> jobs = new ArrayList<>();
    Awaitility.await("the other node has taken a job")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              long job = jobs.size() + 2L;
              jobs.add(job);
              pool.tell(new WorkPool.Submit<>(job, outcomes.getRef()));
              return !begunByHelper.isEmpty();
            });
    pair.loseSecond();
    stuck.countDown();
    List<Long> squares = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      WorkPool.Outcome<Squared> outcome = outcomes.receiveMessage(Duration.ofMinutes(1));
      assertThat(outcome).isInstanceOf(WorkPool.Finished.class);
      squares.add(((WorkPool.Finished<Squared>) outcome).result().square());
    }
    assertThat(squares)
        .containsExactlyInAnyOrderElementsOf(jobs.stream().map(job -> job * job).toList());
  }

  private long never(long job) {
    begunByHelper.add(job);
    try {
      stuck.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    // an answer to every job is the worker's own promise, which an end of the world breaks
    throw new AssertionError("the node has ended");
  }

  private static Behavior<Assigned> worker(LongUnaryOperator square) {
    return PoolWorker.create(
        new PoolWorker.Form<>(
            WORKERS,
            assigned -> new Squared(assigned.number(), square.applyAsLong(assigned.job())),
            (assigned, reason) -> new Squared(assigned.number(), -1),
            Assigned::replyTo));
  }
}
