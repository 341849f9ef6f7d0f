package io.arduinotrader.support;

import io.arduinotrader.config.ServiceRole;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.ClusterEvent.CurrentClusterState;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/** Reads the membership this node has last heard of; reading costs no message. */
public final class MembershipSight implements ClusterSight {

  private final Cluster cluster;

  /** The sight of the node the system runs on. */
  public MembershipSight(ActorSystem<?> system) {
    this.cluster = Cluster.get(system);
  }

  @Override
  public boolean isMember() {
    return isWorking(cluster.selfMember());
  }

  @Override
  public Optional<String> hostOf(ServiceRole role) {
    CurrentClusterState state = cluster.state();
    return members(state)
        .filter(member -> member.hasRole(role.role()) && isWorking(member))
        .filter(member -> !state.getUnreachable().contains(member))
        .min(
            Comparator.<Member, Boolean>comparing(
                    member -> !member.uniqueAddress().equals(cluster.selfMember().uniqueAddress()))
                .thenComparing(Member.ordering()))
        .flatMap(member -> member.address().getHost());
  }

  @Override
  public boolean isWhole() {
    return cluster.state().getUnreachable().isEmpty();
  }

  private static Stream<Member> members(CurrentClusterState state) {
    return StreamSupport.stream(state.getMembers().spliterator(), false);
  }

  private static boolean isWorking(Member member) {
    MemberStatus status = member.status();
    return status.equals(MemberStatus.up()) || status.equals(MemberStatus.weaklyUp());
  }
}
