package io.arduinotrader.bootstrap;

import io.arduinotrader.config.BrokerSettings;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.BrokerPrices;
import io.arduinotrader.trading.broker.ResearchBroker;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.SimulationSettings;
import io.arduinotrader.trading.broker.http.HttpBroker;
import io.arduinotrader.trading.domain.Commission;
import java.math.BigDecimal;

/** The broker the settings name. */
final class Brokers {

  private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");

  private Brokers() {}

  /**
   * The way to the broker.
   *
   * @param prices what the simulated broker sees of the market when it is within the node
   */
  static BrokerPort of(House house, BrokerPrices prices) {
    BrokerSettings settings = house.settings().broker();
    return switch (settings.kind()) {
      case SIMULATED -> {
        SimulatedBroker broker =
            simulated(house.settings(), prices, house.calendars(), house.clock());
        house.system().getWhenTerminated().thenRun(broker::close);
        yield new ResearchBroker(broker);
      }
      case HTTP ->
          new HttpBroker(
              house.system(),
              settings.address(),
              SimulatedBroker.CAPABILITIES.fromOutside(),
              settings.requestTimeout());
    };
  }

  /** The simulated broker with its book in the data directory. */
  static SimulatedBroker simulated(
      TraderSettings settings, BrokerPrices prices, MarketCalendars calendars, MarketClock clock) {
    BrokerSettings.Simulation simulation = settings.broker().simulation();
    return new SimulatedBroker(
        settings.dataDirectory().toAbsolutePath().resolve("simulated-broker"),
        prices,
        calendars,
        clock,
        new SimulationSettings(
            simulation.halfSpreadBasisPoints().multiply(BASIS_POINT),
            simulation.conversionSpreadBasisPoints().multiply(BASIS_POINT),
            simulation.volumeParticipation(),
            commission(settings.trading())));
  }

  /** What the broker charges. */
  static Commission commission(TraderSettings.Trading settings) {
    return new Commission(
        Money.rounded(settings.commissionFixed(), Currency.EUR), settings.commissionPercent());
  }
}
