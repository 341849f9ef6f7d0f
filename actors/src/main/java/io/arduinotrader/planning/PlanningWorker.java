package io.arduinotrader.planning;

import io.arduinotrader.planning.domain.PlanSearch;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.planning.PlanningWork.Result;
import io.arduinotrader.protocol.planning.PlanningWork.Search;
import io.arduinotrader.protocol.planning.PlanningWork.Sighting;
import io.arduinotrader.protocol.planning.PlanningWork.Stop;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.jspecify.annotations.Nullable;

/**
 * Searches one part of a plan's sequences at a time, on a thread apart, so that it can still be
 * told to stop and can tell how far it is. Knows nothing but its jobs, and answers every one.
 */
public final class PlanningWorker {

  /** Time between two sightings. */
  private static final Duration PACE = Duration.ofMillis(100);

  private enum Tick {
    TICK
  }

  /** The thread apart is done. */
  private record Ended(Search search, Result result) {}

  private record Preparation(PlanInputs inputs, PlanSearch search) {}

  /** A search under way: what its thread and the actor tell each other. */
  private static final class Running implements SearchWatch {

    final Search search;
    private volatile boolean stopped;
    private volatile @Nullable PartResult latest;

    Running(Search search) {
      this.search = search;
    }

    @Override
    public boolean goesOn(PartResult soFar) {
      latest = soFar;
      return !stopped;
    }

    boolean is(Stop stop) {
      return isMeant(search, stop);
    }

    void stop() {
      stopped = true;
    }

    void report() {
      PartResult soFar = latest;
      if (soFar != null) {
        search.job().watcher().tell(new Sighting(soFar));
      }
    }
  }

  private final ActorContext<Object> context;
  private final TimerScheduler<Object> timers;
  private final Executor threads;
  private final Deque<Search> waiting = new ArrayDeque<>();
  private @Nullable Running running;

  /** What the last job was prepared from and to; the next one is often of the same plan. */
  private volatile @Nullable Preparation last;

  private PlanningWorker(
      ActorContext<Object> context, TimerScheduler<Object> timers, Executor threads) {
    this.context = context;
    this.timers = timers;
    this.threads = threads;
  }

  /**
   * A worker that registers for jobs of every desk in the cluster.
   *
   * @param threads where it searches
   */
  public static Behavior<PlanningWork> create(Executor threads) {
    return Behaviors.<Object>setup(
            context ->
                Behaviors.withTimers(
                    timers -> {
                      context
                          .getSystem()
                          .receptionist()
                          .tell(
                              Receptionist.register(
                                  PlanningWork.WORKERS, context.getSelf().<PlanningWork>narrow()));
                      return new PlanningWorker(context, timers, threads).behavior();
                    }))
        .narrow();
  }

  private Behavior<Object> behavior() {
    return Behaviors.receive(Object.class)
        .onMessage(
            Search.class,
            search -> {
              waiting.add(search);
              return next();
            })
        .onMessage(Stop.class, this::stop)
        .onMessage(Ended.class, this::end)
        .onMessageEquals(Tick.TICK, this::report)
        .onSignal(PostStop.class, signal -> abandon())
        .build();
  }

  private Behavior<Object> next() {
    if (running == null && !waiting.isEmpty()) {
      start(new Running(waiting.remove()));
    }
    return Behaviors.same();
  }

  private void start(Running next) {
    running = next;
    timers.startTimerWithFixedDelay(Tick.TICK, PACE);
    Search search = next.search;
    context.pipeToSelf(
        Stages.on(threads, () -> found(search.job(), next)),
        (result, failure) -> new Ended(search, result(search, result, failure)));
  }

  private PartResult found(Job job, SearchWatch watch) {
    return prepared(job.inputs()).search(job.part(), watch);
  }

  private PlanSearch prepared(PlanInputs inputs) {
    Preparation known = last;
    if (known != null && known.inputs().equals(inputs)) {
      return known.search();
    }
    PlanSearch search =
        switch (PlanSearch.prepare(inputs)) {
          case PlanSearch.Ready ready -> ready.search();
          case PlanSearch.Refused refused ->
              throw new IllegalArgumentException(refused.refusal().message());
        };
    last = new Preparation(inputs, search);
    return search;
  }

  private Result result(Search search, @Nullable PartResult found, @Nullable Throwable failure) {
    if (failure == null) {
      return new Result(search.number(), Optional.ofNullable(found), "");
    }
    context.getLog().error("a part of a plan could not be searched", failure);
    return new Result(
        search.number(), Optional.empty(), "a part failed: " + Stages.reason(failure));
  }

  private Behavior<Object> stop(Stop stop) {
    if (running != null && running.is(stop)) {
      running.stop();
    }
    waiting.stream()
        .filter(search -> isMeant(search, stop))
        .findFirst()
        .ifPresent(
            search -> {
              waiting.remove(search);
              search.replyTo().tell(new Result(search.number(), Optional.empty(), ""));
            });
    return Behaviors.same();
  }

  private static boolean isMeant(Search search, Stop stop) {
    return search.number() == stop.number() && search.replyTo().equals(stop.replyTo());
  }

  private Behavior<Object> end(Ended ended) {
    timers.cancel(Tick.TICK);
    running = null;
    ended.search().replyTo().tell(ended.result());
    return next();
  }

  private Behavior<Object> report() {
    if (running != null) {
      running.report();
    }
    return Behaviors.same();
  }

  private Behavior<Object> abandon() {
    if (running != null) {
      running.stop();
    }
    return Behaviors.same();
  }
}
