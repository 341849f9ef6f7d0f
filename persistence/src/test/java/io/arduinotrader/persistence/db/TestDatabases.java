package io.arduinotrader.persistence.db;

import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Empty databases for tests: H2 files, and databases of one PostgreSQL server that lives as long as
 * the test run.
 */
public final class TestDatabases {

  private TestDatabases() {}

  /** A new database of the kind with all tables. */
  public static Database installed(DatabaseKind kind, Path folder) {
    Database database = Database.open(settings(kind, folder));
    SchemaInstaller.install(database);
    return database;
  }

  /** Where a database of the kind is to be; a PostgreSQL one is created empty. */
  public static DatabaseSettings settings(DatabaseKind kind, Path folder) {
    return switch (kind) {
      case H2 -> DatabaseSettings.embedded(folder);
      case POSTGRESQL -> Server.newDatabase();
    };
  }

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();
    private static int databases;

    /** The library stops the server when the tests' process ends. */
    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static synchronized DatabaseSettings newDatabase() {
      databases++;
      String name = "test" + databases;
      try (Connection connection =
              DriverManager.getConnection(POSTGRES.getJdbcUrl("postgres", "postgres"));
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException("cannot create " + name, e);
      }
      return new DatabaseSettings(POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres", 5);
    }
  }
}
