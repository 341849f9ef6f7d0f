package io.arduinotrader.jobs;

import io.arduinotrader.config.TraderSettings.JobSchedule;
import io.arduinotrader.jobs.domain.JobsState;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.JobsView;
import io.arduinotrader.protocol.jobs.JobCommand.NotStarted;
import io.arduinotrader.protocol.jobs.JobCommand.Parameter;
import io.arduinotrader.protocol.jobs.JobCommand.Started;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.jobs.JobEvent.RunFailed;
import io.arduinotrader.protocol.jobs.JobEvent.RunFinished;
import io.arduinotrader.protocol.jobs.JobEvent.RunStarted;
import io.arduinotrader.protocol.jobs.JobsSnapshot;
import io.arduinotrader.protocol.jobs.JobsSnapshot.JobHistory;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.RunId;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.support.SnapshotForm;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * Starts jobs when they are due or asked for. A run is stored before its work begins, so a due time
 * never gets a second run, not even after a crash; due times missed while the node was down are
 * made up for by one run. A job never runs twice at once.
 */
public final class JobScheduler extends JournaledEntity<JobCommand, JobEvent, JobsState> {

  /** The longest the scheduler sleeps, so that a clock that was set is noticed. */
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private final ActorContext<JobCommand> context;
  private final TimerScheduler<JobCommand> timers;
  private final InstantSource clock;
  private final Instant awakeSince;
  private final Map<String, JobTimetable> timetables = new TreeMap<>();
  private final JobWork work;

  private JobScheduler(
      ActorContext<JobCommand> context,
      TimerScheduler<JobCommand> timers,
      InstantSource clock,
      ZoneId zone,
      List<JobSchedule> schedules,
      JobWork work) {
    super(
        PersistenceId.of("jobs", "scheduler"),
        JournalCodecs.JOB_EVENTS,
        Set.of(),
        new SnapshotForm<>(
            JournalCodecs.JOB_SNAPSHOTS.manifest(),
            JobsSnapshot.class,
            JobsState::toSnapshot,
            JobsState::fromSnapshot));
    this.context = context;
    this.timers = timers;
    this.clock = clock;
    this.awakeSince = clock.instant();
    this.work = work;
    for (JobSchedule schedule : schedules) {
      timetables.put(schedule.name(), JobTimetable.of(schedule, zone));
    }
  }

  /** The scheduler of the cluster. */
  public static Behavior<JobCommand> create(
      InstantSource clock, ZoneId zone, List<JobSchedule> schedules, JobWork work) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(JobCommand.KEY, context.getSelf()));
          return Behaviors.withTimers(
              timers -> new JobScheduler(context, timers, clock, zone, schedules, work));
        });
  }

  @Override
  protected JobsState initial() {
    return JobsState.initial();
  }

  @Override
  protected JobsState apply(JobsState state, JobEvent event) {
    return state.apply(event);
  }

  @Override
  public SignalHandler<Journaled<JobsState>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(
            RecoveryCompleted.class,
            (journaled, signal) ->
                context.getSelf().tell(new JobMessage.Awake(journaled.state().running())))
        .build();
  }

  @Override
  protected ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> onCommand(
      Journaled<JobsState> journaled, JobCommand command) {
    return switch (command) {
      case JobCommand.Trigger trigger -> trigger(journaled, trigger);
      case JobCommand.GetJobs get -> Effect().reply(get.replyTo(), view(journaled.state()));
      case JobCommand.Internal internal -> onMessage(journaled, (JobMessage) internal);
    };
  }

  private ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> onMessage(
      Journaled<JobsState> journaled, JobMessage message) {
    return switch (message) {
      case JobMessage.Awake awake -> endInterrupted(journaled, awake.interrupted());
      case JobMessage.Tick tick -> startDue(journaled);
      case JobMessage.Done done ->
          end(
              journaled,
              done.run(),
              new RunFinished(done.job(), done.run(), done.note(), clock.instant()));
      case JobMessage.Failed failed ->
          end(
              journaled,
              failed.run(),
              new RunFailed(failed.job(), failed.run(), failed.reason(), clock.instant()));
    };
  }

  private ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> endInterrupted(
      Journaled<JobsState> journaled, Map<String, RunId> interrupted) {
    Map<String, RunId> unfinished = new TreeMap<>(interrupted);
    unfinished.entrySet().retainAll(journaled.state().running().entrySet());
    List<JobEvent> events = new ArrayList<>();
    unfinished.forEach(
        (job, run) ->
            events.add(new RunFailed(job, run, "the node stopped while it ran", clock.instant())));
    return persist(journaled, events)
        .thenRun(() -> context.getSelf().tell(new JobMessage.Tick()))
        .thenNoReply();
  }

  private ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> startDue(
      Journaled<JobsState> journaled) {
    Instant now = clock.instant();
    List<RunStarted> runs = new ArrayList<>();
    for (JobTimetable timetable : timetables.values()) {
      JobHistory history = journaled.state().history(timetable.job());
      if (timetable.enabled() && history.running().isEmpty()) {
        timetable
            .latestBetween(history.lastDue().orElse(awakeSince), now)
            .ifPresent(due -> runs.add(run(timetable.job(), Optional.of(due), List.of(), now)));
      }
    }
    return persist(journaled, runs)
        .thenRun(
            (Journaled<JobsState> after) -> {
              runs.forEach(this::begin);
              sleep(now);
            })
        .thenNoReply();
  }

  private ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> trigger(
      Journaled<JobsState> journaled, JobCommand.Trigger trigger) {
    @Nullable JobTimetable timetable = timetables.get(trigger.job());
    Optional<RunId> running = journaled.state().history(trigger.job()).running();
    Optional<Refusal> refusal = refusal(trigger, timetable, running);
    if (refusal.isPresent()) {
      return Effect().reply(trigger.replyTo(), new NotStarted(refusal.get(), running));
    }
    RunStarted run = run(trigger.job(), Optional.empty(), trigger.parameters(), clock.instant());
    return persist(journaled, List.of(run))
        .thenRun(() -> begin(run))
        .thenReply(trigger.replyTo(), after -> new Started(run.run()));
  }

  private static Optional<Refusal> refusal(
      JobCommand.Trigger trigger, @Nullable JobTimetable timetable, Optional<RunId> running) {
    if (timetable == null) {
      return Optional.of(
          new Refusal(RefusalCode.UNKNOWN_NAME, "there is no job " + trigger.job(), "job_name"));
    }
    if (!trigger.parameters().isEmpty()) {
      return Optional.of(
          new Refusal(
              RefusalCode.UNKNOWN_NAME,
              "job " + trigger.job() + " takes no parameters",
              "parameters"));
    }
    if (running.isPresent()) {
      return Optional.of(
          Refusal.of(RefusalCode.ALREADY_RUNNING, "run " + running.get() + " is running"));
    }
    return timetable.enabled() || trigger.force()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.DISABLED, "job " + trigger.job() + " is switched off, use force"));
  }

  private static RunStarted run(
      String job, Optional<Instant> due, List<Parameter> parameters, Instant now) {
    Instant name = due.orElse(now);
    return new RunStarted(job, new RunId(job + ":" + name.toEpochMilli()), due, parameters, now);
  }

  private void begin(RunStarted started) {
    context.pipeToSelf(
        work.run(started.job(), started.run(), context),
        (note, failure) ->
            failure == null
                ? new JobMessage.Done(started.job(), started.run(), note)
                : new JobMessage.Failed(started.job(), started.run(), Stages.reason(failure)));
  }

  /** A run that was ended as interrupted may still come to its own end; that changes nothing. */
  private ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> end(
      Journaled<JobsState> journaled, RunId run, JobEvent event) {
    return persist(
            journaled, journaled.state().running().containsValue(run) ? List.of(event) : List.of())
        .thenRun(() -> context.getSelf().tell(new JobMessage.Tick()))
        .thenNoReply();
  }

  private void sleep(Instant now) {
    Duration pause = LONGEST_SLEEP;
    for (JobTimetable timetable : timetables.values()) {
      Optional<Instant> next = timetable.enabled() ? timetable.nextAfter(now) : Optional.empty();
      if (next.isPresent() && Duration.between(now, next.get()).compareTo(pause) < 0) {
        pause = Duration.between(now, next.get());
      }
    }
    timers.startSingleTimer("tick", new JobMessage.Tick(), pause);
  }

  private JobsView view(JobsState state) {
    Instant now = clock.instant();
    return new JobsView(
        timetables.values().stream()
            .map(
                timetable -> {
                  JobHistory history = state.history(timetable.job());
                  return new JobView(
                      timetable.job(),
                      timetable.enabled(),
                      history.status(),
                      history.lastStarted(),
                      timetable.enabled() ? timetable.nextAfter(now) : Optional.empty(),
                      history.runs(),
                      history.successes(),
                      history.failures(),
                      state.recentFailures(timetable.job(), now),
                      history.lastError());
                })
            .toList());
  }
}
