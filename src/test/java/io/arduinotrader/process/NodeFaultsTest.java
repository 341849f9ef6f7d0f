package io.arduinotrader.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The faults that take seconds; those that take minutes are in {@link NodeFaultsTrial}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NodeFaultsTest {

  private static final Duration SECONDS = Duration.ofSeconds(4);

  @AfterAll
  static void closeClients() {
    NodeFaults.closeClients();
  }

  @Test
  void nodeAndBrokerStandStillForSecondsWhileSomebodyTrades(@TempDir Path folder) {
    try (NodeFaults house = NodeFaults.begun(folder, Map.of())) {
      house.buy();
      house.node.pause();
      house.node.runFor(SECONDS);
      house.node.proceed();
      house.agree("after the node stood still");

      house.broker.pause();
      house.buy();
      house.complains("trading");
      house.broker.proceed();
      house.agree("after the broker stood still");
      house.isWell("trading");
    }
  }
}
