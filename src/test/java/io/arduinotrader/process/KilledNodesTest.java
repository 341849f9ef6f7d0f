package io.arduinotrader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesResponse;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.trading.BrokerReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int BATCH = 2;
  private static final int LONGEST_BATCH = 1500;
  private static final List<String> SHARES =
      List.of(
          "QZEUSYN00019",
          "QZEUSYN00027",
          "QZEUSYN00035",
          "QZEUSYN00043",
          "QZEUSYN00050",
          "QZEUSYN00068",
          "QZEUSYN00076",
          "QZEUSYN00084",
          "QZEUSYN00092",
          "QZUSSYN00134",
          "QZUSSYN00142",
          "QZUSSYN00159",
          "QZUSSYN00167",
          "QZUSSYN00175",
          "QZUSSYN00183",
          "QZUSSYN00191",
          "QZUSSYN00209",
          "QZUSSYN00217",
          "QZUSSYN00225",
          "QZEUSYN00100");

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
          int first = (kill / 2) * BATCH % SHARES.size();
          List<String> shares = SHARES.subList(first, first + BATCH);
          node.awaitReady();
          batches.put("batch-" + kill, shares);
          customer.buy("batch-" + kill, shares);
          node.runFor(Duration.ofMillis(random.nextLong(LONGEST_BATCH)));
        }
        node.kill();
        node.launchAgain();
      }
      node.awaitReady();
      check("seed " + seed, broker, customer, batches);
      System.out.printf(
          "%d kills, a start takes %d ms, %d orders at the broker%n",
          kills, start, broker.orders().size());
    }
  }

  /** The end of every batch, each said again until it is known. */
  private static List<ExecuteTradeResponse> ended(
      Customer customer, Map<String, List<String>> batches) {
    List<ExecuteTradeResponse> results = new ArrayList<>();
    batches.forEach(
        (name, shares) -> {
          List<BatchExecuteTradesResponse> known = new ArrayList<>();
          await(name)
              .atMost(SOON)
              .pollInterval(Duration.ofSeconds(1))
              .until(
                  () -> {
                    customer.bought(name, shares).ifPresent(known::add);
                    return !known.isEmpty();
                  });
          results.addAll(known.getFirst().getResultsList());
        });
    return results;
  }

  private static void check(
      String run, BrokerProcess broker, Customer customer, Map<String, List<String>> batches) {
    List<ExecuteTradeResponse> results = ended(customer, batches);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(customer.positions()).as(run).isEqualTo(positions(broker));
              assertThat(customer.cash()).as(run).isEqualTo(cash(broker));
            });
    List<BrokerReport> orders = broker.orders();
    assertThat(orders).extracting(BrokerReport::clientOrderId).as(run).doesNotHaveDuplicates();
    assertThat(orders).extracting(BrokerReport::intent).as(run).doesNotHaveDuplicates();
    List<String> carriedOut =
        results.stream()
            .map(ExecuteTradeResponse::getOrderId)
            .filter(id -> !id.isEmpty())
            .sorted()
            .toList();
    assertThat(carriedOut).as(run).isNotEmpty().doesNotHaveDuplicates();
    assertThat(orders.stream().map(order -> order.brokerOrderId().value()).sorted().toList())
        .as("%s: what the broker has is what the customer was told", run)
        .isEqualTo(carriedOut);
  }

  private static Map<String, BigDecimal> positions(BrokerProcess broker) {
    Map<String, BigDecimal> positions = new TreeMap<>();
    broker
        .account()
        .positions()
        .forEach(
            holding ->
                positions.put(
                    holding.isin().value(),
                    BigDecimal.valueOf(holding.quantity().value().doubleValue())));
    return positions;
  }

  private static Map<String, BigDecimal> cash(BrokerProcess broker) {
    Map<String, BigDecimal> cash = new TreeMap<>();
    broker.account().cash().forEach(money -> cash.put(money.currency().code(), money.amount()));
    return cash;
  }
}
