package io.arduinotrader.support;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.lifeline.Lines;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.ClusterEvent.CurrentClusterState;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * Reads the membership this node has last heard of and the lines it has open; reading costs no
 * message. A member to which no line is open cannot be reached, whatever the membership says.
 */
public final class MembershipSight implements ClusterSight {

  private final Cluster cluster;
  private final Lines lines;

  /** The sight of the node the system runs on. */
  public MembershipSight(ActorSystem<?> system, Lines lines) {
    this.cluster = Cluster.get(system);
    this.lines = lines;
  }

  @Override
  public boolean isMember() {
    return isWorking(cluster.selfMember());
  }

  @Override
  public Optional<String> hostOf(ServiceRole role) {
    return nodesOf(role).stream().findFirst().flatMap(Address::getHost);
  }

  @Override
  public boolean isWhole() {
    CurrentClusterState state = cluster.state();
    return members(state).allMatch(member -> canBeReached(member, state));
  }

  @Override
  public void whenWaysChange(Runnable listener) {
    lines.whenChanged(listener);
  }

  /** How many members can do work, whether or not they can be reached. */
  public int working() {
    return (int) members(cluster.state()).filter(MembershipSight::isWorking).count();
  }

  /** How many members cannot be reached. */
  public int unreachable() {
    CurrentClusterState state = cluster.state();
    return (int) members(state).filter(member -> !canBeReached(member, state)).count();
  }

  /** The reachable nodes that run a service, this one first. */
  List<Address> nodesOf(ServiceRole role) {
    CurrentClusterState state = cluster.state();
    return members(state)
        .filter(member -> member.hasRole(role.role()) && isWorking(member))
        .filter(member -> canBeReached(member, state))
        .sorted(
            Comparator.<Member, Boolean>comparing(member -> !isSelf(member))
                .thenComparing(Member.ordering()))
        .map(Member::address)
        .toList();
  }

  /** Whether a node can be sent something now. */
  boolean isReachable(Address node) {
    return isSelf(node) || lines.isOpen(node);
  }

  /** Whether an address is that of this node. */
  boolean isSelf(Address node) {
    return node.hasLocalScope() || node.equals(cluster.selfMember().address());
  }

  private boolean canBeReached(Member member, CurrentClusterState state) {
    return isSelf(member)
        || (!state.getUnreachable().contains(member) && lines.isOpen(member.address()));
  }

  private boolean isSelf(Member member) {
    return member.uniqueAddress().equals(cluster.selfMember().uniqueAddress());
  }

  private static Stream<Member> members(CurrentClusterState state) {
    return StreamSupport.stream(state.getMembers().spliterator(), false);
  }

  private static boolean isWorking(Member member) {
    MemberStatus status = member.status();
    return status.equals(MemberStatus.up()) || status.equals(MemberStatus.weaklyUp());
  }
}
