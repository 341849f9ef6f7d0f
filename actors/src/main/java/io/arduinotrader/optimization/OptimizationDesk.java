package io.arduinotrader.optimization;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.weights.RebalanceBands;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.ExecutionReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Order;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.RebalancingReply;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WorkPool;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/**
 * Answers questions about weights, drift and execution: gathers what they depend on, lets a worker
 * find the weights, and turns them into trades.
 */
public final class OptimizationDesk {

  private final ActorSystem<?> system;
  private final MarketBriefing briefing;
  private final MarketClock clock;
  private final MarketCalendars calendars;
  private final TraderSettings settings;
  private final CostRules costs;
  private final Duration budget;
  private final ActorRef<WorkPool.Command<Job, OptimizationWork, Result>> pool;

  private OptimizationDesk(
      ActorSystem<?> system,
      Rooms rooms,
      MarketClock clock,
      MarketCalendars calendars,
      TraderSettings settings,
      ActorRef<WorkPool.Command<Job, OptimizationWork, Result>> pool) {
    this.system = system;
    this.clock = clock;
    this.calendars = calendars;
    this.settings = settings;
    this.budget = settings.pools().jobTimeout();
    this.briefing = new MarketBriefing(rooms, clock, budget, settings.optimization());
    this.costs =
        new CostRules(
            settings.trading().commissionFixed(),
            settings.trading().commissionPercent(),
            settings.planning().maximumCostRatio());
    this.pool = pool;
  }

  /** A desk with its own queue of jobs. */
  public static Behavior<OptimizationCommand> create(
      Rooms rooms, MarketClock clock, MarketCalendars calendars, TraderSettings settings) {
    return Behaviors.setup(
        context -> {
          WorkPool.Form<Job, OptimizationWork, Result> form =
              new WorkPool.Form<>(OptimizationWork.WORKERS, OptimizationWork::new, Result::number);
          TraderSettings.Pools pools = settings.pools();
          OptimizationDesk desk =
              new OptimizationDesk(
                  context.getSystem(),
                  rooms,
                  clock,
                  calendars,
                  settings,
                  context.spawn(
                      WorkPool.create(form, pools.queueLimit(), pools.jobTimeout(), Result.class),
                      "queue"));
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(OptimizationCommand.KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              command -> {
                desk.onCommand(command);
                return Behaviors.same();
              });
        });
  }

  private void onCommand(OptimizationCommand command) {
    switch (command) {
      case OptimizationCommand.OptimizeAllocation request ->
          allocate(request)
              .exceptionally(failure -> new AllocationReply.Refused(unavailable(failure)))
              .thenAccept(request.replyTo()::tell);
      case OptimizationCommand.CalculateRebalancing request ->
          rebalance(request)
              .exceptionally(failure -> new RebalancingReply.Refused(unavailable(failure)))
              .thenAccept(request.replyTo()::tell);
      case OptimizationCommand.OptimizeExecution request ->
          briefing
              .market(request.account(), request.orders().stream().map(Order::isin).toList())
              .thenApply(
                  market ->
                      new ExecutionQuestion(market, calendars, clock.now(), settings)
                          .answer(request.orders(), request.cash()))
              .exceptionally(failure -> new ExecutionReply.Refused(unavailable(failure)))
              .thenAccept(request.replyTo()::tell);
    }
  }

  private static List<Isin> named(List<Holding> holdings, List<Target> targets) {
    return Stream.concat(holdings.stream().map(Holding::isin), targets.stream().map(Target::isin))
        .toList();
  }

  private static Refusal unavailable(Throwable failure) {
    return Refusal.of(
        RefusalCode.UNAVAILABLE, "optimization is not possible: " + Stages.reason(failure));
  }

  private CompletionStage<AllocationReply> allocate(
      OptimizationCommand.OptimizeAllocation request) {
    return briefing
        .market(request.account(), named(request.holdings(), request.targets()))
        .thenCompose(
            market -> {
              AllocationQuestion question =
                  new AllocationQuestion(
                      market,
                      settings,
                      request.holdings(),
                      request.targets(),
                      request.cash(),
                      request.limits());
              if (question.refusal().isPresent()) {
                return Stages.done(new AllocationReply.Refused(question.refusal().get()));
              }
              Job job = question.job();
              return solve(job)
                  .thenApply(
                      result ->
                          WeightAnswers.allocated(
                              job,
                              result,
                              moves(market, question),
                              request.limits().allowFractional()));
            });
  }

  private CompletionStage<RebalancingReply> rebalance(
      OptimizationCommand.CalculateRebalancing request) {
    return briefing
        .market(request.account(), named(request.holdings(), request.targets()))
        .thenCompose(
            market -> {
              AllocationQuestion question =
                  new AllocationQuestion(
                      market,
                      settings,
                      request.holdings(),
                      request.targets(),
                      request.cash(),
                      Limits.none());
              if (question.refusal().isPresent()) {
                return Stages.done(new RebalancingReply.Refused(question.refusal().get()));
              }
              Job job = question.job();
              return solve(job)
                  .thenApply(
                      result ->
                          WeightAnswers.compared(job, result, moves(market, question), bands()));
            });
  }

  private RebalanceBands bands() {
    OptimizationSettings.Bands bands = settings.optimization().bands();
    return new RebalanceBands(
        bands.largeFrom(), bands.smallBelow(), bands.large(), bands.medium(), bands.small());
  }

  private Moves moves(Market market, AllocationQuestion question) {
    return new Moves(market, question, costs, settings.optimization().costHorizonYears());
  }

  private CompletionStage<Result> solve(Job job) {
    return AskPattern
        .<WorkPool.Command<Job, OptimizationWork, Result>, WorkPool.Outcome<Result>>ask(
            pool, replyTo -> new WorkPool.Submit<>(job, replyTo), budget, system.scheduler())
        .thenApply(
            outcome ->
                switch (outcome) {
                  case WorkPool.Finished<Result> finished -> finished.result();
                  case WorkPool.Busy<Result> busy ->
                      throw new IllegalStateException(
                          "the queue of the optimization workers is full");
                  case WorkPool.TimedOut<Result> late ->
                      throw new IllegalStateException(
                          "the optimization workers did not answer in time");
                });
  }
}
