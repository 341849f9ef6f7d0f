package io.arduinotrader.jobs;

import io.arduinotrader.config.TraderSettings.JobSchedule;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.JobsView;
import io.arduinotrader.protocol.jobs.JobCommand.Status;
import io.arduinotrader.protocol.jobs.JobCommand.TriggerReply;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.ProbeRooms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A scheduler of two jobs, one every five minutes and one switched off, at one past noon. */
final class JobHouse {

  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  static final String PRICES = "price_sync";
  static final String SCORES = "score_refresh";

  final ActorTestKit kit = EntityKit.journaling();
  final ProbeRooms rooms = new ProbeRooms(kit);

  private final ManualTime time = ManualTime.get(kit.system());
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON.plusSeconds(60));
  private final List<JobSchedule> schedules;
  private ActorRef<JobCommand> scheduler;

  JobHouse(JobSchedule... more) {
    this.schedules =
        more.length > 0
            ? List.of(more)
            : List.of(
                new JobSchedule(PRICES, true, "*/5 * * * *"),
                new JobSchedule(SCORES, false, "0 * * * *"));
    this.scheduler = spawn();
  }

  private ActorRef<JobCommand> spawn() {
    return kit.spawn(
        JobScheduler.create(
            now::get, ZoneOffset.UTC, schedules, new JobWork(rooms, Duration.ofHours(6))));
  }

  void stop() {
    kit.stop(scheduler);
  }

  void start() {
    scheduler = spawn();
  }

  /**
   * Sets the clock forward and wakes the scheduler. It never sleeps longer than a minute; more must
   * not pass, or the journal's own limits are over while it stores the runs that begin then.
   */
  void passTo(Instant then) {
    settle();
    now.set(then);
    time.timePasses(Duration.ofMinutes(1));
  }

  /** The clock alone is set forward, as while the process is down. */
  void skipTo(Instant then) {
    now.set(then);
  }

  /**
   * The third answer comes after what the scheduler says to itself: that it is awake, and then that
   * a job may be due.
   */
  JobsView settle() {
    jobs();
    jobs();
    return jobs();
  }

  JobView job(String name) {
    return settle().jobs().stream()
        .filter(job -> job.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void await(String name, Status status) {
    kit.createTestProbe()
        .awaitAssert(
            () -> {
              if (job(name).status() != status) {
                throw new AssertionError(job(name));
              }
              return status;
            });
  }

  TriggerReply trigger(String job, boolean force, JobCommand.Parameter... parameters) {
    TestProbe<TriggerReply> caller = kit.createTestProbe();
    scheduler.tell(new JobCommand.Trigger(job, force, List.of(parameters), caller.getRef()));
    return caller.receiveMessage();
  }

  TestProbe<FeedCommand> feed() {
    return rooms.desk(FeedCommand.KEY);
  }

  FeedCommand.SyncPrices begun() {
    return feed().expectMessageClass(FeedCommand.SyncPrices.class);
  }

  void succeed(FeedCommand.SyncPrices sync) {
    sync.replyTo().tell(new FeedCommand.SyncEnded(2, 0, 2, ""));
    await(PRICES, Status.COMPLETED);
  }

  void fail(FeedCommand.SyncPrices sync) {
    sync.replyTo().tell(new FeedCommand.SyncEnded(1, 1, 2, "no answer"));
    await(PRICES, Status.FAILED);
  }

  private JobsView jobs() {
    TestProbe<JobsView> viewer = kit.createTestProbe();
    scheduler.tell(new JobCommand.GetJobs(viewer.getRef()));
    return viewer.receiveMessage();
  }
}
