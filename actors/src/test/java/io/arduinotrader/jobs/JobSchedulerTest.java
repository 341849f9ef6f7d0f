package io.arduinotrader.jobs;

import static io.arduinotrader.jobs.JobHouse.NOON;
import static io.arduinotrader.jobs.JobHouse.PRICES;
import static io.arduinotrader.jobs.JobHouse.SCORES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.NotStarted;
import io.arduinotrader.protocol.jobs.JobCommand.Started;
import io.arduinotrader.protocol.jobs.JobCommand.Status;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.vocab.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {

  private static final Instant FIRST_DUE = NOON.plusSeconds(300);
  private static final Instant SECOND_DUE = NOON.plusSeconds(600);

  private final JobHouse house = new JobHouse();

  @AfterEach
  void end() {
    house.kit.shutdownTestKit();
  }

  @Test
  void aDueTimeHasOneRun() {
    house.settle();
    house.feed().expectNoMessage();

    house.passTo(FIRST_DUE);
    house.succeed(house.begun());
    house.passTo(FIRST_DUE.plusSeconds(120));
    house.feed().expectNoMessage();

    house.passTo(SECOND_DUE);
    house.succeed(house.begun());
    assertThat(house.job(PRICES))
        .isEqualTo(
            new JobView(
                PRICES,
                true,
                Status.COMPLETED,
                Optional.of(SECOND_DUE),
                Optional.of(SECOND_DUE.plusSeconds(300)),
                2,
                2,
                0,
                0,
                ""));
  }

  @Test
  void aDueTimeHasOneRunAlsoAfterARestart() {
    house.passTo(FIRST_DUE);
    house.succeed(house.begun());

    house.stop();
    house.skipTo(FIRST_DUE.plusSeconds(30));
    house.start();

    assertThat(house.job(PRICES).runs()).isEqualTo(1);
    house.feed().expectNoMessage();
  }

  @Test
  void missedDueTimesAreMadeUpForByOneRun() {
    house.passTo(FIRST_DUE);
    house.succeed(house.begun());

    house.stop();
    house.skipTo(NOON.plusSeconds(3723));
    house.start();

    house.succeed(house.begun());
    house.feed().expectNoMessage();
    assertThat(house.job(PRICES).runs()).isEqualTo(2);
    assertThat(house.job(PRICES).nextRun()).contains(NOON.plusSeconds(3900));
  }

  @Test
  void aRunThatAStopInterruptedHasFailedAndIsNotRepeated() {
    house.passTo(FIRST_DUE);
    house.begun();
    house.settle();

    house.stop();
    house.start();

    JobView job = house.job(PRICES);
    assertThat(job.status()).isEqualTo(Status.FAILED);
    assertThat(job.lastError()).isEqualTo("the node stopped while it ran");
    assertThat(job.recentFailures()).isEqualTo(1);
    house.feed().expectNoMessage();

    house.passTo(SECOND_DUE);
    house.succeed(house.begun());
    assertThat(house.job(PRICES).recentFailures()).isZero();
  }

  @Test
  void aJobNeverRunsTwiceAtOnceAndMakesUpForTheTimeItMissed() {
    house.passTo(FIRST_DUE);
    FeedCommand.SyncPrices first = house.begun();
    house.passTo(SECOND_DUE.plusSeconds(1));
    house.feed().expectNoMessage();

    NotStarted refused = (NotStarted) house.trigger(PRICES, true);
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ALREADY_RUNNING);
    assertThat(refused.running()).contains(new RunId(PRICES + ":" + FIRST_DUE.toEpochMilli()));

    first.replyTo().tell(new FeedCommand.SyncEnded(2, 0, 2, ""));
    house.succeed(house.begun());
    house.feed().expectNoMessage();
  }

  @Test
  void afterASuccessFailuresAreNoLongerRecent() {
    house.passTo(FIRST_DUE);
    house.fail(house.begun());
    JobView failed = house.job(PRICES);
    assertThat(failed.lastError()).isEqualTo("prices of 1 securities failed: no answer");
    assertThat(failed.recentFailures()).isEqualTo(1);

    house.trigger(PRICES, false);
    house.succeed(house.begun());

    JobView well = house.job(PRICES);
    assertThat(well.recentFailures()).isZero();
    assertThat(well.lastError()).isEmpty();
    assertThat(well.failures()).isEqualTo(1);
    assertThat(well.successes()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReachedIsAFailedRun() {
    house.rooms.cutOff(FeedCommand.KEY);
    house.passTo(FIRST_DUE);

    house.await(PRICES, Status.FAILED);
    assertThat(house.job(PRICES).lastError()).isEqualTo("no feed desk can be reached");
  }

  @Test
  void anUnknownJobAndUnknownParametersAreRefused() {
    assertThat(house.trigger("rebalance", true))
        .isEqualTo(
            new NotStarted(
                new Refusal(RefusalCode.UNKNOWN_NAME, "there is no job rebalance", "job_name"),
                Optional.empty()));
    assertThat(house.trigger(PRICES, true, new JobCommand.Parameter("depth", "3")))
        .isEqualTo(
            new NotStarted(
                new Refusal(
                    RefusalCode.UNKNOWN_NAME, "job price_sync takes no parameters", "parameters"),
                Optional.empty()));
    house.feed().expectNoMessage();
  }

  @Test
  void aJobThatIsSwitchedOffRunsOnlyWhenForced() {
    NotStarted refused = (NotStarted) house.trigger(SCORES, false);
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.DISABLED);
    house.passTo(NOON.plusSeconds(3600));
    house.rooms.desk(ScoringCommand.KEY).expectNoMessage();
    assertThat(house.job(SCORES).nextRun()).isEmpty();

    assertThat(house.trigger(SCORES, true)).isInstanceOf(Started.class);
    house
        .rooms
        .desk(ScoringCommand.KEY)
        .expectMessageClass(ScoringCommand.ScoreSecurities.class)
        .replyTo()
        .tell(new ScoringReply.Scored(List.of(), List.of(), ""));
    house.await(SCORES, Status.COMPLETED);
  }

  /** The first words to a scheduler that is reading its journal are not those of its past. */
  @Test
  void aRunThatBeginsWhileTheSchedulerWakesIsNotTakenForAnInterruptedOne() {
    house.stop();
    house.start();
    Started started = (Started) house.trigger(PRICES, false);

    house.settle();
    assertThat(house.job(PRICES).status()).isEqualTo(Status.RUNNING);
    house.succeed(house.begun());
    assertThat(started.run().value()).startsWith(PRICES);
  }

  @Test
  void jobsAreShownByName() {
    assertThat(house.settle().jobs())
        .extracting(JobView::name, JobView::enabled, JobView::status)
        .containsExactly(tuple(PRICES, true, Status.IDLE), tuple(SCORES, false, Status.IDLE));
  }
}
