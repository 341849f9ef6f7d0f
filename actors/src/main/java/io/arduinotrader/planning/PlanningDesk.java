package io.arduinotrader.planning;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.planning.PlanningWork.Result;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.UnreachableException;
import io.arduinotrader.support.WorkPool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers who asks for plans: gathers what the plan depends on, has the workers of all nodes search
 * for the best, keeps it, and tells the caller at every stage. Only so many plans are made at once;
 * one more is refused.
 */
public final class PlanningDesk {

  private static final Logger LOG = LoggerFactory.getLogger(PlanningDesk.class);

  private final Rooms rooms;
  private final InstantSource clock;
  private final TraderSettings settings;
  private final Duration budget;
  private final PlanBriefing briefing;
  private final ActorRef<WorkPool.Command<Job, PlanningWork, Result>> pool;
  private final ActorRef<SpawnProtocol.Command> makings;
  private final ActorRef<ActorRef<Object>> nobody;
  private final Executor threads;
  private final AtomicInteger running = new AtomicInteger();

  private PlanningDesk(
      ActorContext<PlanningCommand> context,
      Rooms rooms,
      InstantSource clock,
      TraderSettings settings,
      Executor threads) {
    this.rooms = rooms;
    this.clock = clock;
    this.settings = settings;
    this.threads = threads;
    TraderSettings.Pools pools = settings.pools();
    this.budget = pools.jobTimeout();
    this.briefing = new PlanBriefing(rooms, clock, budget, settings);
    this.pool =
        context.spawn(
            WorkPool.create(
                new WorkPool.Form<>(
                    PlanningWork.WORKERS,
                    PlanningWork.Search::new,
                    Result::number,
                    Optional.of(PlanningWork.Stop::new)),
                pools.queueLimit(),
                pools.jobTimeout(),
                Result.class),
            "queue");
    this.makings = context.spawn(SpawnProtocol.create(), "makings");
    this.nobody = context.getSystem().<ActorRef<Object>>ignoreRef();
  }

  /**
   * A desk with its own queue of jobs.
   *
   * @param threads where candidates are found and plans are written
   */
  public static Behavior<PlanningCommand> create(
      Rooms rooms, InstantSource clock, TraderSettings settings, Executor threads) {
    return Behaviors.setup(
        context -> {
          PlanningDesk desk = new PlanningDesk(context, rooms, clock, settings, threads);
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(PlanningCommand.KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              command -> {
                desk.onCommand(command);
                return Behaviors.same();
              });
        });
  }

  private void onCommand(PlanningCommand command) {
    switch (command) {
      case CreatePlan request -> {
        int concurrentPlans = settings.pools().concurrentPlans();
        if (running.incrementAndGet() > concurrentPlans) {
          running.decrementAndGet();
          request
              .replyTo()
              .tell(
                  new PlanProgress.Refused(
                      Refusal.of(
                          RefusalCode.BUSY, concurrentPlans + " plans are being made already")));
        } else {
          answer(request).whenComplete((last, failure) -> running.decrementAndGet());
        }
      }
    }
  }

  private CompletionStage<PlanProgress> answer(CreatePlan request) {
    return read(request)
        .exceptionally(
            failure ->
                new PlanProgress.Refused(
                    Refusal.of(
                        RefusalCode.UNAVAILABLE,
                        "planning is not possible: " + Stages.reason(failure))))
        .thenApply(
            last -> {
              request.replyTo().tell(last);
              return last;
            });
  }

  private CompletionStage<PlanProgress> read(CreatePlan request) {
    return switch (EffectiveSettings.of(settings, request.options().knobs())) {
      case SettingsText.Unreadable unreadable ->
          Stages.done(
              new PlanProgress.Misread(
                  unreadable.problems().stream()
                      .map(
                          problem ->
                              new Refusal(
                                  RefusalCode.UNKNOWN_OPTION, problem.message(), problem.key()))
                      .toList()));
      case SettingsText.Read read ->
          briefing
              .account(request)
              .thenCompose(
                  account ->
                      account.refusal().isPresent()
                          ? Stages.done(new PlanProgress.Refused(account.refusal().get()))
                          : number(request, account, read.settings()));
    };
  }

  private CompletionStage<PlanProgress> number(
      CreatePlan request, PlanBriefing.Account account, PlannerSettings planner) {
    PortfolioHash hash = request.hash().orElse(account.hash());
    return rooms
        .ask(
            PlanCommand.KEY,
            hash.value(),
            budget,
            (ActorRef<PlanCommand.NumberedPlan> replyTo) -> new PlanCommand.NextPlan(replyTo))
        .thenCompose(numbered -> create(request, account, planner, numbered.id()));
  }

  private CompletionStage<PlanProgress> create(
      CreatePlan request, PlanBriefing.Account account, PlannerSettings planner, PlanId id) {
    ActorRef<PlanProgress> caller = request.replyTo();
    caller.tell(new PlanProgress.At(id, 0, "gathering what the plan depends on"));
    return briefing
        .inputs(request, account, planner)
        .thenCompose(
            inputs -> {
              caller.tell(new PlanProgress.At(id, 20, "looking for candidates"));
              return make(id, inputs, caller).thenCompose(plan -> keep(plan, inputs));
            })
        .<PlanProgress>thenApply(PlanProgress.Made::new)
        .exceptionally(failure -> new PlanProgress.Failed(id, Stages.reason(failure)));
  }

  private CompletionStage<Plan> make(PlanId id, PlanInputs inputs, ActorRef<PlanProgress> caller) {
    CompletableFuture<Plan> made = new CompletableFuture<>();
    PlanMaking.Order order =
        new PlanMaking.Order(
            id, inputs, clock.instant(), settings.planning().timeLimit(), caller, this::note, made);
    makings.tell(
        new SpawnProtocol.Spawn<>(
            PlanMaking.create(order, pool, threads), "plan-" + id, Props.empty(), nobody));
    return made;
  }

  /**
   * Whoever asks for the best plan meanwhile is told of it; the plan itself does not depend on it.
   */
  private void note(Plan soFar) {
    try {
      rooms.tell(
          PlanCommand.KEY, soFar.id().portfolioHash().value(), new PlanCommand.NotePlan(soFar));
    } catch (UnreachableException unreachable) {
      LOG.debug("the best so far of plan {} is not noted", soFar.id(), unreachable);
    }
  }

  private CompletionStage<Plan> keep(Plan plan, PlanInputs inputs) {
    return rooms
        .ask(
            PlanCommand.KEY,
            plan.id().portfolioHash().value(),
            budget,
            (ActorRef<PlanCommand.PlansView> replyTo) ->
                new PlanCommand.KeepPlan(plan, PlanFacts.of(inputs), replyTo))
        .thenApply(kept -> plan);
  }
}
