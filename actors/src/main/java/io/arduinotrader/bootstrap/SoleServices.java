package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * The services with a journal. Each may run on one node only: the node keeps what is stored, and in
 * a cut two nodes would go on with the same account.
 */
final class SoleServices {

  private static final Set<ServiceRole> SOLE =
      Set.of(
          ServiceRole.PORTFOLIO,
          ServiceRole.TRADING,
          ServiceRole.UNIVERSE,
          ServiceRole.PLANNING,
          ServiceRole.GATEWAY);

  private SoleServices() {}

  /**
   * What a node must not do because another one does it, a sentence; empty when there is nothing.
   */
  static Optional<String> conflict(ActorSystem<?> system, Set<ServiceRole> own) {
    Cluster cluster = Cluster.get(system);
    List<Member> others =
        members(cluster)
            .filter(member -> !member.address().equals(cluster.selfMember().address()))
            .filter(member -> !member.status().equals(MemberStatus.down()))
            .toList();
    return own.stream()
        .filter(SOLE::contains)
        .sorted()
        .flatMap(
            role ->
                others.stream()
                    .filter(member -> member.hasRole(role.role()))
                    .map(
                        member ->
                            "%s runs on %s already, and may run on one node only"
                                .formatted(role.role(), member.address().hostPort())))
        .findFirst();
  }

  private static Stream<Member> members(Cluster cluster) {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false);
  }
}
