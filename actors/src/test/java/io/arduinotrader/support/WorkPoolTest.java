package io.arduinotrader.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkPoolTest {

  private record Work(long number, String job, ActorRef<Result> replyTo) {}

  private record Result(long number, String text) {}

  /** A worker whose jobs the test sees and answers. */
  private record Worker(ActorRef<Work> ref, TestProbe<Work> jobs) {

    Work next() {
      return jobs.receiveMessage();
    }

    static void answer(Work work) {
      work.replyTo().tell(new Result(work.number(), work.job() + " done"));
    }
  }

  private static final ServiceKey<Work> WORKERS = ServiceKey.create(Work.class, "workers");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int LIMIT = 3;

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private final TestProbe<WorkPool.Outcome<Result>> desk = kit.createTestProbe();
  private final ActorRef<WorkPool.Command<String, Work, Result>> pool =
      kit.spawn(
          WorkPool.create(
              new WorkPool.Form<>(
                  WORKERS, Work::new, Result::number, Optional.of(WorkPoolTest::stop)),
              LIMIT,
              TIMEOUT,
              Result.class));

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void aWorkerIsGivenOneJobAtATime() {
    Worker worker = worker();
    submit("a", "b");

    Work first = worker.next();
    worker.jobs().expectNoMessage();
    Worker.answer(first);
    Work second = worker.next();
    Worker.answer(second);

    assertThat(List.of(first.job(), second.job())).containsExactly("a", "b");
    desk.expectMessage(new WorkPool.Finished<>(new Result(first.number(), "a done")));
    desk.expectMessage(new WorkPool.Finished<>(new Result(second.number(), "b done")));
  }

  @Test
  void aSlowWorkerKeepsNoJobsFromAFastOne() {
    Worker slow = worker();
    submit("long");
    slow.next();
    Worker fast = worker();

    submit("b", "c", "d");
    for (String job : List.of("b", "c", "d")) {
      Work work = fast.next();
      assertThat(work.job()).isEqualTo(job);
      Worker.answer(work);
    }
    slow.jobs().expectNoMessage();
  }

  @Test
  void jobsWaitForTheFirstWorker() {
    submit("a");
    desk.expectNoMessage();

    Worker.answer(worker().next());

    assertThat(desk.receiveMessage()).isInstanceOf(WorkPool.Finished.class);
  }

  @Test
  void oneMoreThanMayWaitIsRefused() {
    submit(
        IntStream.rangeClosed(1, LIMIT).mapToObj(number -> "job " + number).toArray(String[]::new));
    desk.expectNoMessage();

    submit("one more");
    desk.expectMessage(new WorkPool.Busy<>());

    Worker worker = worker();
    Worker.answer(worker.next());
    assertThat(desk.receiveMessage()).isInstanceOf(WorkPool.Finished.class);
    submit("now there is room");
    desk.expectNoMessage();
  }

  @Test
  void theJobOfALostWorkerIsDoneByAnother() {
    Worker dying = worker();
    submit("a", "b");
    Work lost = dying.next();
    Worker other = worker();
    Work second = other.next();

    kit.stop(dying.ref());
    Worker.answer(second);
    Work again = other.next();

    assertThat(again.job()).isEqualTo(lost.job());
    Worker.answer(again);
    desk.expectMessage(new WorkPool.Finished<>(new Result(second.number(), "b done")));
    desk.expectMessage(new WorkPool.Finished<>(new Result(again.number(), "a done")));
    desk.expectNoMessage();
  }

  @Test
  void whatALostWorkerStillAnswersIsNotDoneAgain() {
    Worker dying = worker();
    submit("a");
    Work lost = dying.next();
    kit.stop(dying.ref());
    Worker.answer(lost);
    assertThat(desk.receiveMessage()).isInstanceOf(WorkPool.Finished.class);

    Worker other = worker();
    other.jobs().expectNoMessage();
    submit("b");
    assertThat(other.next().job()).isEqualTo("b");
  }

  @Test
  void aJobThatTakesTooLongIsGivenUpAndItsLateResultIgnored() {
    Worker worker = worker();
    submit("a");
    Work late = worker.next();

    time.timePasses(TIMEOUT);
    desk.expectMessage(new WorkPool.TimedOut<>());
    assertThat(worker.next()).isEqualTo(stop(late));
    submit("b");
    worker.jobs().expectNoMessage(); // it still has the first
    Worker.answer(late);

    Work next = worker.next();
    assertThat(next.job()).isEqualTo("b");
    Worker.answer(next);
    desk.expectMessage(new WorkPool.Finished<>(new Result(next.number(), "b done")));
  }

  @Test
  void aJobThatWaitsTooLongIsGivenUpAndNotHandedOut() {
    submit("a");
    fence();
    time.timePasses(TIMEOUT);
    desk.expectMessage(new WorkPool.TimedOut<>());

    worker().jobs().expectNoMessage();
  }

  @Test
  void aJobGivenUpIsNotDoneAgainWhenItsWorkerIsLost() {
    Worker dying = worker();
    submit("a");
    dying.next();
    time.timePasses(TIMEOUT);
    desk.expectMessage(new WorkPool.TimedOut<>());

    kit.stop(dying.ref());
    Worker other = worker();

    other.jobs().expectNoMessage();
    submit("b");
    assertThat(other.next().job()).isEqualTo("b");
  }

  @Test
  void jobsThatAreWithdrawnAreStoppedOrForgottenWithoutAWord() {
    Worker worker = worker();
    TestProbe<WorkPool.Outcome<Result>> other = kit.createTestProbe();
    submit("a", "b");
    pool.tell(new WorkPool.Submit<>("c", other.getRef()));
    Work running = worker.next();

    pool.tell(new WorkPool.Withdraw<>(desk.getRef()));
    assertThat(worker.next()).isEqualTo(stop(running));
    Worker.answer(running);
    Work next = worker.next();

    assertThat(next.job()).isEqualTo("c");
    Worker.answer(next);
    other.expectMessage(new WorkPool.Finished<>(new Result(next.number(), "c done")));
    time.timePasses(TIMEOUT);
    desk.expectNoMessage();
  }

  @Test
  void jobsInAHurryEndWithWhatTheyHave() {
    Worker worker = worker();
    submit("a", "b");
    Work running = worker.next();

    pool.tell(new WorkPool.Hurry<>(desk.getRef()));
    assertThat(worker.next()).isEqualTo(stop(running));
    desk.expectMessage(new WorkPool.TimedOut<>());
    Worker.answer(running);

    desk.expectMessage(new WorkPool.Finished<>(new Result(running.number(), "a done")));
    worker.jobs().expectNoMessage();
  }

  @Test
  void aWithdrawnJobIsNotDoneAgainWhenItsWorkerIsLost() {
    Worker dying = worker();
    submit("a");
    dying.next();
    pool.tell(new WorkPool.Withdraw<>(desk.getRef()));
    dying.next();

    kit.stop(dying.ref());
    Worker other = worker();

    submit("b");
    assertThat(other.next().job()).isEqualTo("b");
  }

  private static Work stop(long number, ActorRef<Result> replyTo) {
    return new Work(number, "stop", replyTo);
  }

  private static Work stop(Work work) {
    return stop(work.number(), work.replyTo());
  }

  private void submit(String... jobs) {
    for (String job : jobs) {
      pool.tell(new WorkPool.Submit<>(job, desk.getRef()));
    }
  }

  /** Fills the queue; the refusal says that what came before has been taken. */
  private void fence() {
    submit("fills", "the", "queue");
    desk.expectMessage(new WorkPool.Busy<>());
  }

  private Worker worker() {
    TestProbe<Work> jobs = kit.createTestProbe();
    Behavior<Work> behavior =
        Behaviors.setup(
            context -> {
              context
                  .getSystem()
                  .receptionist()
                  .tell(Receptionist.register(WORKERS, context.getSelf()));
              return Behaviors.receiveMessage(
                  work -> {
                    jobs.getRef().tell(work);
                    return Behaviors.same();
                  });
            });
    return new Worker(kit.spawn(behavior), jobs);
  }
}
