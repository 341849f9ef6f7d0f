package io.arduinotrader.support;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.awaitility.Awaitility;

/**
 * Two nodes of one cluster in this process. What they tell each other goes over a connection.
 *
 * @param first the node that began the cluster
 * @param second the one that joined it
 */
public record NodePair(ActorTestKit first, ActorTestKit second) implements AutoCloseable {

  private static final Config NODE =
      ConfigFactory.parseString(
              """
              pekko {
                actor.provider = cluster
                remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
                cluster {
                  jmx.enabled = off
                  downing-provider-class = ""
                  failure-detector.acceptable-heartbeat-pause = 3 s
                }
                # ends as a killed process does: without a word
                coordinated-shutdown.run-by-actor-system-terminate = off
              }
              """)
          .withFallback(ConfigFactory.parseResources("serialization.conf"))
          .withFallback(ConfigFactory.load());

  /** Both are members. */
  public static NodePair formed() {
    NodePair pair =
        new NodePair(ActorTestKit.create("pair", NODE), ActorTestKit.create("pair", NODE));
    Cluster first = Cluster.get(pair.first.system());
    Cluster second = Cluster.get(pair.second.system());
    first.manager().tell(Join.create(first.selfMember().address()));
    second.manager().tell(Join.create(first.selfMember().address()));
    Awaitility.await("both nodes are up")
        .atMost(Duration.ofMinutes(1))
        .until(() -> second.selfMember().status().equals(MemberStatus.up()));
    return pair;
  }

  /** Ends the second node as a killed process ends. */
  public void loseSecond() {
    second.system().terminate();
  }

  @Override
  public void close() {
    second.shutdownTestKit();
    first.shutdownTestKit();
  }
}
