package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.persistence.projection.ReadModelProjections;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.cluster.sharding.typed.ShardedDaemonProcessSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
import org.apache.pekko.projection.Projection;
import org.apache.pekko.projection.ProjectionBehavior;

/** Keeps the tables up to date: each projection runs once in the cluster. */
final class Projections {

  private Projections() {}

  static void start(House house) {
    start(
        house,
        "ledger",
        ServiceRole.PORTFOLIO,
        () -> ReadModelProjections.ledger(house.system(), house.database()));
    start(
        house,
        "scores",
        ServiceRole.UNIVERSE,
        () -> ReadModelProjections.scores(house.system(), house.database()));
    start(
        house,
        "plans",
        ServiceRole.PLANNING,
        () -> ReadModelProjections.plans(house.system(), house.database()));
  }

  private static void start(
      House house, String name, ServiceRole role, Supplier<? extends Projection<?>> projection) {
    ShardedDaemonProcess.get(house.system())
        .init(
            ProjectionBehavior.Command.class,
            name,
            1,
            number -> ProjectionBehavior.create(projection.get()),
            ShardedDaemonProcessSettings.create(house.system()).withRole(role.role()),
            Optional.of(ProjectionBehavior.stopMessage()));
  }
}
