package io.arduinotrader.planning;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WorkPool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/**
 * Answers who asks for plans: gathers what the plan depends on, lets a worker make it, keeps it,
 * and tells the caller at every stage. Only so many plans are made at once; one more is refused.
 */
public final class PlanningDesk {

  private final ActorSystem<?> system;
  private final Rooms rooms;
  private final Duration budget;
  private final int concurrentPlans;
  private final PlanBriefing briefing;
  private final ActorRef<WorkPool.Command<PlanningWork.Job, PlanningWork, PlanningWork.Result>>
      pool;
  private final AtomicInteger running = new AtomicInteger();

  private PlanningDesk(
      ActorSystem<?> system,
      Rooms rooms,
      InstantSource clock,
      TraderSettings settings,
      ActorRef<WorkPool.Command<PlanningWork.Job, PlanningWork, PlanningWork.Result>> pool) {
    this.system = system;
    this.rooms = rooms;
    this.budget = settings.pools().jobTimeout();
    this.concurrentPlans = settings.pools().concurrentPlans();
    this.briefing = new PlanBriefing(rooms, clock, budget, settings);
    this.pool = pool;
  }

  /** A desk with its own queue of jobs. */
  public static Behavior<PlanningCommand> create(
      Rooms rooms, InstantSource clock, TraderSettings settings) {
    return Behaviors.setup(
        context -> {
          WorkPool.Form<PlanningWork.Job, PlanningWork, PlanningWork.Result> form =
              new WorkPool.Form<>(
                  PlanningWork.WORKERS, PlanningWork::new, PlanningWork.Result::number);
          TraderSettings.Pools pools = settings.pools();
          PlanningDesk desk =
              new PlanningDesk(
                  context.getSystem(),
                  rooms,
                  clock,
                  settings,
                  context.spawn(
                      WorkPool.create(
                          form, pools.queueLimit(), pools.jobTimeout(), PlanningWork.Result.class),
                      "queue"));
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
        if (running.incrementAndGet() > concurrentPlans) {
          running.decrementAndGet();
          request
              .replyTo()
              .tell(
                  new PlanProgress.Refused(
                      Refusal.of(
                          RefusalCode.BUSY, concurrentPlans + " plans are being made already")));
        } else {
          create(request).whenComplete((last, failure) -> running.decrementAndGet());
        }
      }
    }
  }

  private CompletionStage<PlanProgress> create(CreatePlan request) {
    return briefing
        .account(request)
        .thenCompose(
            account ->
                account.refusal().isPresent()
                    ? Stages.done(new PlanProgress.Refused(account.refusal().get()))
                    : create(request, account))
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

  private CompletionStage<PlanProgress> create(CreatePlan request, PlanBriefing.Account account) {
    PortfolioHash hash = request.hash().orElse(account.hash());
    return rooms
        .ask(
            PlanCommand.KEY,
            hash.value(),
            budget,
            (ActorRef<PlanCommand.NumberedPlan> replyTo) -> new PlanCommand.NextPlan(replyTo))
        .thenCompose(numbered -> create(request, account, numbered.id()));
  }

  private CompletionStage<PlanProgress> create(
      CreatePlan request, PlanBriefing.Account account, PlanId id) {
    ActorRef<PlanProgress> caller = request.replyTo();
    caller.tell(new PlanProgress.At(id, 0, "initializing"));
    return briefing
        .job(request, account, id)
        .thenCompose(
            job -> {
              caller.tell(new PlanProgress.At(id, 20, "building context"));
              caller.tell(new PlanProgress.At(id, 40, "generating candidates"));
              return make(job);
            })
        .thenCompose(
            plan -> {
              caller.tell(new PlanProgress.At(id, 80, "evaluating sequences"));
              return keep(plan);
            })
        .<PlanProgress>thenApply(PlanProgress.Made::new)
        .exceptionally(failure -> new PlanProgress.Failed(id, Stages.reason(failure)));
  }

  private CompletionStage<Plan> make(PlanningWork.Job job) {
    return AskPattern
        .<WorkPool.Command<PlanningWork.Job, PlanningWork, PlanningWork.Result>,
            WorkPool.Outcome<PlanningWork.Result>>
            ask(pool, replyTo -> new WorkPool.Submit<>(job, replyTo), budget, system.scheduler())
        .thenApply(
            outcome ->
                switch (outcome) {
                  case WorkPool.Finished<PlanningWork.Result> finished ->
                      finished
                          .result()
                          .plan()
                          .orElseThrow(
                              () -> new IllegalStateException(finished.result().reasonForNone()));
                  case WorkPool.Busy<PlanningWork.Result> busy ->
                      throw new IllegalStateException("the queue of the planning workers is full");
                  case WorkPool.TimedOut<PlanningWork.Result> late ->
                      throw new IllegalStateException(
                          "the planning workers did not answer in time");
                });
  }

  private CompletionStage<Plan> keep(Plan plan) {
    return rooms
        .ask(
            PlanCommand.KEY,
            plan.id().portfolioHash().value(),
            budget,
            (ActorRef<PlanCommand.PlansView> replyTo) -> new PlanCommand.KeepPlan(plan, replyTo))
        .thenApply(kept -> plan);
  }
}
