package io.arduinotrader.trading.broker;

import static io.arduinotrader.trading.broker.SimulatedMarket.SAP;
import static io.arduinotrader.trading.broker.SimulatedMarket.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.trading.domain.ClientOrderIds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker has acknowledged is in its book, however its process ends. */
class KilledBrokerTest {

  private static final int ORDERS = 50;

  @Test
  void acknowledgedOrdersSurviveAKill(@TempDir Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledBroker.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int acknowledged = 0;
    try (BufferedReader lines = process.inputReader()) {
      while (acknowledged < ORDERS) {
        acknowledged = Integer.parseInt(lines.readLine());
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }

    try (SimulatedBroker broker = new SimulatedMarket().broker(folder)) {
      List<BrokerReport> reports = broker.reports(SimulatedMarket.OPEN);
      assertThat(reports).hasSizeGreaterThanOrEqualTo(ORDERS);
      for (int i = 1; i <= ORDERS; i++) {
        assertThat(broker.lookup(ClientOrderIds.of(new IntentId("intent-" + i)))).isPresent();
      }
      List<Fill> fills = reports.stream().flatMap(report -> report.fills().stream()).toList();
      Money spent =
          fills.stream()
              .map(fill -> fill.value().plus(fill.commission()))
              .reduce(eur("0"), Money::plus);
      assertThat(broker.account().cash()).containsExactly(eur("1000000").minus(spent));
      assertThat(broker.account().positions().get(SAP)).isEqualTo(Quantity.of(fills.size()));
    }
  }
}
