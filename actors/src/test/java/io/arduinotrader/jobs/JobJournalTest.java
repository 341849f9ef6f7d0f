package io.arduinotrader.jobs;

import static io.arduinotrader.jobs.JobHouse.NOON;
import static io.arduinotrader.jobs.JobHouse.PRICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.TraderSettings.JobSchedule;
import io.arduinotrader.jobs.domain.JobsState;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.Status;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.vocab.RunId;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.ProbeRooms;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands store and answer, all of it written to bytes and read back. */
class JobJournalTest {

  private static final ActorTestKit KIT = EntityKit.create();
  private static final RunId RUN = new RunId(PRICES + ":" + NOON.toEpochMilli());

  private final EventSourcedBehaviorTestKit<JobCommand, Chained<JobEvent>, Journaled<JobsState>>
      scheduler =
          EntityKit.entity(
              KIT,
              JobScheduler.create(
                  () -> NOON,
                  ZoneOffset.UTC,
                  List.of(new JobSchedule(PRICES, true, "0 0 1 1 *")),
                  new JobWork(new ProbeRooms(KIT), Duration.ofHours(1))));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void forget() {
    scheduler.clear();
  }

  @Test
  void aRunIsStoredBeforeItsWorkBegins() {
    var triggered =
        scheduler.<JobCommand.TriggerReply>runCommand(
            replyTo -> new JobCommand.Trigger(PRICES, false, List.of(), replyTo));

    assertThat(triggered.event().event())
        .isEqualTo(new JobEvent.RunStarted(PRICES, RUN, Optional.empty(), List.of(), NOON));
    assertThat(triggered.reply()).isEqualTo(new JobCommand.Started(RUN));
    assertThat(status()).isEqualTo(Status.RUNNING);
  }

  @Test
  void aRefusedTriggerStoresNothing() {
    var refused =
        scheduler.<JobCommand.TriggerReply>runCommand(
            replyTo -> new JobCommand.Trigger("rebalance", false, List.of(), replyTo));

    assertThat(refused.hasNoEvents()).isTrue();
    assertThat(refused.reply()).isInstanceOf(JobCommand.NotStarted.class);
    assertThat(status()).isEqualTo(Status.IDLE);
  }

  private Status status() {
    return scheduler
        .<JobCommand.JobsView>runCommand(JobCommand.GetJobs::new)
        .reply()
        .jobs()
        .getFirst()
        .status();
  }
}
