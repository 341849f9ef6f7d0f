package io.arduinotrader.trading.broker;

import java.nio.file.Path;
import java.time.Duration;

/** The simulated broker behind a socket. */
class HttpBrokerConformanceTest extends BrokerConformance {

  @Override
  Subject open(Path folder) {
    return new BrokerSocket(
        market.board, prices -> market.broker(folder, prices), Duration.ofSeconds(5));
  }
}
