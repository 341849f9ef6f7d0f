package io.arduinotrader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.actor.ActorSystem;

/** A node, a broker and somebody who trades, while something is done to them. */
final class NodeFaults implements AutoCloseable {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final ActorSystem CLIENT =
      ActorSystem.create("customer", ConfigFactory.parseResources("console.conf").resolve());

  final BrokerProcess broker;
  final NodeProcess node;
  final Customer customer;
  private final Map<String, List<String>> bought = new TreeMap<>();

  private NodeFaults(Path folder, Map<String, String> settings) {
    broker = BrokerProcess.started(folder);
    Map<String, String> all = new HashMap<>(broker.settings());
    all.putAll(settings);
    node = NodeProcess.started(folder, all);
    customer = new Customer(node.gatewayPort(), CLIENT);
  }

  /** Everything runs and there is money. */
  static NodeFaults begun(Path folder, Map<String, String> settings) {
    NodeFaults house = new NodeFaults(folder, settings);
    house.customer.syncPrices();
    house.customer.deposit("100000");
    house.customer.arm();
    house.isWell("trading");
    return house;
  }

  static void closeClients() {
    CLIENT.terminate();
  }

  /** Somebody wishes to buy a share nobody has bought here yet, and does not wait. */
  void buy() {
    String name = "fault-" + bought.size();
    List<String> shares = List.of(Books.SHARES.get(bought.size()));
    bought.put(name, shares);
    customer.buy(name, shares);
  }

  /** Whatever was wished has come to its end, and both books are the same to the cent. */
  void agree(String when) {
    Books.agree(when, broker, customer, bought);
  }

  /** A service says that it cannot work. */
  void complains(String service) {
    await(service + " complains")
        .atMost(SOON)
        .ignoreException(AssertionError.class)
        .untilAsserted(() -> assertThat(customer.health()).doesNotContainEntry(service, "healthy"));
  }

  /** A service says that all is well. */
  void isWell(String service) {
    await(service + " is well")
        .atMost(SOON)
        .ignoreException(AssertionError.class)
        .untilAsserted(() -> assertThat(customer.health()).containsEntry(service, "healthy"));
  }

  @Override
  public void close() {
    customer.close();
    node.close();
    broker.close();
  }
}
