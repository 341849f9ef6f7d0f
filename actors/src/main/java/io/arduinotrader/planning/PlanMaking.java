package io.arduinotrader.planning;

import io.arduinotrader.planning.domain.PlanSearch;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.PartResult.Found;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.planning.PlanningWork.Result;
import io.arduinotrader.protocol.planning.PlanningWork.Sighting;
import io.arduinotrader.protocol.planning.SearchPart;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WorkPool;
import io.arduinotrader.support.metrics.PlanMetrics;
import io.arduinotrader.support.metrics.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/**
 * The making of one plan: the workers of all nodes search its parts, and this actor puts together
 * what they find and tells how far they are. It ends with the plan, with a reason for none, or with
 * the caller.
 */
final class PlanMaking {

  /** Time between two messages to the caller. */
  private static final Duration PACE = Duration.ofMillis(200);

  /**
   * What is to be made.
   *
   * @param limit time for the search; what is not searched by then leaves the plan unproven
   * @param caller hears how far it is; a plan nobody waits for is not made
   * @param soFar is given a draft of the best so far every now and then while the search goes on
   * @param made completed with the plan, or with why there is none
   */
  record Order(
      PlanId id,
      PlanInputs inputs,
      Instant createdAt,
      Duration limit,
      ActorRef<PlanProgress> caller,
      Consumer<Plan> soFar,
      CompletableFuture<Plan> made) {}

  private enum Moment {
    TICK,
    TIME_IS_OVER,
    CALLER_IS_GONE
  }

  private record Prepared(PlanSearch search) {}

  private record Drafted(List<Found> best, Plan plan) {}

  private record NotDrafted(Throwable reason) {}

  private record Written(Plan plan) {}

  private record Failed(Throwable reason) {}

  private final ActorContext<Object> context;
  private final TimerScheduler<Object> timers;
  private final Order order;
  private final ActorRef<WorkPool.Command<Job, PlanningWork, Result>> pool;
  private final Executor threads;
  private final Stopwatch watch = Stopwatch.started();
  private @Nullable Drafted draft;
  private boolean drafting;

  private PlanMaking(
      ActorContext<Object> context,
      TimerScheduler<Object> timers,
      Order order,
      ActorRef<WorkPool.Command<Job, PlanningWork, Result>> pool,
      Executor threads) {
    this.context = context;
    this.timers = timers;
    this.order = order;
    this.pool = pool;
    this.threads = threads;
  }

  /**
   * Makes a plan.
   *
   * @param threads where candidates are found and the plan is written
   */
  static Behavior<Object> create(
      Order order, ActorRef<WorkPool.Command<Job, PlanningWork, Result>> pool, Executor threads) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new PlanMaking(context, timers, order, pool, threads).preparing()));
  }

  private Behavior<Object> preparing() {
    context.watchWith(order.caller(), Moment.CALLER_IS_GONE);
    pipe(() -> prepared(order.inputs()));
    return Behaviors.receive(Object.class)
        .onMessage(Prepared.class, prepared -> search(prepared.search()))
        .onMessage(Failed.class, failed -> fail(failed.reason()))
        .onMessageEquals(Moment.CALLER_IS_GONE, this::abandon)
        .build();
  }

  private static Prepared prepared(PlanInputs inputs) {
    return switch (PlanSearch.prepare(inputs)) {
      case PlanSearch.Ready ready -> new Prepared(ready.search());
      case PlanSearch.Refused refused -> throw new ImpossiblePlanException(refused.refusal());
    };
  }

  private Behavior<Object> search(PlanSearch search) {
    SearchLedger ledger = new SearchLedger(search);
    for (SearchPart part : search.parts()) {
      Job job = new Job(order.inputs(), part, context.getSelf().<Sighting>narrow());
      pool.tell(new WorkPool.Submit<>(job, self()));
    }
    timers.startTimerWithFixedDelay(Moment.TICK, PACE);
    timers.startSingleTimer(Moment.TIME_IS_OVER, order.limit());
    return ledger.isComplete() ? write(ledger) : searching(ledger);
  }

  private Behavior<Object> searching(SearchLedger ledger) {
    tell(ledger);
    return Behaviors.receive(Object.class)
        .onMessage(WorkPool.Finished.class, finished -> finished(ledger, finished.result()))
        .onMessage(WorkPool.TimedOut.class, late -> missing(ledger))
        .onMessage(WorkPool.Busy.class, busy -> fail("the queue of the planning workers is full"))
        .onMessage(
            Sighting.class,
            sighting -> {
              ledger.saw(sighting);
              return Behaviors.same();
            })
        .onMessage(Drafted.class, this::drafted)
        .onMessage(NotDrafted.class, this::notDrafted)
        .onMessage(Failed.class, failed -> fail(failed.reason()))
        .onMessageEquals(
            Moment.TICK,
            () -> {
              tell(ledger);
              draft(ledger);
              return Behaviors.same();
            })
        .onMessageEquals(
            Moment.TIME_IS_OVER,
            () -> {
              pool.tell(new WorkPool.Hurry<>(self()));
              return Behaviors.same();
            })
        .onMessageEquals(Moment.CALLER_IS_GONE, this::abandon)
        .build();
  }

  /**
   * Hands on the best so far; another one than before has to be written first, on a thread apart.
   */
  private void draft(SearchLedger ledger) {
    PartResult soFar = ledger.soFar();
    List<Found> best = soFar.best().stream().limit(1).toList();
    Drafted latest = draft;
    if (latest != null && latest.best().equals(best)) {
      order.soFar().accept(latest.plan());
    } else if (!drafting && soFar.counters().evaluated() > 0) {
      drafting = true;
      context.pipeToSelf(
          Stages.on(
              threads, () -> new Drafted(best, ledger.draft(soFar, order.id(), order.createdAt()))),
          (done, failure) -> failure == null ? done : new NotDrafted(failure));
    }
  }

  /** The plan itself does not depend on its drafts. */
  private Behavior<Object> notDrafted(NotDrafted failed) {
    context.getLog().warn("no draft of plan {} could be written", order.id(), failed.reason());
    drafting = false;
    return Behaviors.same();
  }

  private Behavior<Object> drafted(Drafted latest) {
    draft = latest;
    drafting = false;
    order.soFar().accept(latest.plan());
    return Behaviors.same();
  }

  private Behavior<Object> finished(SearchLedger ledger, Object outcome) {
    if (!(outcome instanceof Result result)) {
      return Behaviors.unhandled();
    }
    @Nullable PartResult found = result.found().orElse(null);
    if (found == null) {
      return result.reasonForNone().isEmpty() ? missing(ledger) : fail(result.reasonForNone());
    }
    ledger.found(found);
    return ledger.isComplete() ? write(ledger) : Behaviors.same();
  }

  private Behavior<Object> missing(SearchLedger ledger) {
    ledger.missed();
    return ledger.isComplete() ? write(ledger) : Behaviors.same();
  }

  private Behavior<Object> write(SearchLedger ledger) {
    timers.cancelAll();
    tell(ledger);
    pipe(() -> new Written(ledger.plan(order.id(), order.createdAt())));
    return Behaviors.receive(Object.class)
        .onMessage(
            Written.class,
            written -> {
              PlanFindings findings = written.plan().findings();
              PlanMetrics.made(findings.proven(), findings.counters().evaluated(), watch.elapsed());
              order.made().complete(written.plan());
              return Behaviors.stopped();
            })
        .onMessage(Drafted.class, late -> Behaviors.same())
        .onMessage(NotDrafted.class, this::notDrafted)
        .onMessage(Failed.class, failed -> fail(failed.reason()))
        .onMessageEquals(Moment.CALLER_IS_GONE, this::abandon)
        .build();
  }

  private void tell(SearchLedger ledger) {
    order.caller().tell(new PlanProgress.Searching(order.id(), ledger.counters()));
  }

  private Behavior<Object> abandon() {
    return fail(new CancellationException("nobody waits for the plan any more"));
  }

  private Behavior<Object> fail(String reason) {
    return fail(new IllegalStateException(reason));
  }

  private Behavior<Object> fail(Throwable reason) {
    pool.tell(new WorkPool.Withdraw<>(self()));
    PlanMetrics.failed();
    order.made().completeExceptionally(reason);
    return Behaviors.stopped();
  }

  private ActorRef<WorkPool.Outcome<Result>> self() {
    return context.getSelf().narrow();
  }

  private void pipe(Supplier<Object> work) {
    context.pipeToSelf(
        Stages.on(threads, work), (done, failure) -> failure == null ? done : new Failed(failure));
  }

  /** No plan can be made from the inputs. */
  static final class ImpossiblePlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossiblePlanException(Refusal refusal) {
      super(refusal.message());
    }
  }
}
