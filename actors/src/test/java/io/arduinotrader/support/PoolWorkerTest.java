package io.arduinotrader.support;

import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PoolWorkerTest {

  private record Work(int divisor, ActorRef<String> replyTo) {}

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final ServiceKey<Work> WORKERS = ServiceKey.create(Work.class, "dividers");

  private final ActorRef<Work> worker =
      KIT.spawn(
          PoolWorker.create(
              new PoolWorker.Form<>(
                  WORKERS,
                  work -> "the result is " + 12 / work.divisor(),
                  (work, reason) -> reason,
                  Work::replyTo)));
  private final TestProbe<String> caller = KIT.createTestProbe();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void poolsFindIt() {
    TestProbe<Receptionist.Listing> listings = KIT.createTestProbe();
    KIT.system().receptionist().tell(Receptionist.subscribe(WORKERS, listings.getRef()));

    listings.fishForMessage(
        Duration.ofSeconds(3),
        listing ->
            listing.getServiceInstances(WORKERS).contains(worker)
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
  }

  @Test
  void aJobThatFailsIsAnsweredAndTheNextOneIsDone() {
    worker.tell(new Work(0, caller.getRef()));
    worker.tell(new Work(4, caller.getRef()));

    caller.expectMessage("the job failed: / by zero");
    caller.expectMessage("the result is 3");
  }
}
