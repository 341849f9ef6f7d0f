package io.arduinotrader.process;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that is killed at random moments while somebody trades, and a broker that lives on. In the
 * end both books are the same to the cent, no wish was lost and none was carried out twice.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledNodesTest {

  private static final int BATCH = 2;
  private static final int LONGEST_BATCH = 1500;
  private static final ActorSystem CLIENT =
      ActorSystem.create("customer", ConfigFactory.parseResources("console.conf").resolve());

  @AfterAll
  static void closeClient() {
    CLIENT.terminate();
  }

  @Test
  void twentyKillsLoseNothingAndDoubleNothing(@TempDir Path folder) {
    campaign(folder, 1, 20);
  }

  static void campaign(Path folder, long seed, int kills) {
    Random random = new Random(seed);
    try (BrokerProcess broker = BrokerProcess.started(folder);
        NodeProcess node = NodeProcess.started(folder, broker.settings());
        Customer customer = new Customer(node.gatewayPort(), CLIENT)) {
      customer.syncPrices();
      customer.deposit("100000");
      customer.arm();
      long begin = System.nanoTime();
      node.kill();
      node.startAgain();
      long start = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      Map<String, List<String>> batches = new TreeMap<>();
      for (int kill = 1; kill <= kills; kill++) {
        if (kill % 2 == 0) {
          node.runFor(Duration.ofMillis(start / 5 + random.nextLong(start * 3 / 5)));
        } else {
          int first = (kill / 2) * BATCH % Books.SHARES.size();
          List<String> shares = Books.SHARES.subList(first, first + BATCH);
          node.awaitReady();
          batches.put("batch-" + kill, shares);
          customer.buy("batch-" + kill, shares);
          node.runFor(Duration.ofMillis(random.nextLong(LONGEST_BATCH)));
        }
        node.kill();
        node.launchAgain();
      }
      node.awaitReady();
      Books.agree("seed " + seed, broker, customer, batches);
      System.out.printf(
          "%d kills, a start takes %d ms, %d orders at the broker%n",
          kills, start, broker.orders().size());
    }
  }
}
