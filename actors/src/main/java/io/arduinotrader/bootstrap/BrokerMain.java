package io.arduinotrader.bootstrap;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.InvalidSettingsException;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.trading.broker.BrokerUnreachableException;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.server.BrokerServer;
import io.arduinotrader.trading.broker.server.FaultPlan;
import io.arduinotrader.trading.broker.server.Provocation;
import io.arduinotrader.trading.broker.server.StagedPrices;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the simulated broker in a process of its own until it is told to stop. With {@code --faults}
 * it can be told to misbehave. Its book is on the disk after every call, so it may be stopped in
 * any way. Exit status 2 when it cannot start.
 */
public final class BrokerMain {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);
  private static final int PAGE = 100;
  private static final String FAULTS = "--faults";

  private BrokerMain() {}

  /** Opens the socket and returns; the threads of the socket keep the process alive. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && !words.equals(List.of(FAULTS))) {
      System.err.println("the broker knows the option " + FAULTS + " and nothing else");
      System.exit(Main.CANNOT_START);
    }
    try {
      start(ConfigFactory.load("broker"), words.contains(FAULTS), System.err);
    } catch (InvalidSettingsException
        | ConfigException
        | BrokerUnreachableException
        | IOException reason) {
      System.err.println(reason.getMessage());
      System.exit(Main.CANNOT_START);
    }
  }

  private static void start(Config config, boolean faults, PrintStream errors) throws IOException {
    TraderSettings settings = TraderSettings.from(config);
    Files.createDirectories(settings.dataDirectory());
    MarketCalendars calendars = MarketCalendars.load();
    MarketClock clock = MarketClock.of(settings.replayedDate(), InstantSource.system());
    StagedPrices prices =
        new StagedPrices(
            new FeedPrices(Feeds.of(settings, calendars), clock, settings.statedRates()));
    SimulatedBroker broker = Brokers.simulated(settings, prices, calendars, clock);
    // a book that is in use or damaged is found now, not by the first order
    broker.account();
    ActorSystem<Void> system =
        ActorSystem.create(Behaviors.empty(), "broker", BootstrapSetup.create(config));
    BrokerServer.open(
            system,
            settings.broker().address(),
            broker,
            system
                .dispatchers()
                .lookup(DispatcherSelector.fromConfig("arduino-trader.dispatchers.blocking")),
            PAGE,
            faults
                ? Optional.of(new Provocation(broker, new FaultPlan(), prices))
                : Optional.empty())
        .whenComplete(
            (binding, failure) -> {
              if (failure == null) {
                LOG.info("the broker listens on {}", binding.localAddress());
              } else {
                errors.println("the broker cannot listen: " + failure.getMessage());
                System.exit(Main.CANNOT_START);
              }
            });
  }
}
