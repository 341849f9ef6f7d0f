package io.arduinotrader.lifeline;

import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.discovery.ServiceDiscovery.ResolvedTarget;
import org.apache.pekko.management.cluster.bootstrap.ClusterBootstrapSettings;
import org.apache.pekko.management.cluster.bootstrap.JoinDecision;
import org.apache.pekko.management.cluster.bootstrap.JoinSelf$;
import org.apache.pekko.management.cluster.bootstrap.KeepProbing$;
import org.apache.pekko.management.cluster.bootstrap.LowestAddressJoinDecider;
import org.apache.pekko.management.cluster.bootstrap.SeedNodesInformation;
import org.apache.pekko.management.cluster.bootstrap.SeedNodesObservation;
import scala.concurrent.Future;

/**
 * A node joins the cluster it finds. When there is none, the node that may found one does so: at
 * once when every other node has said that it knows none either, else after it has looked long
 * enough. The order of addresses, which decides by default, says nothing about who holds the money.
 *
 * <p>The cluster makes it by its class name.
 */
public final class FounderJoinDecider extends LowestAddressJoinDecider {

  private final boolean founds;

  public FounderJoinDecider(ActorSystem system, ClusterBootstrapSettings settings) {
    super(system, settings);
    this.founds = settings.newClusterEnabled();
  }

  @Override
  public Future<JoinDecision> decide(SeedNodesInformation known) {
    if (known.hasSeedNodes()) {
      return super.decide(known);
    }
    boolean mayFound = founds && (haveAllAnswered(known) || isPastStableMargin(known));
    return mayFound
        ? JoinSelf$.MODULE$.asCompletedFuture()
        : KeepProbing$.MODULE$.asCompletedFuture();
  }

  private static boolean haveAllAnswered(SeedNodesInformation known) {
    Set<ResolvedTarget> silent = new HashSet<>(known.getContactPoints());
    for (SeedNodesObservation answer : known.getSeedNodesObservations()) {
      silent.remove(answer.contactPoint());
    }
    return silent.isEmpty() && !known.getContactPoints().isEmpty();
  }
}
