package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ContactPoint;
import io.arduinotrader.config.NodeSettings;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.gateway.server.GatewayServers;
import io.arduinotrader.lifeline.Lifeline;
import io.arduinotrader.lifeline.Lines;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.support.ClusterRooms;
import io.arduinotrader.support.MembershipSight;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.SelfUp;
import org.apache.pekko.cluster.typed.Subscribe;

/**
 * The root of the node's actors. When the node is a member of the cluster it furnishes the rooms,
 * waits until they answer, and only then opens the ports.
 */
final class Guardian {

  /** What the guardian is told. */
  sealed interface Message {}

  /** The node is a member of the cluster. */
  record Joined() implements Message {}

  /** Every room answers. */
  record Furnished() implements Message {}

  /** The ports are open. */
  record Opened(GatewayServers servers) implements Message {}

  /** The node cannot come up. */
  record Failed(String what, Throwable failure) implements Message {}

  private final ActorContext<Message> context;
  private final House house;

  private Guardian(ActorContext<Message> context, House house) {
    this.context = context;
    this.house = house;
  }

  static Behavior<Message> create(
      TraderSettings settings, Database database, MarketCalendars calendars) {
    return Behaviors.setup(
        context -> {
          Lines lines =
              new Lines(
                  Cluster.get(context.getSystem()).selfMember().uniqueAddress().longUid(),
                  System::nanoTime,
                  settings.node().lifeline().oldestCommand());
          MembershipSight sight = new MembershipSight(context.getSystem(), lines);
          InstantSource wall = InstantSource.system();
          House house =
              new House(
                  context.getSystem(),
                  settings,
                  database,
                  wall,
                  MarketClock.of(settings.replayedDate(), wall),
                  calendars,
                  lines,
                  sight,
                  new ClusterRooms(context.getSystem(), sight, lines));
          ActorRef<SelfUp> up = context.messageAdapter(SelfUp.class, joined -> new Joined());
          Cluster.get(context.getSystem()).subscriptions().tell(new Subscribe<>(up, SelfUp.class));
          Guardian guardian = new Guardian(context, house);
          return Behaviors.receiveMessage(guardian::onMessage);
        });
  }

  private Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Joined joined ->
          SoleServices.conflict(house.system(), house.settings().roles())
              .ifPresentOrElse(
                  conflict ->
                      context
                          .getSelf()
                          .tell(new Failed("the node", new IllegalStateException(conflict))),
                  this::furnish);
      case Furnished furnished ->
          context.pipeToSelf(
              Edges.start(context, house),
              (servers, failure) ->
                  failure == null ? new Opened(servers) : new Failed("the ports", failure));
      case Opened opened -> opened(opened.servers());
      case Failed failed -> {
        context
            .getLog()
            .error("{} cannot be started: {}", failed.what(), Stages.reason(failed.failure()));
        return Behaviors.stopped();
      }
    }
    return Behaviors.same();
  }

  private void furnish() {
    if (!house.settings().node().isAlone()) {
      watchOthers();
    }
    Optional<Trading.Opened> trading =
        house.has(ServiceRole.TRADING)
            ? Optional.of(Trading.open(context, house))
            : Optional.empty();
    Entities.start(house, trading.map(Trading.Opened::setup));
    trading.ifPresent(opened -> context.spawn(opened.reconciler(), "reconciler"));
    Desks.start(context, house);
    Projections.start(house);
    WarmUp warmUp = new WarmUp(house);
    Readiness.get(house.system()).probes(warmUp::journalAnswers, warmUp::shardingAnswers);
    context.pipeToSelf(
        warmUp.run(),
        (done, failure) -> failure == null ? new Furnished() : new Failed("the rooms", failure));
  }

  private void watchOthers() {
    NodeSettings node = house.settings().node();
    String host = Cluster.get(house.system()).selfMember().address().getHost().orElseThrow();
    ActorRef<Message> self = context.getSelf();
    ActorRef<Lifeline.Message> lifeline =
        context.spawn(
            Lifeline.create(
                house.lines(),
                new Lifeline.Place(
                    host,
                    node.lifeline().port(),
                    node.contactPoints().stream()
                        .map(ContactPoint::host)
                        .collect(Collectors.toSet()),
                    node.founds()),
                node.lifeline().beat(),
                node.lifeline().silence(),
                House.DISPATCHERS + "lifeline",
                reason -> self.tell(new Failed("the node", new IllegalStateException(reason)))),
            "lifeline",
            DispatcherSelector.fromConfig(House.DISPATCHERS + "lifeline"));
    // a node that no longer knows of the others ends, too
    context.watch(lifeline);
  }

  private void opened(GatewayServers servers) {
    Shutdown.drainFirst(house.system(), servers);
    Readiness.get(house.system()).serving();
    context.spawn(Desks.supervised(Figures.create(house)), "figures");
    context
        .getLog()
        .info(
            "node {} is ready: {}",
            house.settings().profile(),
            servers.addresses().entrySet().stream()
                .map(entry -> entry.getKey().role() + " on " + entry.getValue().getPort())
                .sorted()
                .collect(Collectors.joining(", ")));
  }
}
