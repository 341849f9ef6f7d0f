package io.arduinotrader.support;

import io.arduinotrader.support.metrics.PoolMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a pool: takes jobs from a desk on the same node and hands them one by one to idle
 * workers on any node. A job ends with a result, or is given up after its time; a full queue
 * refuses.
 *
 * @param <J> a job
 * @param <A> the message that carries a job to a worker
 * @param <C> the message that carries its result back
 */
public final class WorkPool<J, A, C> {

  /** What the queue can be told; only its desk and itself do. */
  public sealed interface Command<J, A, C> {}

  /** Do a job; exactly one outcome is told. */
  public record Submit<J, A, C>(J job, ActorRef<Outcome<C>> replyTo) implements Command<J, A, C> {}

  /** This requester's jobs are to end now: what waits is given up, what runs is told to stop. */
  public record Hurry<J, A, C>(ActorRef<Outcome<C>> requester) implements Command<J, A, C> {}

  /** Nobody waits for this requester's jobs any more; they are given up without an outcome. */
  public record Withdraw<J, A, C>(ActorRef<Outcome<C>> requester) implements Command<J, A, C> {}

  private record WorkersChanged<J, A, C>(Set<ActorRef<A>> workers) implements Command<J, A, C> {}

  private record Completed<J, A, C>(C result) implements Command<J, A, C> {}

  private record GivenUp<J, A, C>(long number) implements Command<J, A, C> {}

  /** What became of a job. */
  public sealed interface Outcome<C> {}

  /** The job is done. */
  public record Finished<C>(C result) implements Outcome<C> {}

  /** The queue is full; the job was not taken. */
  public record Busy<C>() implements Outcome<C> {}

  /** The job was not done in time. */
  public record TimedOut<C>() implements Outcome<C> {}

  /** Makes the message that carries a job. */
  @FunctionalInterface
  public interface Assigning<J, A, C> {
    A assign(long number, J job, ActorRef<C> replyTo);
  }

  /** Makes the message that ends a job early. */
  @FunctionalInterface
  public interface Stopping<A, C> {
    A stop(long number, ActorRef<C> replyTo);
  }

  /**
   * How a pool's messages are made and read.
   *
   * @param stopping makes the message that tells a worker to end a job early, which it then
   *     answers; absent when jobs are too short for that
   */
  public record Form<J, A, C>(
      ServiceKey<A> workers,
      Assigning<J, A, C> assigning,
      ToLongFunction<C> numberOf,
      Optional<Stopping<A, C>> stopping) {

    /** For workers that cannot be stopped. */
    public Form(ServiceKey<A> workers, Assigning<J, A, C> assigning, ToLongFunction<C> numberOf) {
      this(workers, assigning, numberOf, Optional.empty());
    }
  }

  private final TimerScheduler<Command<J, A, C>> timers;
  private final Form<J, A, C> form;
  private final Duration jobTimeout;
  private final ActorRef<C> results;
  private final WorkBoard<ActorRef<A>, J> board;
  private final Map<Long, ActorRef<Outcome<C>>> requesters = new HashMap<>();
  private final Map<Long, ActorRef<A>> assigned = new HashMap<>();
  private final PoolMetrics metrics;
  private long lastNumber;

  private WorkPool(
      ActorContext<Command<J, A, C>> context,
      TimerScheduler<Command<J, A, C>> timers,
      Form<J, A, C> form,
      int limit,
      Duration jobTimeout,
      Class<C> resultType) {
    this.timers = timers;
    this.form = form;
    this.jobTimeout = jobTimeout;
    this.board = new WorkBoard<>(limit);
    this.metrics = new PoolMetrics(form.workers().id());
    this.results = context.messageAdapter(resultType, Completed::new);
    ActorRef<Receptionist.Listing> listings =
        context.messageAdapter(
            Receptionist.Listing.class,
            listing -> new WorkersChanged<>(listing.getServiceInstances(form.workers())));
    context.getSystem().receptionist().tell(Receptionist.subscribe(form.workers(), listings));
  }

  /** A queue of at most {@code limit} waiting jobs for the workers registered under the key. */
  public static <J, A, C> Behavior<Command<J, A, C>> create(
      Form<J, A, C> form, int limit, Duration jobTimeout, Class<C> resultType) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  WorkPool<J, A, C> pool =
                      new WorkPool<>(context, timers, form, limit, jobTimeout, resultType);
                  return Behaviors.receiveMessage(pool::onMessage);
                }));
  }

  private Behavior<Command<J, A, C>> onMessage(Command<J, A, C> command) {
    switch (command) {
      case Submit<J, A, C> submit -> take(submit);
      case Hurry<J, A, C> hurry -> numbersOf(hurry.requester()).forEach(this::hurry);
      case Withdraw<J, A, C> withdraw -> numbersOf(withdraw.requester()).forEach(this::forget);
      case WorkersChanged<J, A, C> changed -> reconcile(changed.workers());
      case Completed<J, A, C> completed -> complete(completed.result());
      case GivenUp<J, A, C> late -> giveUp(late.number());
    }
    handOut();
    metrics.stands(board.waiting(), board.workers());
    return Behaviors.same();
  }

  private void handOut() {
    for (Optional<WorkBoard.Assignment<ActorRef<A>, J>> next = board.next();
        next.isPresent();
        next = board.next()) {
      WorkBoard.Assignment<ActorRef<A>, J> assignment = next.get();
      if (!requesters.containsKey(assignment.number())) {
        // the job of a lost worker that was answered or given up all the same
        board.finished(assignment.worker(), assignment.number());
        continue;
      }
      assigned.put(assignment.number(), assignment.worker());
      assignment
          .worker()
          .tell(form.assigning().assign(assignment.number(), assignment.job(), results));
    }
  }

  private void take(Submit<J, A, C> submit) {
    long number = ++lastNumber;
    if (!board.offer(number, submit.job())) {
      submit.replyTo().tell(new Busy<>());
      metrics.refused();
      return;
    }
    requesters.put(number, submit.replyTo());
    timers.startSingleTimer(number, new GivenUp<>(number), jobTimeout);
  }

  private void reconcile(Set<ActorRef<A>> workers) {
    for (ActorRef<A> known : board.known()) {
      if (!workers.contains(known)) {
        board.lost(known);
        assigned.values().remove(known);
      }
    }
    workers.forEach(board::arrived);
  }

  private void complete(C result) {
    long number = form.numberOf().applyAsLong(result);
    @Nullable ActorRef<A> worker = assigned.remove(number);
    if (worker != null) {
      board.finished(worker, number);
    }
    answer(number, new Finished<>(result));
  }

  private void giveUp(long number) {
    board.withdraw(number);
    stop(number);
    answer(number, new TimedOut<>());
  }

  private void hurry(long number) {
    if (assigned.containsKey(number)) {
      stop(number);
    } else {
      giveUp(number);
    }
  }

  private void forget(long number) {
    board.withdraw(number);
    stop(number);
    timers.cancel(number);
    requesters.remove(number);
  }

  private List<Long> numbersOf(ActorRef<Outcome<C>> requester) {
    return requesters.entrySet().stream()
        .filter(entry -> entry.getValue().equals(requester))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private void stop(long number) {
    @Nullable ActorRef<A> worker = assigned.get(number);
    if (worker != null) {
      form.stopping().ifPresent(stopping -> worker.tell(stopping.stop(number, results)));
    }
  }

  private void answer(long number, Outcome<C> outcome) {
    timers.cancel(number);
    @Nullable ActorRef<Outcome<C>> requester = requesters.remove(number);
    if (requester != null) {
      requester.tell(outcome);
    }
  }
}
