package io.arduinotrader.persistence.db;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.jdbc.db.SlickDatabase;
import org.apache.pekko.persistence.jdbc.db.SlickDatabaseProvider;
import scala.Option;
import slick.jdbc.H2Profile$;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcBackend$;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile$;
import slick.util.AsyncExecutor;

/**
 * Gives Pekko's journal, snapshot store and queries connections of the node's one pool. Named in
 * {@code pekko-persistence-jdbc.database-provider-fqcn}; created by Pekko, once per actor system.
 *
 * <p>Journal, snapshots and queries of events together hold at most {@link #CONNECTIONS}
 * connections, so that a long replay leaves some to the tables.
 */
public final class SharedDatabaseProvider implements SlickDatabaseProvider {

  /** Connections that Pekko's plugins may hold at the same time. */
  public static final int CONNECTIONS = 3;

  private static final int QUEUE_SIZE = 10_000;

  private final SlickDatabase shared;

  /**
   * Wraps the pool that the actor system was created with.
   *
   * @throws IllegalStateException when the actor system was created without {@link DatabaseSetup}
   */
  public SharedDatabaseProvider(ActorSystem system) {
    Database database =
        system
            .settings()
            .setup()
            .get(DatabaseSetup.class)
            .orElseThrow(
                () -> new IllegalStateException("the actor system was created without a database"))
            .database();
    AsyncExecutor executor =
        AsyncExecutor.apply("store", CONNECTIONS, CONNECTIONS, QUEUE_SIZE, CONNECTIONS);
    system.registerOnTermination(executor::close);
    this.shared =
        new Shared(
            JdbcBackend$.MODULE$
                .Database()
                .forDataSource(database.dataSource(), Option.apply(CONNECTIONS), executor, false),
            profile(database.kind()));
  }

  private static JdbcProfile profile(DatabaseKind kind) {
    return switch (kind) {
      case H2 -> H2Profile$.MODULE$;
      case POSTGRESQL -> PostgresProfile$.MODULE$;
    };
  }

  @Override
  public SlickDatabase database(Config config) {
    return shared;
  }

  /** Never shut down by those who use it: the pool ends with the node. */
  private record Shared(JdbcBackend.JdbcDatabaseDef database, JdbcProfile profile)
      implements SlickDatabase {

    @Override
    public boolean allowShutdown() {
      return false;
    }
  }
}
