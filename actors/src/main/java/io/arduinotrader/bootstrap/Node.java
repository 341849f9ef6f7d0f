package io.arduinotrader.bootstrap;

import com.typesafe.config.Config;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.db.DatabaseSetup;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.metrics.MetricsEndpoint;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.management.cluster.bootstrap.ClusterBootstrap;
import org.apache.pekko.management.javadsl.PekkoManagement;

/**
 * Brings a node up in order: store, actor system, management, cluster; the guardian does the rest.
 */
final class Node {

  private static final String NAME = "arduino-trader";

  private Node() {}

  /**
   * Starts a node and returns when its actor system runs.
   *
   * @throws io.arduinotrader.persistence.db.StoreUnavailableException when the store cannot be
   *     opened or its tables cannot be installed
   */
  static void start(Config config, TraderSettings settings) {
    MetricsEndpoint.open(settings.metrics(), config);
    MarketCalendars calendars = MarketCalendars.load();
    Database database = Database.open(DatabaseSettings.embedded(settings.dataDirectory()));
    SchemaInstaller.install(database);
    ActorSystem<Guardian.Message> system =
        ActorSystem.create(
            Guardian.create(settings, database, calendars),
            NAME,
            ActorSystemSetup.create(BootstrapSetup.create(config), new DatabaseSetup(database)));
    Shutdown.prepare(system, database);
    PekkoManagement.get(system)
        .start()
        .whenComplete(
            (address, failure) -> {
              if (failure == null) {
                ClusterBootstrap.get(system).start();
              } else {
                system.tell(new Guardian.Failed("the management server", failure));
              }
            });
  }
}
