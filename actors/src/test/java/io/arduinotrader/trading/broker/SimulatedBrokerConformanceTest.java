package io.arduinotrader.trading.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The simulated broker in the node's own process. */
class SimulatedBrokerConformanceTest extends BrokerConformance {

  @Override
  Subject open(Path folder) {
    return new InProcess(folder);
  }

  private final class InProcess implements Subject {
    private final Path folder;
    private SimulatedBroker broker;
    private final BrokerPort port;

    InProcess(Path folder) {
      this.folder = folder;
      this.broker = market.broker(folder);
      this.port = new CurrentBroker(() -> broker);
    }

    @Override
    public BrokerPort port() {
      return port;
    }

    @Override
    public void restart() {
      broker.close();
      broker = market.broker(folder);
    }

    @Override
    public void breakDown() {
      broker.close();
      try {
        Files.writeString(folder.resolve("broker.mv.db"), "no database");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      broker = market.broker(folder);
    }

    @Override
    public void close() {
      broker.close();
    }
  }
}
