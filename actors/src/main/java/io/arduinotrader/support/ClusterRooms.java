package io.arduinotrader.support;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.lifeline.Declined;
import io.arduinotrader.lifeline.Lines;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.journal.JournalQuery;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.HindsightQuery;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorIdentity;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.Identify;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
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
          HindsightQuery.KEY,
          ValuationQuery.KEY,
          LedgerQuery.KEY,
          JournalQuery.KEY,
          ReplayQuery.KEY,
          AnswerCommand.KEY,
          BrokerCommand.KEY,
          JobCommand.KEY);

  /** What nobody waits for is done as long as it is not too old. */
  private static final Duration NOBODY_WAITS = Duration.ofDays(1);

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
  private final MembershipSight sight;
  private final Lines lines;
  private final DeskDirectory desks = new DeskDirectory();

  /** Starts to follow who can be reached. */
  public ClusterRooms(ActorSystem<?> system, MembershipSight sight, Lines lines) {
    this.system = system;
    this.sharding = ClusterSharding.get(system);
    this.sight = sight;
    this.lines = lines;
    system.systemActorOf(desks.follower(DESKS), "desk-directory", Props.empty());
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind, String id, Duration budget, Function<ActorRef<R>, C> question) {
    return ask(
        new Way.ToEntity<>(sharding.entityRefFor(kind, id)), nodesOf(kind), budget, question);
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    tell(new Way.ToEntity<>(sharding.entityRefFor(kind, id)), nodesOf(kind), message);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    return desks
        .find(desk, sight::isReachable)
        .map(
            found -> ask(new Way.ToDesk<>(found, system), List.of(nodeOf(found)), budget, question))
        .orElseGet(() -> CompletableFuture.failedStage(missing(desk)));
  }

  @Override
  public <C, R> CompletionStage<R> askBeside(
      ServiceRole service, ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    Optional<Address> node = sight.nodesOf(service).stream().findFirst();
    return node.flatMap(place -> desks.find(desk, address -> isSame(address, place)))
        .map(
            found -> ask(new Way.ToDesk<>(found, system), List.of(nodeOf(found)), budget, question))
        .orElseGet(() -> CompletableFuture.failedStage(missing(desk)));
  }

  @Override
  public List<ServiceRole> apart() {
    Map<Optional<Address>, ServiceRole> first = new LinkedHashMap<>();
    for (ServiceRole service : ServiceRole.values()) {
      first.putIfAbsent(sight.nodesOf(service).stream().findFirst(), service);
    }
    return first.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().isEmpty()))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    ActorRef<C> found = found(desk);
    tell(new Way.ToDesk<>(found, system), List.of(nodeOf(found)), message);
    return found;
  }

  @Override
  public CompletableFuture<Done> untilLost(ActorRef<?> actor) {
    return lines.under(
        others(List.of(nodeOf(actor))), new CompletableFuture<>(), ClusterRooms::lost);
  }

  @Override
  public CompletableFuture<Done> untilLost(EntityTypeKey<?> kind) {
    return lines.under(others(nodesOf(kind)), new CompletableFuture<>(), ClusterRooms::lost);
  }

  /** Every actor answers the request for its identity in its turn, whatever else it understands. */
  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    ActorRef<?> found = found(desk);
    CompletionStage<Object> sign =
        Patterns.ask(Adapter.toClassic(found), new Identify(desk.id()), budget);
    return lines
        .under(others(List.of(nodeOf(found))), sign, ClusterRooms::lost)
        .thenApply(
            reply -> {
              if (reply instanceof ActorIdentity identity && identity.getActorRef().isPresent()) {
                return Done.getInstance();
              }
              throw new UnreachableException("the " + desk.id() + " desk has stopped");
            });
  }

  @SuppressWarnings("unchecked") // whoever answers a question answers what the question expects
  private <C, R> CompletionStage<R> ask(
      Way<C> way, List<Address> nodes, Duration budget, Function<ActorRef<R>, C> question) {
    if (nodes.isEmpty()) {
      return CompletableFuture.failedStage(unreachable(way));
    }
    List<Address> others = others(nodes);
    if (others.isEmpty()) {
      return way.ask(question, budget);
    }
    try {
      return lines
          .under(
              others,
              way.askAcross(across(way, others, budget, question), budget),
              ClusterRooms::lost)
          .thenApply(reply -> (R) done(reply));
    } catch (UnreachableException closed) {
      return CompletableFuture.failedStage(closed);
    }
  }

  private <C, R> Function<ActorRef<Object>, Object> across(
      Way<C> way, List<Address> others, Duration budget, Function<ActorRef<R>, C> question) {
    return asker ->
        lines
            .dispatch(question.apply(asker.unsafeUpcast()), others, budget, Optional.of(asker))
            .orElseThrow(() -> unreachable(way));
  }

  private <C> void tell(Way<C> way, List<Address> nodes, C message) {
    if (nodes.isEmpty()) {
      throw unreachable(way);
    }
    List<Address> others = others(nodes);
    if (others.isEmpty()) {
      way.tell(message);
    } else {
      way.tellAcross(
          lines
              .dispatch(message, others, NOBODY_WAITS, Optional.empty())
              .orElseThrow(() -> unreachable(way)));
    }
  }

  private static Object done(Object reply) {
    if (reply instanceof Declined declined) {
      throw new UnreachableException(declined.reason());
    }
    return reply;
  }

  private List<Address> nodesOf(EntityTypeKey<?> kind) {
    return sight.nodesOf(
        Objects.requireNonNull(HOMES.get(kind), () -> "nobody says where a " + kind + " lives"));
  }

  private List<Address> others(List<Address> nodes) {
    return nodes.stream().filter(node -> !sight.isSelf(node)).toList();
  }

  private boolean isSame(Address found, Address node) {
    return found.equals(node) || (sight.isSelf(found) && sight.isSelf(node));
  }

  private static Address nodeOf(ActorRef<?> actor) {
    return actor.path().address();
  }

  private <C> ActorRef<C> found(ServiceKey<C> desk) {
    return desks.find(desk, sight::isReachable).orElseThrow(() -> missing(desk));
  }

  private static WayLostException lost() {
    return new WayLostException(
        "the other node was lost before it answered; what was asked may have been done, and is safe"
            + " to repeat under the same idempotency-key");
  }

  private static UnreachableException unreachable(Way<?> way) {
    return new UnreachableException("no reachable node has the " + way.name());
  }

  private static UnreachableException missing(ServiceKey<?> desk) {
    return new UnreachableException("no " + desk.id() + " desk can be reached");
  }
}
