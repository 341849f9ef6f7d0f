package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.trading.simulation.Scenario.Trade;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Plans what the scenario says. The plan is numbered and kept by the keeper of plans, as the
 * planner's own are; only the search for it is left out.
 */
final class SimulatedPlanning {

  private static final PortfolioHash STATE = new PortfolioHash("3fa2b1c0");

  private final Rooms rooms;
  private final InstantSource clock;
  private final Supplier<List<Trade>> wanted;
  private final Duration budget;

  private SimulatedPlanning(
      Rooms rooms, InstantSource clock, Supplier<List<Trade>> wanted, Duration budget) {
    this.rooms = rooms;
    this.clock = clock;
    this.wanted = wanted;
    this.budget = budget;
  }

  /** A desk that plans what is wanted at the time. */
  static Behavior<PlanningCommand> create(
      Rooms rooms, InstantSource clock, Supplier<List<Trade>> wanted, Duration budget) {
    SimulatedPlanning planning = new SimulatedPlanning(rooms, clock, wanted, budget);
    return Behaviors.receiveMessage(
        command -> {
          if (command instanceof PlanningCommand.CreatePlan create) {
            planning.plan(create);
          }
          return Behaviors.same();
        });
  }

  private void plan(PlanningCommand.CreatePlan create) {
    List<Trade> trades = wanted.get();
    keeper((ActorRef<PlanCommand.NumberedPlan> replyTo) -> new PlanCommand.NextPlan(replyTo))
        .thenApply(numbered -> plan(create, numbered.id(), trades))
        .thenCompose(
            plan ->
                keeper(
                        (ActorRef<PlanCommand.PlansView> replyTo) ->
                            new PlanCommand.KeepPlan(plan, facts(create), replyTo))
                    .thenApply(kept -> plan))
        .thenAccept(plan -> create.replyTo().tell(new PlanProgress.Made(plan)));
  }

  private <R> CompletionStage<R> keeper(
      org.apache.pekko.japi.function.Function<ActorRef<R>, PlanCommand> question) {
    return rooms.ask(PlanCommand.KEY, STATE.value(), budget, question);
  }

  private Plan plan(PlanningCommand.CreatePlan create, PlanId id, List<Trade> trades) {
    Instant now = clock.instant();
    List<Plan.Step> steps = new ArrayList<>();
    for (Trade trade : trades) {
      Isin isin = SimulatedWorld.ISINS.get(trade.security());
      Price price = SimulatedWorld.priceOf(isin);
      Quantity quantity = Quantity.of(trade.quantity());
      steps.add(
          new Plan.Step(
              steps.size() + 1,
              trade.side(),
              isin,
              SimulatedWorld.symbolOf(isin),
              quantity,
              price,
              Money.rounded(
                  SimulatedWorld.rate(price.currency(), now).toBase(price.times(quantity)),
                  Currency.EUR),
              Money.of("2.00", Currency.EUR),
              List.of("the scenario wants it"),
              List.of()));
    }
    Money zero = Money.zero(Currency.EUR);
    return new Plan(
        id,
        create.account(),
        steps,
        List.of(),
        90,
        80,
        zero,
        zero,
        Plan.Status.READY,
        Digest.EMPTY,
        now);
  }

  private PlanFacts facts(PlanningCommand.CreatePlan create) {
    Money zero = Money.zero(Currency.EUR);
    return new PlanFacts(
        create.account(),
        clock.instant(),
        zero,
        List.of(),
        List.of(),
        List.of(),
        "",
        new PlanInputs.Wishes(
            Optional.empty(), Optional.empty(), zero, Optional.empty(), Optional.empty()));
  }
}
