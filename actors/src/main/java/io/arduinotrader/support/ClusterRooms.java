package io.arduinotrader.support;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.journal.JournalQuery;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanIndexQuery;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.portfolio.LedgerQuery;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.replay.ReplayQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.UniverseCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorIdentity;
import org.apache.pekko.actor.Identify;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.pattern.Patterns;

/** The ways through the cluster: sharding to entities, the receptionist to desks. */
public final class ClusterRooms implements Rooms {

  private static final List<ServiceKey<?>> DESKS =
      List.of(
          MarketDataQuery.KEY,
          FeedCommand.KEY,
          ScoringCommand.KEY,
          OptimizationCommand.KEY,
          PlanningCommand.KEY,
          PlanIndexQuery.KEY,
          ValuationQuery.KEY,
          LedgerQuery.KEY,
          JournalQuery.KEY,
          ReplayQuery.KEY,
          AnswerCommand.KEY,
          BrokerCommand.KEY,
          JobCommand.KEY);

  private static final Map<EntityTypeKey<?>, ServiceRole> HOMES =
      Map.of(
          PortfolioCommand.KEY, ServiceRole.PORTFOLIO,
          TradingCommand.KEY, ServiceRole.TRADING,
          OrderCommand.KEY, ServiceRole.TRADING,
          UniverseCommand.KEY, ServiceRole.UNIVERSE,
          SecurityCommand.KEY, ServiceRole.UNIVERSE,
          PlanCommand.KEY, ServiceRole.PLANNING,
          CycleCommand.KEY, ServiceRole.GATEWAY);

  private final ActorSystem<?> system;
  private final ClusterSharding sharding;
  private final ClusterSight sight;
  private final DeskDirectory desks = new DeskDirectory();

  /** Starts to follow who can be reached. */
  public ClusterRooms(ActorSystem<?> system, ClusterSight sight) {
    this.system = system;
    this.sharding = ClusterSharding.get(system);
    this.sight = sight;
    system.systemActorOf(desks.follower(DESKS), "desk-directory", Props.empty());
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind, String id, Duration budget, Function<ActorRef<R>, C> question) {
    try {
      return entity(kind, id).ask(question, budget);
    } catch (UnreachableException unreachable) {
      return CompletableFuture.failedStage(unreachable);
    }
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    entity(kind, id).tell(message);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    return desks
        .find(desk)
        .map(found -> AskPattern.ask(found, question, budget, system.scheduler()))
        .orElseGet(() -> CompletableFuture.failedStage(missing(desk)));
  }

  @Override
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    ActorRef<C> found = found(desk);
    found.tell(message);
    return found;
  }

  /** Every actor answers the request for its identity in its turn, whatever else it understands. */
  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    return Patterns.ask(Adapter.toClassic(found(desk)), new Identify(desk.id()), budget)
        .thenApply(
            reply -> {
              if (reply instanceof ActorIdentity identity && identity.getActorRef().isPresent()) {
                return Done.getInstance();
              }
              throw new UnreachableException("the " + desk.id() + " desk has stopped");
            });
  }

  private <C> EntityRef<C> entity(EntityTypeKey<C> kind, String id) {
    ServiceRole home = HOMES.get(kind);
    if (home != null) {
      requireHome(home);
    }
    return sharding.entityRefFor(kind, id);
  }

  private void requireHome(ServiceRole role) {
    if (sight.hostOf(role).isEmpty()) {
      throw new UnreachableException("no reachable node runs " + role.role());
    }
  }

  private <C> ActorRef<C> found(ServiceKey<C> desk) {
    return desks.find(desk).orElseThrow(() -> missing(desk));
  }

  private static UnreachableException missing(ServiceKey<?> desk) {
    return new UnreachableException("no " + desk.id() + " desk can be reached");
  }
}
