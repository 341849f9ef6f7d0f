package io.arduinotrader.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.vocab.ClientOrderId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerDeskTest {

  private static final Instant NOW = Instant.parse("2026-05-04T14:00:00Z");

  private final ActorTestKit kit = ActorTestKit.create();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final SimulatedMarket market = new SimulatedMarket();
  private final TestProbe<BrokerDesk.Answer<String>> probe = kit.createTestProbe();
  private SimulatedBroker broker;
  private ActorRef<BrokerDesk.Command> desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    broker = market.broker(folder);
    desk = kit.spawn(BrokerDesk.create(broker, threads, 2, () -> NOW));
  }

  @AfterEach
  void close() {
    kit.shutdownTestKit();
    threads.shutdown();
    broker.close();
  }

  @Test
  void callsAreMadeOneAtATimeInTheirOrderAndOneTooManyIsTurnedAway() {
    CountDownLatch first = new CountDownLatch(1);
    List<String> made = new CopyOnWriteArrayList<>();
    call("first", first, made);
    call("second", new CountDownLatch(0), made);
    call("third", new CountDownLatch(0), made);
    call("fourth", new CountDownLatch(0), made);

    assertThat(probe.receiveMessage()).isEqualTo(new BrokerDesk.TurnedAway<String>(2));
    assertThat(made).isEmpty();
    first.countDown();
    assertThat(probe.receiveMessage()).isEqualTo(new BrokerDesk.Answered<>("first"));
    assertThat(probe.receiveMessage()).isEqualTo(new BrokerDesk.Answered<>("second"));
    assertThat(probe.receiveMessage()).isEqualTo(new BrokerDesk.Answered<>("third"));
    assertThat(made).containsExactly("first", "second", "third");
  }

  @Test
  void anUnansweredCallIsAnAnswerOfItsOwnAndTheDeskGoesOn() {
    assertThat(health()).isEqualTo(new BrokerDesk.Health(false, Optional.empty()));
    desk.tell(
        new BrokerDesk.Call<String>(
            port -> {
              throw new BrokerUnreachableException("no line", new IllegalStateException());
            },
            probe.ref()));
    assertThat(probe.receiveMessage()).isEqualTo(new BrokerDesk.Unreached<String>("no line"));
    assertThat(health()).isEqualTo(new BrokerDesk.Health(false, Optional.of(NOW)));

    desk.tell(
        new BrokerDesk.Call<>(
            port -> port.lookup(new ClientOrderId("none")).toString(), probe.ref()));
    assertThat(probe.receiveMessage()).isEqualTo(new BrokerDesk.Answered<>("Optional.empty"));
    assertThat(health().reachable()).isTrue();
  }

  private void call(String name, CountDownLatch gate, List<String> made) {
    desk.tell(
        new BrokerDesk.Call<>(
            port -> {
              await(gate);
              made.add(name);
              return name;
            },
            probe.ref()));
  }

  private BrokerDesk.Health health() {
    TestProbe<BrokerDesk.Health> health = kit.createTestProbe();
    desk.tell(new BrokerDesk.GetHealth(health.ref()));
    return health.receiveMessage();
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
