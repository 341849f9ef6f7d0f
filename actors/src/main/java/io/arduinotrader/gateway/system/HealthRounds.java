package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.support.ClusterSight;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ClusterEvent.MemberEvent;
import org.apache.pekko.cluster.ClusterEvent.ReachabilityEvent;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;

/** Probes services in rounds and whenever the cluster changes. */
final class HealthRounds {

  private static final Duration FOR_THE_BROKEN = Duration.ofSeconds(3);

  private HealthRounds() {}

  private sealed interface Message {}

  /** It is time for a service. */
  private record Due(ServiceRole service) implements Message {}

  /** It is time for those that could not work. */
  private record BrokenDue() implements Message {}

  /** A member came, went, or could or could not be reached. */
  private record Changed() implements Message {}

  static Behavior<?> create(HealthBoard board, ClusterSight sight) {
    return Behaviors.<Message>setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  for (ServiceRole service : ServiceRole.values()) {
                    timers.startTimerWithFixedDelay(
                        new Due(service), HealthBoard.interval(service));
                  }
                  timers.startTimerWithFixedDelay(new BrokenDue(), FOR_THE_BROKEN);
                  Cluster cluster = Cluster.get(context.getSystem());
                  ActorRef<MemberEvent> members =
                      context.messageAdapter(MemberEvent.class, event -> new Changed());
                  ActorRef<ReachabilityEvent> reachability =
                      context.messageAdapter(ReachabilityEvent.class, event -> new Changed());
                  cluster.subscriptions().tell(Subscribe.create(members, MemberEvent.class));
                  cluster
                      .subscriptions()
                      .tell(Subscribe.create(reachability, ReachabilityEvent.class));
                  ActorRef<Message> self = context.getSelf();
                  sight.whenWaysChange(() -> self.tell(new Changed()));
                  board.probeAll();
                  return Behaviors.receiveMessage(
                      message -> {
                        switch (message) {
                          case Due due -> board.probe(due.service());
                          case BrokenDue due -> board.probeBroken();
                          case Changed changed -> board.probeAll();
                        }
                        return Behaviors.same();
                      });
                }));
  }
}
