package io.arduinotrader.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The play of the node is a broker like any other, but for the names of its orders. */
class ResearchBrokerConformanceTest extends SimulatedBrokerConformanceTest {

  @Override
  Subject open(Path folder) {
    Subject play = super.open(folder);
    BrokerPort marked = new ResearchBroker(play.port());
    return new Subject() {
      @Override
      public BrokerPort port() {
        return marked;
      }

      @Override
      public void restart() {
        play.restart();
      }

      @Override
      public void breakDown() {
        play.breakDown();
      }

      @Override
      public void close() {
        play.close();
      }
    };
  }

  @Test
  void isNotOutsideAndTheSameEngineBehindASocketIs() {
    assertThat(SimulatedBroker.CAPABILITIES.outside()).isFalse();
    BrokerCapabilities socket = SimulatedBroker.CAPABILITIES.fromOutside();
    assertThat(socket.outside()).isTrue();
    assertThat(socket.lookups()).isEqualTo(SimulatedBroker.CAPABILITIES.lookups());
  }
}
