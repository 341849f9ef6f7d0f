package io.arduinotrader.persistence.schema;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the tables this program works with, before the actor system starts. */
public final class SchemaInstaller {

  private static final String SCRIPTS = "classpath:io/arduinotrader/persistence/schema/";

  private SchemaInstaller() {}

  /**
   * Runs the scripts that the database has not seen yet.
   *
   * @return how many scripts ran, zero when everything was in place
   * @throws StoreUnavailableException when a script fails, or when the database was made by a later
   *     program or by scripts that have been changed since
   */
  public static int install(Database database) {
    try {
      return Flyway.configure(SchemaInstaller.class.getClassLoader())
          .dataSource(database.dataSource())
          .locations(SCRIPTS + database.kind().schemaFolder())
          .validateMigrationNaming(true)
          .failOnMissingLocations(true)
          .ignoreMigrationPatterns("")
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      throw new StoreUnavailableException("cannot install the tables: " + e.getMessage(), e);
    }
  }
}
